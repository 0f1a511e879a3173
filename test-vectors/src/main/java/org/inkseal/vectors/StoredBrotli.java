package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Bytes;

/** A brotli stream that compresses nothing: meta-blocks of stored bytes (RFC 7932 §9.2). */
final class StoredBrotli {
    private static final int MOST = 1 << 16;
    private static final Bytes END = Bytes.wrap(new byte[] {3});

    private StoredBrotli() {}

    static Bytes of(Bytes content) {
        List<Bytes> parts = new ArrayList<>();
        for (int at = 0; at < content.length(); at += MOST) {
            Bytes block = content.slice(at, Math.min(content.length(), at + MOST));
            // Only the stream begins with the bit that stands for a window of 64 KiB.
            int shift = at == 0 ? 1 : 0;
            int head = (block.length() - 1 << 3 | 1 << 19) << shift;
            parts.add(Bytes.wrap(new byte[] {(byte) head, (byte) (head >> 8), (byte) (head >> 16)}));
            parts.add(block);
        }
        parts.add(END);
        return Bytes.concat(parts.toArray(new Bytes[0]));
    }
}
