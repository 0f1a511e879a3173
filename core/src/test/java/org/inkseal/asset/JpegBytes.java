package org.inkseal.asset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.inkseal.io.Bytes;

/** A JPEG file put together by hand, segment by segment. */
public final class JpegBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A file that starts with SOI. */
    public static JpegBytes start() {
        return new JpegBytes().raw("ffd8");
    }

    JpegBytes raw(String digits) {
        return raw(Hex.bytes(digits));
    }

    JpegBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Adds a segment. */
    public JpegBytes segment(int code, byte[] payload) {
        return raw(ByteBuffer.allocate(4 + payload.length)
                .put((byte) 0xff)
                .put((byte) code)
                .putShort((short) (2 + payload.length))
                .put(payload)
                .array());
    }

    /** Adds a segment. */
    public JpegBytes segment(int code, String payload) {
        return segment(code, payload.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** An APP11 segment with a part of a box. */
    JpegBytes packet(String identifier, int instance, int sequence, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer payload = ByteBuffer.allocate(8 + length);
        payload.put(identifier.getBytes(StandardCharsets.ISO_8859_1));
        payload.putShort((short) instance).putInt(sequence);
        for (byte[] part : parts) {
            payload.put(part);
        }
        return segment(0xeb, payload.array());
    }

    /** The part [from, to) of a store, with the header of the store repeated unless the part has it. */
    JpegBytes part(Bytes store, int instance, int sequence, int from, int to) {
        byte[] header = from == 0 ? new byte[0] : store.slice(0, 8).toArray();
        return packet("JP", instance, sequence, header, store.slice(from, to).toArray());
    }

    /** A scan of a few entropy-coded bytes, and EOI. */
    public Bytes scan() {
        segment(0xda, Hex.bytes("010100003f00"));
        raw("1234ff005678ffd9");
        return Bytes.wrap(out.toByteArray());
    }
}
