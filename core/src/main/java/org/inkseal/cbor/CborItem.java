package org.inkseal.cbor;

import java.util.List;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * One data item as it is stored.
 *
 * @param offset of its first byte, that of its outermost tag if it has tags
 * @param tags in front of it, outermost first, as unsigned 64-bit integers
 * @param head the head after the tags
 * @param chunks content of a string: one chunk where the length is definite; none for other items
 */
record CborItem(int offset, List<Long> tags, CborHead head, List<Bytes> chunks) {

    /** The value, without tags, of an integer, a string or a simple value. */
    Value scalar() throws MalformedException {
        return switch (head.major()) {
            case CborHead.UNSIGNED, CborHead.NEGATIVE -> new Value.Int(head.integer());
            case CborHead.BINARY -> new Value.Binary(chunks.size() == 1 ? chunks.get(0) : concat());
            case CborHead.TEXT -> new Value.Text(text());
            default -> Value.simple((int) head.argument());
        };
    }

    private Bytes concat() {
        return Bytes.concat(chunks.toArray(Bytes[]::new));
    }

    // RFC 8949 §3.2.3: every chunk is valid UTF-8 of its own.
    private String text() throws MalformedException {
        StringBuilder text = new StringBuilder();
        for (Bytes chunk : chunks) {
            text.append(Utf8.decode(chunk, head.end()));
        }
        return text.toString();
    }
}
