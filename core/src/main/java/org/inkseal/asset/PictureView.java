package org.inkseal.asset;

import java.io.IOException;
import java.util.List;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * A picture as it is, or as it would be with something else in it. It can be read and signed like a file; nothing is copied
 * before.
 *
 * @param source its bytes
 * @param map its structure
 */
public record PictureView(ByteSource source, AssetMap map) {
    /**
     * This picture without any store and with an XMP packet, in place of the one that it has or as its first.
     *
     * @throws IllegalArgumentException if its format cannot carry it, or not in this file
     * @throws ImmovableException if nothing can be put into this file
     * @throws MalformedException if the file is not what its map says
     */
    public PictureView withXmp(Bytes packet) throws IOException, MalformedException {
        boolean signed = !map.carriers().isEmpty() || !map.faults().isEmpty();
        PictureView bare = signed ? after(map.format().stripped(map)) : this;
        return bare.after(bare.map.format().withXmp(bare.source, bare.map, packet));
    }

    private PictureView after(Layout layout) throws IOException, MalformedException {
        ByteSource view = new LayoutSource(source, layout, Bytes.EMPTY);
        return new PictureView(view, map.format().map(view, Budget.standard()));
    }

    /** The whole picture. */
    public Layout whole() {
        return new Layout(List.of(new Piece.Copy(new Range(0, source.size()))));
    }
}
