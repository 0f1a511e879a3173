package org.inkseal.asset;

import java.nio.ByteBuffer;
import org.inkseal.io.Bytes;

/**
 * The APP11 segments around a store: {@code FFEB | Lp | 'JP' | En | Z | LBox | TBox | payload}, where LBox and TBox of
 * the store are repeated in every segment.
 */
final class JpegFrame {
    /** Bytes of LBox and TBox. */
    static final int BOX_HEADER = 8;

    static final int MARKER = 0xffeb;
    static final int COMMON_IDENTIFIER = 0x4a50;
    static final int JUMB = 0x6a756d62;

    private static final int SEGMENT_HEADER = 12;
    private static final int PAYLOAD = 0xffff - (SEGMENT_HEADER - 2) - BOX_HEADER;
    private static final long MOST_STORE = Integer.MAX_VALUE >> 1;

    private JpegFrame() {}

    /** Bytes of a store with its frame. */
    static long length(long storeLength) {
        return storeLength + segments(storeLength) * (SEGMENT_HEADER + BOX_HEADER) - BOX_HEADER;
    }

    /** The largest store that fits into a number of segments, and into an array once framed. */
    static long mostBytes(long segments) {
        return Math.min(MOST_STORE, segments * PAYLOAD + BOX_HEADER);
    }

    /** Cuts a store into segments. */
    static Bytes of(Bytes store, int instance) {
        requireSuperbox(store);
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(length(store.length())));
        Bytes header = store.slice(0, BOX_HEADER);
        int at = BOX_HEADER;
        for (int sequence = 1; sequence == 1 || at < store.length(); sequence++) {
            int count = Math.min(PAYLOAD, store.length() - at);
            out.putShort((short) MARKER);
            out.putShort((short) (SEGMENT_HEADER - 2 + BOX_HEADER + count));
            out.putShort((short) COMMON_IDENTIFIER);
            out.putShort((short) instance);
            out.putInt(sequence);
            out.put(header.buffer());
            out.put(store.slice(at, at + count).buffer());
            at += count;
        }
        return Bytes.wrap(out.array());
    }

    private static long segments(long storeLength) {
        return Math.max(1, (storeLength - BOX_HEADER + PAYLOAD - 1) / PAYLOAD);
    }

    private static void requireSuperbox(Bytes store) {
        if (store.length() < BOX_HEADER
                || store.buffer().getInt(0) != store.length()
                || store.buffer().getInt(4) != JUMB) {
            throw new IllegalArgumentException(
                    "a store for JPEG starts with its length in 4 bytes and 'jumb'; this one has " + store.length()
                            + " bytes and starts with "
                            + store.slice(0, Math.min(BOX_HEADER, store.length()))
                                    .hex());
        }
    }
}
