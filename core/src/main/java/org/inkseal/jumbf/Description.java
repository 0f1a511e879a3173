package org.inkseal.jumbf;

import java.util.Optional;
import java.util.OptionalLong;
import org.inkseal.io.Bytes;

/**
 * The description box, {@code jumd}, of a superbox (ISO 19566-5 A.3).
 *
 * @param toggles the bits that say which of the other fields are there
 * @param id an unsigned 32-bit integer
 * @param sha256 32 bytes
 * @param salt 16 or 32 random bytes, which keep a redacted assertion from being guessed (C2PA 2.2 §8.4.2.3)
 */
public record Description(
        ContentType type,
        int toggles,
        Optional<String> label,
        OptionalLong id,
        Optional<Bytes> sha256,
        Optional<Bytes> salt) {
    static final String TYPE = "jumd";
    static final String SALT_TYPE = "c2sh";

    static final int REQUESTABLE = 0x01;
    static final int LABEL = 0x02;
    static final int ID = 0x04;
    static final int SHA256 = 0x08;
    static final int PRIVATE = 0x10;
    static final int UNKNOWN = 0xe0;

    /** Whether a URI may point at the box. */
    public boolean isRequestable() {
        return (toggles & REQUESTABLE) != 0;
    }

    static boolean isSalt(Bytes bytes) {
        return bytes.length() == 16 || bytes.length() == 32;
    }
}
