package org.inkseal.asset;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Range;

/**
 * An IFD of the main chain.
 *
 * @param pointer where its place is written: in the header, or in the IFD before
 * @param pointed the place that is written there
 * @param directory the IFD
 * @param stores which of its entries are of manifest stores, whole or damaged
 * @param insert which entry comes after that of a store, by the order of tags
 */
record TiffPage(long pointer, long pointed, TiffDirectory directory, List<Integer> stores, long insert) {
    /** The tag of a manifest store (C2PA 2.4 §A.3.6). */
    static final int STORE = 0xcd41;

    /** Copies the list. */
    TiffPage {
        stores = List.copyOf(stores);
    }

    /** Number of entries that are not of stores. */
    long kept() {
        return directory.size() - stores.size();
    }

    /** The entries of a part of the IFD that are not of stores. */
    List<Piece> entries(long from, long to) {
        List<Piece> pieces = new ArrayList<>();
        long at = from;
        for (int store : stores) {
            if (store >= at && store < to) {
                pieces.add(copy(at, store));
                at = store + 1L;
            }
        }
        pieces.add(copy(at, to));
        return pieces;
    }

    private Piece copy(long from, long to) {
        return new Piece.Copy(Range.between(directory.entryAt(from), directory.entryAt(to)));
    }
}
