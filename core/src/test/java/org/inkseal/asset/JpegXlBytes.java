package org.inkseal.asset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.inkseal.io.Bytes;

/** A JPEG XL container put together by hand, box by box. */
final class JpegXlBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A file that starts with its signature and type. */
    static JpegXlBytes start() {
        return new JpegXlBytes().raw(Hex.bytes("0000000c 4a584c20 0d0a870a")).box("ftyp", "jxl \0\0\0\0jxl ");
    }

    JpegXlBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    JpegXlBytes box(String type, byte[] payload) {
        return header(type, 8 + payload.length).raw(payload);
    }

    JpegXlBytes box(String type, String payload) {
        return box(type, payload.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A box whose size takes 64 bits. */
    JpegXlBytes largeBox(String type, byte[] payload) {
        header(type, 1);
        return raw(ByteBuffer.allocate(8).putLong(16 + payload.length).array()).raw(payload);
    }

    /** The first 8 bytes of a box of that size, whatever follows. */
    JpegXlBytes header(String type, int size) {
        raw(ByteBuffer.allocate(4).putInt(size).array());
        return raw(type.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A part of the codestream with its number. */
    JpegXlBytes part(int number, String bytes) {
        byte[] data = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return box(
                "jxlp",
                ByteBuffer.allocate(4 + data.length).putInt(number).put(data).array());
    }

    /** The codestream in one box. */
    JpegXlBytes codestream() {
        return box("jxlc", "\u00ff\n and the picture");
    }

    Bytes end() {
        return Bytes.wrap(out.toByteArray());
    }
}
