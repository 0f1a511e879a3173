package org.inkseal.assertion;

import java.util.List;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * A small picture of the asset or of an ingredient, supplied by the signer (C2PA 2.2 §18.11).
 *
 * @param label {@code c2pa.thumbnail.claim} or {@code c2pa.thumbnail.ingredient}; older files add the format
 * @param mediaType media type of the picture
 * @param data the picture
 */
public record Thumbnail(String label, String mediaType, Bytes data) implements Assertion {
    /** Label of the thumbnail of the asset itself. */
    public static final String CLAIM = "c2pa.thumbnail.claim";

    /** Label of the thumbnail of an ingredient. */
    public static final String INGREDIENT = "c2pa.thumbnail.ingredient";

    /** How thumbnails are read. */
    public static final AssertionType<Thumbnail> TYPE =
            new AssertionType<>(List.of(CLAIM, INGREDIENT), Thumbnail::read);

    private static Thumbnail read(String label, Content content) throws MalformedException {
        if (content instanceof Content.File file) {
            return new Thumbnail(label, file.mediaType(), file.data());
        }
        throw new MalformedException(0, "a thumbnail that is not an embedded file");
    }

    @Override
    public Content content() {
        return new Content.File(mediaType, data);
    }
}
