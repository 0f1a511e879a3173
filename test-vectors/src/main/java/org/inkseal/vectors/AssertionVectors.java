package org.inkseal.vectors;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.sign.SigningException;

/** Assertions whose content breaks a rule, signed by somebody who means them so. */
final class AssertionVectors {
    /** The beginning of metadata that names the namespaces that tests use. */
    static final String CONTEXT = "{\"@context\":{\"exif\":\"http://ns.adobe.com/exif/1.0/\","
            + "\"dc\":\"http://purl.org/dc/elements/1.1/\",\"xmp\":\"http://ns.adobe.com/xap/1.0/\"}";

    /** Metadata of a person, which {@code c2pa.metadata} might not hold up to C2PA 2.3. */
    static final String PERSON = CONTEXT + ",\"dc:creator\":\"somebody\"}";

    static final String METADATA = "c2pa.metadata";

    private static final String READING = "C2PA 2.4 §15.10.3.1";
    private static final String ALLOWED = "C2PA 2.2 §15.10.3.2.3";
    private static final String PROCESSES = "C2PA 2.5 §14";
    private static final String NOTE = "org.example.note";
    private static final int NUMBER = 118;

    private final Folder folder;

    private AssertionVectors(Folder folder) {
        this.folder = folder;
    }

    static List<Vector> make() throws SigningException {
        return Folder.of("assertion", folder -> {
            AssertionVectors made = new AssertionVectors(folder);
            made.cbor();
            made.json();
            made.metadata();
            made.processes();
            made.ingredients();
        });
    }

    private Forgery forgery() {
        return folder.forgery(NUMBER).created();
    }

    private void cbor() throws SigningException {
        Bytes twice = Bytes.wrap(HexFormat.of().parseHex("a2616101616102"));
        folder.add(
                "cbor-key-twice",
                forgery().assertion(NOTE, content(ContentType.CBOR, NOTE, "cbor", twice)),
                Expectation.invalid(READING, "a map with one key twice", "assertion.cbor.invalid"));
    }

    private void json() throws SigningException {
        folder.add(
                "json",
                forgery().assertion(NOTE, json(NOTE, "{\"a\":[1,2.5,\"x\",null,true]}")),
                Expectation.trusted(READING, "JSON in the box for JSON"));
        folder.add(
                "json-key-twice",
                forgery().assertion(NOTE, json(NOTE, "{\"a\":1,\"a\":2}")),
                Expectation.invalid(READING, "an object with one name twice", "assertion.json.invalid"));
    }

    private void metadata() throws SigningException {
        String camera = CONTEXT + ",\"exif:FNumber\":\"4\",\"xmp:Anything\":1}";
        folder.add(
                "metadata",
                forgery().assertion(METADATA, json(METADATA, camera)),
                Expectation.trusted(ALLOWED, "metadata that a camera knows"));
        folder.add(
                "metadata-of-a-person",
                forgery().assertion(METADATA, json(METADATA, PERSON)),
                Expectation.invalid(ALLOWED, "metadata that no camera can know", "assertion.metadata.disallowed"));
        folder.add(
                "metadata-of-a-person-since-2.4",
                forgery().assertion(METADATA, json(METADATA, PERSON)).changingClaim(Acts.edition("2.4.0")),
                Expectation.trusted("C2PA 2.4 §15.10.3.2.4", "the same, by an edition that allows it"));
    }

    private void processes() throws SigningException {
        String first = "2026-05-01T10:00:00Z";
        String last = "2026-05-01T10:00:01+00:00";
        folder.add(
                "process-since-2.5",
                lasting(first, last),
                Expectation.trusted(PROCESSES, "it ended after it had begun"));
        folder.add(
                "process-backwards-since-2.5",
                lasting(last, first),
                Expectation.invalid(PROCESSES, "it ended before it began", "assertion.metadata.malformed"));
    }

    private Forgery lasting(String start, String end) {
        Value metadata = Value.dict()
                .put("processStart", new Value.Tagged(0, Value.of(start)))
                .put("processEnd", new Value.Tagged(0, Value.of(end)))
                .build();
        return folder.forgery(NUMBER)
                .assertion(Acts.LABEL, Acts.complete())
                .assertion(NOTE, Acts.map("metadata", metadata))
                .changingClaim(Acts.edition("2.5.0"));
    }

    private void ingredients() throws SigningException {
        Value unrelated = Value.dict().put("dc:title", "a part").build();
        folder.add(
                "ingredient-unrelated",
                forgery().assertion(Acts.INGREDIENT, unrelated),
                Expectation.invalid(
                        "C2PA 2.4 §15.11.3.2",
                        "an ingredient that does not say what it is to the picture",
                        "assertion.ingredient.malformed"));
    }

    /** An assertion in JSON. */
    static Bytes json(String label, String text) {
        return content(ContentType.JSON, label, "json", Bytes.utf8(text));
    }

    /** An assertion with one box. */
    static Bytes content(ContentType type, String label, String box, Bytes content) {
        return JumbfWriter.superBox(type, label, Optional.empty(), JumbfWriter.contentBox(box, content));
    }

    /** An assertion that holds a file. */
    static Bytes embedded(String label, String mediaType, String content) {
        return JumbfWriter.superBox(
                ContentType.EMBEDDED_FILE,
                label,
                Optional.empty(),
                JumbfWriter.embeddedFile(mediaType, Bytes.utf8(content)));
    }
}
