package org.inkseal.io;

import org.jspecify.annotations.Nullable;

/**
 * Bytes [start, start + length) of a file.
 *
 * @param start offset of the first byte, not negative
 * @param length number of bytes, not negative
 */
public record Range(long start, long length) {
    /**
     * Checks both numbers.
     *
     * @throws IllegalArgumentException if one is negative or the end passes 2^63 - 1
     */
    public Range {
        if (start < 0 || length < 0 || start > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException("no range: start " + start + ", length " + length);
        }
    }

    /** The range [start, end). */
    public static Range between(long start, long end) {
        return new Range(start, end - start);
    }

    /** Offset of the first byte after the range. */
    public long end() {
        return start + length;
    }

    // Written out because the generated form is linked when it is first used, which slows every start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Range that && start == that.start && length == that.length;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(start) + Long.hashCode(length);
    }

    /** Whether every byte of another range is in this one. */
    public boolean covers(Range other) {
        return start <= other.start && other.end() <= end();
    }
}
