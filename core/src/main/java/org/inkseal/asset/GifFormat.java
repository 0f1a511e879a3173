package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * GIF (GIF89a specification of 1990), still or moving, which keeps its store in an application extension before the
 * first picture (C2PA 2.2 §A.3.8).
 *
 * <p>A new store stands directly after the global colour table. Version 87a knows no application extensions, so such a
 * file becomes one of 89a. To be able to give the old version back, the store then starts with a sub-block that is one
 * byte shorter than it could be.
 */
final class GifFormat implements AssetFormat {
    /** Name of the first region of a file that without any store is of version 87a. */
    static final String OLD = "GIF87a";
    /** Name of the first region of every other file. */
    static final String NEW = "GIF89a";

    /** Bytes of a header or of a logical screen descriptor that stand alone. */
    static final int SIGNATURE = 6;

    /** Introducer, label, size, identifier and authentication code of the extension (C2PA 2.2 §A.3.8). */
    static final Bytes EXTENSION =
            Bytes.wrap(new byte[] {0x21, (byte) 0xff, 11, 'C', '2', 'P', 'A', '_', 'G', 'I', 'F', 1, 0, 0});

    static final int MOST_SUB_BLOCK = 255;

    private static final int LEAST_STORE = 2;
    private static final int MOST_STORE = Integer.MAX_VALUE / 256 * 255 - 64;

    @Override
    public String name() {
        return "GIF";
    }

    @Override
    public String mediaType() {
        return "image/gif";
    }

    @Override
    public List<String> extensions() {
        return List.of("gif");
    }

    @Override
    public boolean hasNamedBoxes() {
        return true;
    }

    @Override
    public boolean sniff(Bytes head) {
        return head.length() >= SIGNATURE
                && (head.slice(0, SIGNATURE).equals(Bytes.utf8(NEW))
                        || head.slice(0, SIGNATURE).equals(Bytes.utf8(OLD)));
    }

    @Override
    public AssetMap map(ByteSource source, Budget budget) throws IOException, MalformedException {
        if (!sniff(source.read(0, (int) Math.min(SIGNATURE, source.size())))) {
            throw new MalformedException(0, "no GIF signature of version 87a or 89a");
        }
        return new GifWalk(source, budget).map(this);
    }

    @Override
    public Optional<BoxWalk> boxes(ByteSource source, AssetMap map, Set<String> names) {
        return Optional.of(new GifBoxes(source, map));
    }

    @Override
    public Layout layout(AssetMap map, long storeLength) {
        if (storeLength < LEAST_STORE || storeLength > MOST_STORE) {
            throw new IllegalArgumentException(
                    "a store of " + storeLength + " bytes in GIF: allowed are " + LEAST_STORE + " to " + MOST_STORE);
        }
        List<Integer> sizes = sizes(map, (int) storeLength);
        return file(map, NEW, EXTENSION.length() + storeLength + sizes.size() + 1);
    }

    @Override
    public Layout stripped(AssetMap map) {
        return file(map, map.regions().get(0).name(), 0);
    }

    @Override
    public Layout withXmp(ByteSource source, AssetMap map, Bytes packet) {
        for (int i = 0; i < packet.length(); i++) {
            if (packet.at(i) == 0) {
                throw new IllegalArgumentException("an XMP packet with a zero byte, which ends an extension of GIF");
            }
        }
        Range place = map.xmp()
                .map(xmp -> Range.between(xmp.start() - GifBlock.XMP.length(), xmp.end() + GifWalk.XMP_MAGIC))
                .orElse(new Range(map.regions().get(1).range().end(), 0));
        return Edit.of(
                map.size(),
                new Edit(new Range(0, SIGNATURE), Bytes.utf8(NEW)),
                new Edit(place, Bytes.concat(GifBlock.XMP, packet, magic())));
    }

    /** Leads a reader of sub-blocks to the end, whichever byte of a packet it takes for a length (XMP Part 3 §1.1.2). */
    private static Bytes magic() {
        byte[] magic = new byte[GifWalk.XMP_MAGIC];
        magic[0] = 1;
        for (int i = 1; i < magic.length - 1; i++) {
            magic[i] = (byte) (256 - i);
        }
        return Bytes.wrap(magic);
    }

    @Override
    public Bytes frame(AssetMap map, Bytes store) {
        List<Integer> sizes = sizes(map, store.length());
        ByteBuffer block = ByteBuffer.allocate(EXTENSION.length() + store.length() + sizes.size() + 1);
        block.put(EXTENSION.buffer());
        int at = 0;
        for (int size : sizes) {
            block.put((byte) size).put(store.slice(at, at + size).buffer());
            at += size;
        }
        return Bytes.wrap(block.array());
    }

    /** Lengths of the sub-blocks that carry a store. */
    private static List<Integer> sizes(AssetMap map, int storeLength) {
        List<Integer> sizes = new ArrayList<>(storeLength / MOST_SUB_BLOCK + 2);
        int left = storeLength;
        if (map.regions().get(0).name().equals(OLD)) {
            sizes.add(Math.min(MOST_SUB_BLOCK, left) - 1);
            left -= sizes.get(0);
        }
        while (left > 0) {
            sizes.add(Math.min(MOST_SUB_BLOCK, left));
            left -= Math.min(MOST_SUB_BLOCK, left);
        }
        return sizes;
    }

    /** A file of a version, with a slot after the logical screen descriptor and its colour table. */
    private static Layout file(AssetMap map, String version, long slot) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Literal(Bytes.utf8(version)));
        List<Region> rest = map.regions().subList(1, map.regions().size());
        for (Region region : rest) {
            if (region.kind() != Region.Kind.CARRIER) {
                pieces.add(new Piece.Copy(region.range()));
            }
            if (region == rest.get(0)) {
                pieces.add(new Piece.Slot(slot));
            }
        }
        return new Layout(pieces);
    }
}
