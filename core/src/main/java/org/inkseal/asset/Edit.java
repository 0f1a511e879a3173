package org.inkseal.asset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/**
 * Other bytes for a range of a file, which may be empty.
 *
 * @param range what goes
 * @param bytes what comes there
 */
record Edit(Range range, Bytes bytes) {
    /** Bytes that are put in at a place. */
    static Edit insert(long at, Bytes bytes) {
        return new Edit(new Range(at, 0), bytes);
    }

    /**
     * A file with edits, and all else as it is. Those at one place keep their order.
     *
     * @throws IllegalArgumentException if two of them overlap
     */
    static Layout of(long size, Edit... edits) {
        return of(size, Arrays.asList(edits));
    }

    /** A file with edits, as {@link #of(long, Edit...)} has it. */
    static Layout of(long size, List<Edit> edits) {
        List<Edit> sorted = new ArrayList<>(edits);
        // What is put in before a range that goes has its place first.
        sorted.sort(Comparator.comparingLong((Edit edit) -> edit.range().start())
                .thenComparingLong(edit -> edit.range().end()));
        List<Piece> pieces = new ArrayList<>();
        long at = 0;
        for (Edit edit : sorted) {
            if (edit.range().start() < at) {
                throw new IllegalArgumentException(
                        "parts of the file overlap at byte " + edit.range().start());
            }
            pieces.add(new Piece.Copy(Range.between(at, edit.range().start())));
            pieces.add(new Piece.Literal(edit.bytes()));
            at = edit.range().end();
        }
        pieces.add(new Piece.Copy(Range.between(at, size)));
        return new Layout(pieces);
    }
}
