package org.inkseal.asset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    /** The content of an APP2 segment that tells where a second picture is (CIPA DC-007). */
    static byte[] multiPicture(ByteOrder order, int firstLength, int secondOffset, int secondLength) {
        ByteBuffer mpf = ByteBuffer.allocate(86).order(order);
        mpf.put("MPF\0".getBytes(StandardCharsets.ISO_8859_1));
        mpf.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.ISO_8859_1));
        mpf.putShort((short) 42).putInt(8).putShort((short) 3);
        mpf.putShort((short) 0xb000).putShort((short) 7).putInt(4).put("0100".getBytes(StandardCharsets.ISO_8859_1));
        mpf.putShort((short) 0xb001).putShort((short) 4).putInt(1).putInt(2);
        mpf.putShort((short) 0xb002).putShort((short) 7).putInt(32).putInt(50).putInt(0);
        mpf.putInt(0x30000).putInt(firstLength).putInt(0).putInt(0);
        mpf.putInt(0).putInt(secondLength).putInt(secondOffset).putInt(0);
        return mpf.array();
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
