package org.inkseal.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.Range;

/**
 * A manifest store where it stands in a file.
 *
 * @param extent the bytes that a data hash must exclude: what changes when the store does, contiguous
 * @param parts where the store itself stands, in order; more than one where the container splits it
 * @param coding how it is written there
 */
public record Carrier(Range extent, List<Range> parts, Coding coding) {
    /** Copies the list. */
    public Carrier {
        parts = List.copyOf(parts);
    }

    /** The carrier of a store that is written as it is. */
    public Carrier(Range extent, List<Range> parts) {
        this(extent, parts, Coding.PLAIN);
    }

    /** Bytes that the store takes up; in another coding than {@link Coding#PLAIN} it has fewer. */
    public long storeLength() {
        return parts.stream().mapToLong(Range::length).sum();
    }

    /**
     * Reads the store.
     *
     * @throws LimitExceededException if it is larger than the budget allows; nothing is read then
     */
    public Bytes store(ByteSource source, Budget budget) throws IOException, LimitExceededException {
        if (coding == Coding.PLAIN) {
            budget.check(Limit.STORE_BYTES, storeLength(), extent.start());
        }
        List<Bytes> read = new ArrayList<>();
        for (Range part : parts) {
            read.add(source.read(part.start(), Math.toIntExact(part.length())));
        }
        return coding.decode(read.size() == 1 ? read.get(0) : Bytes.concat(read.toArray(new Bytes[0])));
    }
}
