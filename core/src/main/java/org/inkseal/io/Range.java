package org.inkseal.io;

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

    /** Whether every byte of another range is in this one. */
    public boolean covers(Range other) {
        return start <= other.start && other.end() <= end();
    }
}
