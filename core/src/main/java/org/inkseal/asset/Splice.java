package org.inkseal.asset;

import java.util.ArrayList;
import java.util.List;

/** Layouts of the formats that keep their store between two boxes and need no byte changed elsewhere. */
final class Splice {
    private Splice() {}

    /** The file without its carriers. */
    static Layout without(AssetMap map) {
        return with(map, 0, 0);
    }

    /**
     * The file without its carriers, with a slot in it.
     *
     * @param at where the slot goes in the file as it is: the end of a region
     */
    static Layout with(AssetMap map, long at, long slotLength) {
        List<Piece> pieces = new ArrayList<>();
        for (Region region : map.regions()) {
            if (region.kind() != Region.Kind.CARRIER) {
                pieces.add(new Piece.Copy(region.range()));
            }
            if (region.range().end() == at) {
                pieces.add(new Piece.Slot(slotLength));
            }
        }
        return new Layout(pieces);
    }
}
