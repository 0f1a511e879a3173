package org.inkseal.asset;

import static org.inkseal.asset.BmffBytes.ascii;
import static org.inkseal.asset.BmffBytes.box;
import static org.inkseal.asset.BmffBytes.ints;
import static org.inkseal.asset.BmffBytes.join;
import static org.inkseal.asset.BmffBytes.type;

import org.inkseal.io.Bytes;

/** A picture file with an XMP packet as its second item, put together by hand. */
final class BmffItemBytes {
    static final String IN_FILE = "in the file";
    static final String IN_META = "in the box idat";
    static final String SPLIT = "in two pieces";
    static final String IN_ITEM = "in another item";
    static final String BEHIND = "behind the end of the file";

    private BmffItemBytes() {}

    static Bytes picture(String where, String packet) {
        byte[] type = type("avifmif1");
        int before = type.length + meta(where, packet, 0).length + 8;
        byte[] media = box("mdat", ascii("picture"), ascii(packet));
        return Bytes.wrap(join(type, meta(where, packet, before), media));
    }

    private static byte[] meta(String where, String packet, int media) {
        int length = packet.length();
        byte[] extents = switch (where) {
            case IN_META -> join(Hex.bytes("0001 0000 0001"), ints(4, length));
            case SPLIT -> join(Hex.bytes("0000 0000 0002"), ints(media + 7, 5, media + 12, length - 5));
            case IN_ITEM -> join(Hex.bytes("0002 0000 0001"), ints(0, length));
            case BEHIND -> join(Hex.bytes("0000 0000 0001"), ints(media + 8, length));
            default -> join(Hex.bytes("0000 0000 0001"), ints(media + 7, length));
        };
        byte[] locations = box(
                "iloc",
                Hex.bytes("01000000 4400 0002"),
                Hex.bytes("0001 0000 0000 0001"),
                ints(media, 7),
                Hex.bytes("0007"),
                extents);
        return box(
                "meta",
                ints(0),
                box("hdlr", ints(0, 0), ascii("pict"), new byte[13]),
                box("pitm", ints(0), Hex.bytes("0001")),
                box(
                        "iinf",
                        ints(0),
                        Hex.bytes("0002"),
                        box("infe", ints(0x02000000), Hex.bytes("0001 0000"), ascii("av01\0")),
                        box("infe", ints(0x02000001), Hex.bytes("0007 0000"), ascii("mimeXMP\0application/rdf+xml\0"))),
                box("iref", ints(0), box("cdsc", Hex.bytes("0007 0001 0001"))),
                locations,
                box("idat", ascii("some"), ascii(packet)));
    }
}
