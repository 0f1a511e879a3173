package org.inkseal.asset;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;

/**
 * The bytes of a file that one hash covers, such as all but some exclusions (C2PA 2.2 §18.5) or those of a few boxes
 * (§18.7).
 *
 * @param ranges the ranges, hashed in this order as if they followed each other directly
 */
public record HashedRanges(List<Range> ranges) {
    /** Copies the list. */
    public HashedRanges {
        ranges = List.copyOf(ranges);
    }

    /**
     * Every byte of a file except some.
     *
     * @param size bytes of the file
     * @param exclusions what is left out, in file order; those without any byte do not count
     * @throws IllegalArgumentException if two exclusions overlap or are out of order, or one ends after the file
     */
    public static HashedRanges allBut(long size, List<Range> exclusions) {
        List<Range> kept = new ArrayList<>();
        long at = 0;
        for (Range exclusion : exclusions) {
            if (exclusion.length() == 0) {
                continue;
            }
            if (exclusion.start() < at || exclusion.end() > size) {
                throw new IllegalArgumentException(
                        exclusion + " excluded: allowed are ranges from " + at + " to " + size);
            }
            kept.add(Range.between(at, exclusion.start()));
            at = exclusion.end();
        }
        kept.add(Range.between(at, size));
        kept.removeIf(range -> range.length() == 0);
        return new HashedRanges(kept);
    }

    /** Number of bytes that are hashed. */
    public long length() {
        return ranges.stream().mapToLong(Range::length).sum();
    }

    /** Hashes the ranges in constant memory, on the calling thread, and resets the digest. */
    public Bytes hash(ByteSource source, MessageDigest digest, Progress progress) throws IOException {
        return new RangeHasher(source, progress).hash(this, digest);
    }
}
