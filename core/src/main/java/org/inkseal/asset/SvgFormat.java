package org.inkseal.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;
import org.inkseal.xmp.XmpPacket;

/**
 * SVG (W3C SVG 1.1 and 2) in UTF-8, which keeps its store as Base64 in the element {@code c2pa:manifest} of a
 * {@code metadata} element of the root (C2PA 2.2 §A.3.3).
 *
 * <p>The hash leaves out the Base64 and nothing else, as other writers do. No part of a drawing counts as metadata:
 * browsers run scripts and apply styles wherever they stand.
 */
final class SvgFormat implements AssetFormat {
    /** Name of the regions before the place of the store. */
    static final String HEAD = "head";
    /** Name of the end of a root without content, which must open before there can be a store in it. */
    static final String CLOSED = "/>";

    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int MOST_STORE = Integer.MAX_VALUE / 4 * 3 - 64;

    @Override
    public String name() {
        return "SVG";
    }

    @Override
    public String mediaType() {
        return "image/svg+xml";
    }

    @Override
    public List<String> extensions() {
        return List.of("svg");
    }

    @Override
    public boolean sniff(Bytes head) {
        if (isWide(head)) {
            return opens(new String(head.toArray(), StandardCharsets.UTF_16));
        }
        int from = head.startsWith(0, BOM) ? BOM.length : 0;
        return opens(new String(head.from(from).toArray(), StandardCharsets.ISO_8859_1));
    }

    /** Whether bytes begin like UTF-16. */
    private static boolean isWide(Bytes head) {
        return head.startsWith(0, (byte) 0xfe, (byte) 0xff)
                || head.startsWith(0, (byte) 0xff, (byte) 0xfe)
                || head.startsWith(0, (byte) 0, (byte) '<');
    }

    /** Whether the root of a document is an svg, as far as it can be seen. */
    private static boolean opens(String text) {
        int at = 0;
        while (at < text.length()) {
            String rest = text.substring(at).stripLeading();
            if (rest.startsWith("<svg") || rest.startsWith("<!DOCTYPE svg")) {
                int end = rest.indexOf("svg") + 3;
                return end < rest.length() && " \t\r\n/>[".indexOf(rest.charAt(end)) >= 0;
            }
            String mark = rest.startsWith("<?") ? "?>" : rest.startsWith("<!--") ? "-->" : "";
            int end = mark.isEmpty() ? -1 : rest.indexOf(mark);
            if (end < 0) {
                return false;
            }
            at = text.length() - rest.length() + end + mark.length();
        }
        return false;
    }

    @Override
    public AssetMap map(ByteSource source, Budget budget) throws IOException, MalformedException {
        Bytes head = source.read(0, (int) Math.min(BOM.length, source.size()));
        if (isWide(head)) {
            throw new MalformedException(0, "an SVG in UTF-16: UTF-8 is allowed");
        }
        return new SvgWalk(source, budget, head.startsWith(0, BOM) ? BOM.length : 0).map(this);
    }

    @Override
    public Layout layout(AssetMap map, long storeLength) {
        if (storeLength < 1 || storeLength > MOST_STORE) {
            throw new IllegalArgumentException(
                    "a store of " + storeLength + " bytes in SVG: allowed are 1 to " + MOST_STORE);
        }
        SvgPlace place = SvgPlace.values()[map.frame()];
        return file(
                map,
                new Piece.Literal(Bytes.utf8(place.before())),
                new Piece.Slot((storeLength + 2) / 3 * 4),
                new Piece.Literal(Bytes.utf8(place.after())));
    }

    @Override
    public Layout stripped(AssetMap map) {
        boolean closed = SvgPlace.values()[map.frame()] == SvgPlace.CLOSED_ROOT;
        return closed ? file(map, new Piece.Literal(Bytes.utf8(CLOSED))) : file(map);
    }

    @Override
    public Layout withXmp(ByteSource source, AssetMap map, Bytes packet) {
        Bytes element = XmpPacket.bare(packet);
        if (map.xmp().isPresent()) {
            return Edit.of(map.size(), new Edit(map.xmp().get(), element));
        }
        long place = map.regions().stream()
                .filter(region -> region.name().equals(HEAD))
                .mapToLong(region -> region.range().end())
                .max()
                .orElseThrow();
        return switch (SvgPlace.values()[map.frame()]) {
            case SHARED_METADATA, EMPTY_METADATA -> Edit.of(map.size(), Edit.insert(place, element));
            case OWN_METADATA -> Edit.of(map.size(), Edit.insert(place, metadata(element, "", "")));
            case CLOSED_ROOT ->
                Edit.of(map.size(), new Edit(new Range(place, CLOSED.length()), metadata(element, ">", "</svg>")));
        };
    }

    private static Bytes metadata(Bytes element, String before, String after) {
        return Bytes.concat(Bytes.utf8(before + "<metadata>"), element, Bytes.utf8("</metadata>" + after));
    }

    @Override
    public Bytes frame(AssetMap map, Bytes store) {
        return Bytes.wrap(Base64.getEncoder().encode(store.toArray()));
    }

    /** A file with some pieces where its store was or will be. */
    private static Layout file(AssetMap map, Piece... middle) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Region region : map.regions()) {
            if (region.name().equals(HEAD)) {
                pieces.add(new Piece.Copy(region.range()));
                at = pieces.size();
            } else if (region.kind() != Region.Kind.CARRIER && !region.name().equals(CLOSED)) {
                pieces.add(new Piece.Copy(region.range()));
            }
        }
        pieces.addAll(at, List.of(middle));
        return new Layout(pieces);
    }
}
