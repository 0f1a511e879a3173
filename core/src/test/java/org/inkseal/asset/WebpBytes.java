package org.inkseal.asset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.inkseal.io.Bytes;

/** A WebP file put together by hand, chunk by chunk. */
final class WebpBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static WebpBytes start() {
        return new WebpBytes();
    }

    /** A chunk, with its pad byte if it needs one. */
    WebpBytes chunk(String name, byte[] data) {
        out.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(littleEndian(data.length));
        out.writeBytes(data);
        out.writeBytes(new byte[data.length & 1]);
        return this;
    }

    WebpBytes chunk(String name, String data) {
        return chunk(name, data.getBytes(StandardCharsets.ISO_8859_1));
    }

    WebpBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes end() {
        return endOf(out.size() + 4);
    }

    /** The file with another size in its header. */
    Bytes endOf(int size) {
        return Bytes.concat(
                Bytes.utf8("RIFF"), Bytes.wrap(littleEndian(size)), Bytes.utf8("WEBP"), Bytes.wrap(out.toByteArray()));
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
