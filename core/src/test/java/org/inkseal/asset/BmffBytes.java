package org.inkseal.asset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.inkseal.io.Bytes;

/** An ISO base media file put together by hand, box by box. Offsets in it are right. */
final class BmffBytes {
    static final String C2PA = "d8fec3d61b0e483c92975828877ec481";
    private static final String XMP = "be7acfcb97a942e89c71999491e3afac";
    private static final byte[] SELF = box("url ", Hex.bytes("00000001"));

    private BmffBytes() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] box(String type, byte[]... content) {
        byte[] payload = join(content);
        return join(ints(8 + payload.length), ascii(type), payload);
    }

    /** A box whose size takes 64 bits. */
    static byte[] large(String type, byte[] payload) {
        return join(ints(1), ascii(type), longs(16 + payload.length), payload);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] ints(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    static byte[] longs(long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length);
        for (long number : numbers) {
            bytes.putLong(number);
        }
        return bytes.array();
    }

    static byte[] type(String brands) {
        return box("ftyp", ascii(brands.substring(0, 4)), ints(0), ascii(brands));
    }

    /** A C2PA box. */
    static byte[] provenance(String purpose, byte[] content) {
        return box("uuid", Hex.bytes(C2PA), ints(0), ascii(purpose + "\0"), content);
    }

    /** A picture with every kind of item location, a box of 64-bit size, and a last box of open size. */
    static Bytes heic() {
        byte[] type = type("heicmif1");
        byte[] free = box("free", ascii("something"));
        byte[] uuid = box("uuid", Hex.bytes(XMP), ascii("<x:xmpmeta/>"));
        byte[] first = large("mdat", ascii("first picture"));
        int before = type.length + free.length;
        int length = meta(0, 0).length;
        byte[] meta = meta(before + length + 16, before + length + first.length + uuid.length + 8);
        byte[] last = join(ints(0), ascii("mdat"), ascii("second picture, up to the end of the file"));
        return Bytes.wrap(join(type, free, meta, first, uuid, last));
    }

    private static byte[] meta(int first, int second) {
        byte[] items = join(
                // Two extents that count from a base, with an index each.
                Hex.bytes("0001 0000 0000"),
                ints(first),
                Hex.bytes("0002"),
                ints(1, 0, 5, 2, 6, 7),
                // In the box idat.
                Hex.bytes("0002 0001 0000"),
                ints(0),
                Hex.bytes("0001"),
                ints(0, 4, 4),
                // Without a base.
                Hex.bytes("0003 0000 0000"),
                ints(0),
                Hex.bytes("0001"),
                ints(0, second, 6));
        byte[] extents = box("iloc", Hex.bytes("01000000 4444 0003"), items);
        byte[] bases = box(
                "iloc",
                Hex.bytes("00000000 0480 0001"),
                Hex.bytes("0004 0000"),
                longs(second + 7),
                Hex.bytes("0001"),
                ints(7));
        byte[] wide = box(
                "iloc", Hex.bytes("02000000 8800 00000001"), ints(5), Hex.bytes("0000 0000 0001"), longs(second, 6));
        byte[] handler = box("hdlr", ints(0, 0), ascii("pict"), new byte[13]);
        byte[] data = box("dinf", box("dref", ints(0, 1), SELF));
        byte[] more = box("meco", box("meta", ints(0), handler, bases), box("meta", ints(0), wide));
        return join(box("meta", ints(0), handler, data, extents, box("idat", ascii("data item"))), more);
    }

    /** A film with every kind of sample table, and an index of fragments that it does not have. */
    static Bytes mp4() {
        byte[] type = type("isommp42");
        byte[] media = box("mdat", ascii("one two three"));
        int length = moov(0).length;
        byte[] moov = moov(type.length + length + 8);
        int end = type.length + moov.length + media.length;
        byte[] index = box(
                "mfra",
                box(
                        "tfra",
                        ints(0, 1, 0, 2),
                        ints(0, end - 3),
                        Hex.bytes("010101"),
                        ints(9, end - 8),
                        Hex.bytes("010101")));
        return Bytes.wrap(join(type, moov, media, index));
    }

    private static byte[] moov(int media) {
        byte[] small = track(box("stco", ints(0, 2), ints(media, media + 4)), box("saio", ints(0, 1), ints(media + 8)));
        byte[] large = track(
                box("co64", ints(0, 1), longs(media + 8)),
                box("saio", Hex.bytes("01000001"), ascii("cenc"), ints(0, 1), longs(media + 2)));
        return box("moov", box("mvhd", new byte[100]), small, large, box("udta", ints(0)));
    }

    private static byte[] track(byte[]... tables) {
        byte[] data = box("dinf", box("dref", ints(0, 1), SELF));
        return box("trak", box("mdia", box("minf", data, box("stbl", join(tables)))));
    }
}
