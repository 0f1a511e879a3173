package org.inkseal.jumbf;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.inkseal.io.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The type of a superbox: a UUID of 16 bytes (ISO 19566-5 B.1, C2PA 2.2 §11.1.4).
 *
 * @param uuid 16 bytes
 */
public record ContentType(Bytes uuid) {
    private static final int LENGTH = 16;
    private static final String SUFFIX = "-0011-0010-8000-00aa00389b71";

    /** Manifest store. */
    public static final ContentType STORE = of("c2pa");
    /** Standard manifest. */
    public static final ContentType MANIFEST = of("c2ma");
    /** Update manifest. */
    public static final ContentType UPDATE_MANIFEST = of("c2um");
    /** Compressed manifest of either kind. */
    public static final ContentType COMPRESSED_MANIFEST = of("c2cm");
    /** Standard manifest under the type of early drafts; read, never written. */
    public static final ContentType LEGACY_MANIFEST = of("c2md");
    /** Assertion store. */
    public static final ContentType ASSERTION_STORE = of("c2as");
    /** Claim. */
    public static final ContentType CLAIM = of("c2cl");
    /** Claim signature. */
    public static final ContentType SIGNATURE = of("c2cs");
    /** Store of verifiable credentials, up to C2PA 1.4. */
    public static final ContentType CREDENTIALS = of("c2vc");
    /** Store of data boxes, up to C2PA 2.1. */
    public static final ContentType DATABOXES = of("c2db");
    /** CBOR in one {@code cbor} box. */
    public static final ContentType CBOR = of("cbor");
    /** JSON in one {@code json} box. */
    public static final ContentType JSON = of("json");
    /** Bytes of a type of their own, in one {@code uuid} box. */
    public static final ContentType UUID_CONTENT = of("uuid");
    /** A file: a {@code bfdb} box that describes it and a {@code bidb} box that holds it. */
    public static final ContentType EMBEDDED_FILE = ofUuid("40cb0c32-bb8a-489d-a70b-2ad6f47f4369");
    /** A codestream in one {@code jp2c} box. */
    public static final ContentType CODESTREAM = ofUuid("6579d6fb-dba2-446b-b2ac-1b82feeb89d1");

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if there are not 16 bytes
     */
    public ContentType {
        if (uuid.length() != LENGTH) {
            throw new IllegalArgumentException("content type of " + uuid.length() + " bytes: 16 are a UUID");
        }
    }

    // Written out because the generated form is linked when it is first used, which slows every start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContentType that && uuid.equals(that.uuid);
    }

    @Override
    public int hashCode() {
        return uuid.hashCode();
    }

    /** The four characters that the UUID begins with, where it is of the form that has them; else the UUID itself. */
    @Override
    public String toString() {
        String text = new UUID(uuid.buffer().getLong(0), uuid.buffer().getLong(Long.BYTES)).toString();
        boolean readable = text.endsWith(SUFFIX);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            int character = uuid.unsigned(i);
            readable &= character > 0x20 && character < 0x7f;
            name.append((char) character);
        }
        return readable ? name.toString() : text;
    }

    private static ContentType of(String fourCharacters) {
        return ofUuid(Bytes.utf8(fourCharacters).hex() + SUFFIX);
    }

    private static ContentType ofUuid(String text) {
        UUID uuid = UUID.fromString(text);
        byte[] bytes = new byte[LENGTH];
        ByteBuffer.wrap(bytes).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return new ContentType(Bytes.wrap(bytes));
    }
}
