package org.inkseal.asset;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Range;

/** Where the bytes of an input are in an output. Bytes keep their order. */
public final class Moves {
    private final List<Range> from = new ArrayList<>();
    private final List<Long> to = new ArrayList<>();

    private Moves() {}

    /** What a layout does to its input. */
    public static Moves of(Layout layout) {
        Moves moves = new Moves();
        long at = 0;
        for (Piece piece : layout.pieces()) {
            if (piece.source().isPresent()) {
                moves.add(piece.source().get(), at);
            }
            at += piece.length();
        }
        return moves;
    }

    private void add(Range range, long at) {
        int last = from.size() - 1;
        if (last >= 0
                && from.get(last).end() == range.start()
                && to.get(last) + from.get(last).length() == at) {
            from.set(last, Range.between(from.get(last).start(), range.end()));
        } else {
            from.add(range);
            to.add(at);
        }
    }

    /**
     * Where a byte of the input is in the output. One that was left out counts as the next that was not, and one after
     * the end of the input keeps its distance from the end.
     */
    public long apply(long position) {
        int low = 0;
        int high = from.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from.get(middle).end() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (from.isEmpty()) {
            return position;
        }
        int index = Math.min(low, from.size() - 1);
        Range range = from.get(index);
        return to.get(index) + Math.max(0, position - range.start());
    }
}
