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
 * @param update the bytes of a second store whose manifests come after those of the first, where the container keeps
 *     update manifests apart (C2PA 2.2 §A.5.2); empty if there is none
 */
public record Carrier(Range extent, List<Range> parts, Coding coding, List<Range> update) {
    /** Copies the lists. */
    public Carrier {
        parts = List.copyOf(parts);
        update = List.copyOf(update);
    }

    /** The carrier of one store that is written as it is. */
    public Carrier(Range extent, List<Range> parts) {
        this(extent, parts, Coding.PLAIN);
    }

    /** The carrier of one store. */
    public Carrier(Range extent, List<Range> parts, Coding coding) {
        this(extent, parts, coding, List.of());
    }

    /** Bytes that the store takes up; in another coding than {@link Coding#PLAIN} it has fewer. */
    public long storeLength() {
        return length(parts) + length(update);
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
        Bytes store = coding.decode(read(source, parts));
        return update.isEmpty() ? store : BmffStores.join(store, read(source, update));
    }

    private static long length(List<Range> ranges) {
        return ranges.stream().mapToLong(Range::length).sum();
    }

    private static Bytes read(ByteSource source, List<Range> ranges) throws IOException {
        List<Bytes> read = new ArrayList<>();
        for (Range range : ranges) {
            read.add(source.read(range.start(), Math.toIntExact(range.length())));
        }
        return read.size() == 1 ? read.get(0) : Bytes.concat(read.toArray(new Bytes[0]));
    }
}
