package org.inkseal.asset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.inkseal.io.Range;

/** Sets the offsets of a file right for a layout that moves its bytes. */
final class Renumbering {
    private static final long MOST_OF_FOUR_BYTES = 0xffff_ffffL;

    private Renumbering() {}

    /**
     * The layout with offsets that lead to the same bytes as before.
     *
     * @throws ImmovableException if an offset would no longer fit its field
     */
    static Layout of(Layout layout, List<OffsetTable> offsets) throws ImmovableException {
        Moves moves = Moves.of(layout);
        List<OffsetTable> tables = new ArrayList<>(offsets);
        tables.sort(Comparator.comparingLong(OffsetTable::at));
        for (OffsetTable table : tables) {
            requireFit(table, moves);
        }
        List<Piece> pieces = new ArrayList<>();
        int next = 0;
        for (Piece piece : layout.pieces()) {
            if (!(piece instanceof Piece.Copy copy)) {
                pieces.add(piece);
                continue;
            }
            long at = copy.range().start();
            while (next < tables.size()
                    && tables.get(next).range().end() <= copy.range().end()) {
                OffsetTable table = tables.get(next++);
                pieces.add(new Piece.Copy(Range.between(at, table.at())));
                pieces.add(new Piece.Offsets(table, moves));
                at = table.range().end();
            }
            pieces.add(new Piece.Copy(Range.between(at, copy.range().end())));
        }
        return new Layout(pieces);
    }

    /**
     * Fails if an update would change offsets of the file, which the hash of the signed file covers (C2PA 2.2 §11.2.3).
     *
     * @throws ImmovableException if so
     */
    static void requireUnchanged(Layout layout, List<OffsetTable> offsets) throws ImmovableException {
        Moves moves = Moves.of(layout);
        for (OffsetTable table : offsets) {
            if (table.changes(moves)) {
                throw new ImmovableException("an update would change the offset at byte " + table.at()
                        + ", which the hash of the signed file covers; sign it anew instead");
            }
        }
    }

    private static void requireFit(OffsetTable table, Moves moves) throws ImmovableException {
        long least = table.moved(table.least(), moves);
        long most = table.moved(table.most(), moves);
        if (least < 0 || most < 0 || table.width() == 4 && most > MOST_OF_FOUR_BYTES) {
            throw new ImmovableException("the offset at byte " + table.at() + " has " + table.width()
                    + " bytes, which do not hold " + (least < 0 ? least : most)
                    + ": the part that it leads to cannot be moved");
        }
    }
}
