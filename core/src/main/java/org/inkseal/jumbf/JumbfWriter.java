package org.inkseal.jumbf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.inkseal.io.Bytes;

/** Builds boxes of a manifest store (ISO 19566-5). The bytes of a box are those of its parts, in the order given. */
public final class JumbfWriter {
    private static final int HEADER = 8;
    private static final Bytes NUL = Bytes.wrap(new byte[1]);

    private JumbfWriter() {}

    /**
     * A requestable superbox with a label, and with a salt in its description if there is one.
     *
     * @param children whole boxes, in order
     * @throws IllegalArgumentException if the label is empty or has a character that labels may not have, or if the
     *     salt has not 16 or 32 bytes
     */
    public static Bytes superBox(ContentType type, String label, Optional<Bytes> salt, Bytes... children) {
        if (label.isEmpty() || !Label.isAllowed(label)) {
            throw new IllegalArgumentException("JUMBF label \"" + label + "\": it must not be empty, nor have"
                    + " control characters or any of / ; ? #");
        }
        if (salt.isPresent() && !Description.isSalt(salt.get())) {
            throw new IllegalArgumentException("salt of " + salt.get().length() + " bytes: allowed are 16 and 32");
        }
        int toggles = Description.REQUESTABLE | Description.LABEL | (salt.isPresent() ? Description.PRIVATE : 0);
        Bytes description = Bytes.concat(
                type.uuid(),
                Bytes.wrap(new byte[] {(byte) toggles}),
                Bytes.utf8(label),
                NUL,
                salt.map(bytes -> contentBox(Description.SALT_TYPE, bytes)).orElse(Bytes.EMPTY));
        return contentBox(
                SuperBox.TYPE, Bytes.concat(contentBox(Description.TYPE, description), Bytes.concat(children)));
    }

    /**
     * A box.
     *
     * @param type four characters of ISO 8859-1
     * @throws IllegalArgumentException if the type is anything else
     * @throws ArithmeticException if the box would be larger than 2 GiB
     */
    public static Bytes contentBox(String type, Bytes payload) {
        if (type.length() != 4 || type.chars().anyMatch(character -> character > 0xff)) {
            throw new IllegalArgumentException("JUMBF box type \"" + type + "\": four characters are allowed");
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER)
                .putInt(Math.addExact(HEADER, payload.length()))
                .put(type.getBytes(StandardCharsets.ISO_8859_1));
        return Bytes.concat(Bytes.wrap(header.array()), payload);
    }

    /**
     * The two boxes of an embedded file, {@code bfdb} and {@code bidb} (ISO 19566-5 B.1.5): the children of a superbox
     * of type {@link ContentType#EMBEDDED_FILE}.
     *
     * @throws IllegalArgumentException if the media type is empty or has control characters
     */
    public static Bytes embeddedFile(String mediaType, Bytes data) {
        if (mediaType.isEmpty() || mediaType.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("media type \"" + mediaType + "\" of an embedded file");
        }
        Bytes description = Bytes.concat(NUL, Bytes.utf8(mediaType), NUL);
        return Bytes.concat(
                contentBox(EmbeddedFile.DESCRIPTION_TYPE, description), contentBox(EmbeddedFile.DATA_TYPE, data));
    }
}
