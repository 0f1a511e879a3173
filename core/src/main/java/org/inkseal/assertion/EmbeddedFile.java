package org.inkseal.assertion;

import java.nio.charset.StandardCharsets;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** The description of an embedded file: the payload of a {@code bfdb} box (ISO 19566-5, annex B). */
final class EmbeddedFile {
    private static final int HAS_NAME = 1;
    private static final int EXTERNAL = 2;

    private EmbeddedFile() {}

    static Bytes description(String mediaType) {
        return Bytes.concat(Bytes.wrap(new byte[] {0}), Bytes.utf8(mediaType), Bytes.wrap(new byte[] {0}));
    }

    static String mediaType(Bytes description) throws MalformedException {
        if (description.length() < 2) {
            throw new MalformedException(
                    0, "a file description of " + description.length() + " bytes, at least 2 needed");
        }
        int toggles = description.unsigned(0);
        if ((toggles & EXTERNAL) != 0) {
            // C2PA 2.2 §6.4: the bytes must be in the manifest, where the hash covers them.
            throw new MalformedException(0, "an embedded file that is kept elsewhere");
        }
        int end = 1;
        while (end < description.length() && description.at(end) != 0) {
            end++;
        }
        boolean nameFollows = (toggles & HAS_NAME) != 0;
        if (end == description.length() || (!nameFollows && end != description.length() - 1)) {
            throw new MalformedException(end, "a media type that does not end with its description");
        }
        return new String(description.slice(1, end).toArray(), StandardCharsets.UTF_8);
    }
}
