package org.inkseal.asset;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * JPEG XL (ISO/IEC 18181-2), which keeps its store as it is in a {@code jumb} box of its container (C2PA 2.3 §A.3.9).
 *
 * <p>A new store stands after {@code ftyp}, and after the level that has its place there, so before the codestream. A
 * naked codestream has no boxes: it is wrapped when it is signed, and stripping gives it back ({@link JpegXlWrap}).
 */
final class JpegXlFormat implements AssetFormat {
    /** {@link AssetMap#frame} of a container; a positive number is the header of the codestream that we wrapped. */
    static final int CONTAINER = 0;
    /** {@link AssetMap#frame} of a naked codestream. */
    static final int NAKED = -1;

    private static final int LEAST_STORE = 8;
    private static final int MOST_STORE = Integer.MAX_VALUE - 64;
    private static final int JUMB = 0x6a756d62;

    @Override
    public String name() {
        return "JPEG XL";
    }

    @Override
    public String mediaType() {
        return "image/jxl";
    }

    @Override
    public List<String> extensions() {
        return List.of("jxl");
    }

    @Override
    public boolean hasNamedBoxes() {
        return true;
    }

    @Override
    public boolean sniff(Bytes head) {
        return head.startsWith(0, JpegXlWrap.SIGNATURE) || head.startsWith(0, JpegXlWrap.CODESTREAM);
    }

    @Override
    public AssetMap map(ByteSource source, Budget budget) throws IOException, MalformedException {
        Bytes head = source.read(0, (int) Math.min(JpegXlWrap.CODESTREAM.length, source.size()));
        if (!head.startsWith(0, JpegXlWrap.CODESTREAM)) {
            return new JpegXlWalk(source, budget).map(this);
        }
        Range whole = new Range(0, source.size());
        return new AssetMap(
                this,
                source.size(),
                List.of(new Region("codestream", whole, Region.Kind.CONTENT)),
                List.of(),
                List.of(),
                NAKED,
                Optional.empty());
    }

    @Override
    public Optional<BoxWalk> boxes(ByteSource source, AssetMap map, Set<String> names) {
        return map.frame() == NAKED ? Optional.empty() : Optional.of(new JpegXlBoxes(source, map));
    }

    @Override
    public Layout layout(AssetMap map, long storeLength) {
        if (storeLength < LEAST_STORE || storeLength > MOST_STORE) {
            throw new IllegalArgumentException("a store of " + storeLength + " bytes in JPEG XL: allowed are "
                    + LEAST_STORE + " to " + MOST_STORE);
        }
        return map.frame() == NAKED
                ? JpegXlWrap.around(map.size(), storeLength)
                : Splice.with(map, placeOf(map.regions()), storeLength);
    }

    @Override
    public Layout stripped(AssetMap map) {
        if (map.frame() <= CONTAINER) {
            return Splice.without(map);
        }
        long box = map.regions().get(map.regions().size() - 1).range().start();
        return new Layout(List.of(new Piece.Copy(Range.between(box + map.frame(), map.size()))));
    }

    @Override
    public Optional<String> change(AssetMap map) {
        return map.frame() == NAKED
                ? Optional.of("the naked codestream was put into a JPEG XL container, which can hold a credential")
                : Optional.empty();
    }

    @Override
    public CarriedXmp carriedXmp(ByteSource source, AssetMap map, Budget budget) throws IOException {
        CarriedXmp plain = AssetFormat.super.carriedXmp(source, map, budget);
        return plain.equals(CarriedXmp.NONE) && hasCompressedXmp(source, map)
                ? CarriedXmp.unread("an XMP packet in a brob box, compressed with Brotli")
                : plain;
    }

    @Override
    public Layout withXmp(ByteSource source, AssetMap map, Bytes packet) {
        Bytes box = JpegXlWrap.box("xml ", packet);
        if (map.frame() == NAKED) {
            return JpegXlWrap.around(map.size(), box);
        }
        Optional<Range> old = map.xmp()
                .flatMap(xmp -> map.regions().stream()
                        .map(Region::range)
                        .filter(range -> range.start() < xmp.start() && xmp.end() == range.end())
                        .findFirst());
        return Edit.of(map.size(), new Edit(old.orElse(new Range(placeOf(map.regions()), 0)), box));
    }

    private static boolean hasCompressedXmp(ByteSource source, AssetMap map) throws IOException {
        for (Region region : map.regions()) {
            // The type of the box that was compressed comes after the header, which is longer for 4 GiB.
            boolean compressed = region.name().equals("brob") && region.range().length() >= 12;
            if (compressed && source.read(region.range().start() + 8, 4).equals(Bytes.utf8("xml "))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Bytes frame(AssetMap map, Bytes store) {
        if (store.length() < LEAST_STORE
                || store.buffer().getInt(0) != store.length()
                || store.buffer().getInt(4) != JUMB) {
            throw new IllegalArgumentException(
                    "a store for JPEG XL starts with its length in 4 bytes and 'jumb'; this one has " + store.length()
                            + " bytes and starts with "
                            + store.slice(0, Math.min(LEAST_STORE, store.length()))
                                    .hex());
        }
        return store;
    }

    private static long placeOf(List<Region> regions) {
        long place = regions.get(1).range().end();
        for (Region region : regions.subList(2, regions.size())) {
            if (region.name().equals("jxll")) {
                return region.range().end();
            }
            if (region.kind() != Region.Kind.CARRIER) {
                break;
            }
        }
        return place;
    }
}
