package org.inkseal.asset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.inkseal.io.Bytes;

/** A PNG file put together by hand, chunk by chunk. */
public final class PngBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A file that starts with its signature and IHDR. */
    public static PngBytes start() {
        return new PngBytes().raw(Hex.bytes("89504e470d0a1a0a")).chunk("IHDR", Hex.bytes("00000001000000010800000000"));
    }

    PngBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Adds a chunk. */
    public PngBytes chunk(String type, byte[] data) {
        byte[] letters = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(letters);
        crc.update(data);
        return raw(ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(letters)
                .put(data)
                .putInt((int) crc.getValue())
                .array());
    }

    /** Adds a chunk. */
    public PngBytes chunk(String type, String data) {
        return chunk(type, data.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** One IDAT and IEND. */
    public Bytes end() {
        chunk("IDAT", Hex.bytes("789c63600000000200 01"));
        chunk("IEND", "");
        return Bytes.wrap(out.toByteArray());
    }
}
