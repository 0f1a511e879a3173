package org.inkseal.cbor;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** UTF-8 both ways with nothing replaced: overlong forms and surrogates are refused (RFC 3629 §3). */
final class Utf8 {
    private Utf8() {}

    /** The text of some bytes, which a document has at an offset. */
    static String decode(Bytes bytes, long offset) throws MalformedException {
        return bytes.text().orElseThrow(() -> new MalformedException(offset, "text is not valid UTF-8"));
    }

    /**
     * The bytes of a text.
     *
     * @throws IllegalArgumentException if the text has a surrogate without its other half
     */
    static Bytes encode(String text) {
        try {
            ByteBuffer out = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[out.remaining()];
            out.get(bytes);
            return Bytes.wrap(bytes);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("text has half a surrogate pair, which UTF-8 cannot hold", e);
        }
    }
}
