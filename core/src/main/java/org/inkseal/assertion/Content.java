package org.inkseal.assertion;

import java.util.Optional;
import org.inkseal.cbor.CborReader;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.Box;
import org.inkseal.jumbf.ContentBox;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.EmbeddedFile;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.jumbf.SuperBox;

/** What an assertion box holds, by the type of the box (C2PA 2.2 §6.4). */
public sealed interface Content {
    /** CBOR, the usual form. */
    record Cbor(Value value) implements Content {}

    /** JSON, as metadata assertions have it. */
    record Json(Value value) implements Content {}

    /** A file with its media type, such as a thumbnail. */
    record File(String mediaType, Bytes data) implements Content {}

    /** A box of another type. */
    record Other() implements Content {}

    /** The CBOR or JSON value; nothing for other forms. */
    default Optional<Value> asValue() {
        if (this instanceof Cbor cbor) {
            return Optional.of(cbor.value());
        }
        return this instanceof Json json ? Optional.of(json.value()) : Optional.empty();
    }

    /**
     * Reads the content of an assertion box.
     *
     * @throws MalformedException if the box does not hold what its type promises
     */
    static Content read(SuperBox box, Budget budget) throws MalformedException {
        ContentType type = box.description().type();
        if (type.equals(ContentType.CBOR)) {
            return new Cbor(CborReader.read(only(box, "cbor"), budget));
        }
        if (type.equals(ContentType.JSON)) {
            return new Json(JsonReader.read(only(box, "json"), budget));
        }
        if (type.equals(ContentType.EMBEDDED_FILE)) {
            EmbeddedFile file = EmbeddedFile.read(box);
            return new File(file.mediaType(), file.data());
        }
        return new Other();
    }

    private static Bytes only(SuperBox box, String type) throws MalformedException {
        Bytes found = null;
        for (Box child : box.children()) {
            if (child instanceof ContentBox content && content.type().equals(type)) {
                if (found != null) {
                    throw new MalformedException(0, "two boxes \"" + type + "\" in one assertion");
                }
                found = content.content();
            }
        }
        if (found == null) {
            throw new MalformedException(0, "no box \"" + type + "\" in the assertion");
        }
        return found;
    }

    /**
     * Writes an assertion box.
     *
     * @param label the label with its version and instance
     * @param salt 16 random bytes that keep a redacted assertion from being guessed; none to leave the box unsalted
     * @throws IllegalArgumentException for {@link Other}, which cannot be written
     */
    default Bytes write(String label, Optional<Bytes> salt) {
        if (this instanceof Cbor cbor) {
            return JumbfWriter.superBox(
                    ContentType.CBOR, label, salt, JumbfWriter.contentBox("cbor", CborWriter.write(cbor.value())));
        }
        if (this instanceof Json json) {
            Bytes text = Bytes.utf8(JsonWriter.write(json.value(), false));
            return JumbfWriter.superBox(ContentType.JSON, label, salt, JumbfWriter.contentBox("json", text));
        }
        if (this instanceof File file) {
            return JumbfWriter.superBox(
                    ContentType.EMBEDDED_FILE, label, salt, JumbfWriter.embeddedFile(file.mediaType(), file.data()));
        }
        throw new IllegalArgumentException(label + ": a box of another type cannot be written");
    }
}
