package org.inkseal.asset;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.asset.ProvenanceBox.Purpose;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/**
 * An update of an ISO base media file: the box of its store is renamed, and another one with the update manifests becomes
 * the last box of the file (C2PA 2.4 §18.6.2, §A.5.3). Nothing moves, and no hash covers either.
 */
final class BmffUpdate {
    private static final Bytes ORIGINAL = Bytes.utf8("original");
    /** The end of the purpose and the place of the first box of hashes stand between a purpose and its store. */
    private static final int AFTER_PURPOSE = 1 + 8;

    private BmffUpdate() {}

    /**
     * The file with a slot for a store of update manifests.
     *
     * @throws IllegalArgumentException if it has no store
     */
    static Layout layout(AssetMap map, long storeLength) {
        Carrier carrier = map.carrier()
                .orElseThrow(
                        () -> new IllegalArgumentException("the file has no manifest store that could be updated"));
        long purpose = carrier.parts().get(0).start() - AFTER_PURPOSE - ORIGINAL.length();
        List<Piece> pieces = new ArrayList<>();
        for (Region region : map.regions()) {
            Range range = region.range();
            if (range.equals(carrier.extent())) {
                pieces.add(new Piece.Copy(Range.between(range.start(), purpose)));
                pieces.add(new Piece.Literal(ORIGINAL));
                pieces.add(new Piece.Copy(Range.between(purpose + ORIGINAL.length(), range.end())));
            } else if (!holdsUpdate(carrier, range)) {
                pieces.add(new Piece.Copy(range));
            }
        }
        pieces.add(new Piece.Slot(storeLength + ProvenanceBox.overhead(Purpose.UPDATE)));
        return new Layout(pieces);
    }

    private static boolean holdsUpdate(Carrier carrier, Range box) {
        return carrier.update().stream().anyMatch(store -> box.start() <= store.start() && store.end() <= box.end());
    }
}
