package org.inkseal.jumbf;

import java.util.Optional;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * A file inside a manifest store, such as a thumbnail (ISO 19566-5 B.1.5). Both texts are the writer's word.
 *
 * @param mediaType as written, for example {@code image/jpeg}
 */
public record EmbeddedFile(String mediaType, Optional<String> fileName, Bytes data) {
    static final String DESCRIPTION_TYPE = "bfdb";
    static final String DATA_TYPE = "bidb";

    private static final int HAS_NAME = 0x01;

    /**
     * The file that a superbox of type {@link ContentType#EMBEDDED_FILE} holds.
     *
     * @throws MalformedException if one of its two boxes is missing, or the description has other toggles than that of
     *     a file name, or texts that do not end; offsets count from the start of the superbox's description of the file
     */
    public static EmbeddedFile read(SuperBox box) throws MalformedException {
        Bytes description = content(box, DESCRIPTION_TYPE);
        Bytes data = content(box, DATA_TYPE);
        if (description.length() == 0 || (description.unsigned(0) & ~HAS_NAME) != 0) {
            throw new MalformedException(0, "embedded file has no toggles, or other ones than 0 and 1");
        }
        int typeEnd = terminator(description, 1);
        String mediaType = text(description.slice(1, typeEnd));
        if (description.unsigned(0) == 0) {
            return new EmbeddedFile(mediaType, Optional.empty(), data);
        }
        int nameEnd = terminator(description, typeEnd + 1);
        return new EmbeddedFile(mediaType, Optional.of(text(description.slice(typeEnd + 1, nameEnd))), data);
    }

    private static Bytes content(SuperBox box, String type) throws MalformedException {
        return box.firstContent(type)
                .map(ContentBox::content)
                .orElseThrow(() -> new MalformedException(0, "embedded file has no " + type + " box"));
    }

    private static int terminator(Bytes description, int from) throws MalformedException {
        for (int i = from; i < description.length(); i++) {
            if (description.at(i) == 0) {
                return i;
            }
        }
        throw new MalformedException(from, "text of an embedded file's description does not end");
    }

    private static String text(Bytes bytes) throws MalformedException {
        return bytes.text().orElseThrow(() -> new MalformedException(1, "text of an embedded file is not valid UTF-8"));
    }
}
