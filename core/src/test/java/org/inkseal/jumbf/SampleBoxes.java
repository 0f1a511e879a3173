package org.inkseal.jumbf;

import java.util.Optional;
import org.inkseal.io.Bytes;
import org.inkseal.testing.Hex;

/** A small tree with every kind of box. */
final class SampleBoxes {
    static final Bytes SALT = Hex.of("000102030405060708090a0b0c0d0e0f");

    /** CBOR of an actions assertion, 133 bytes. */
    static final Bytes ACTIONS = Hex.of(
            "a267616374696f6e7381a266616374696f6e6c633270612e63726561746564716469676974616c536f7572636554797065783e"
                    + "687474703a2f2f63762e697074632e6f72672f6e657773636f6465732f6469676974616c736f7572636574797065"
                    + "2f6469676974616c4372656174696f6e72616c6c416374696f6e73496e636c75646564f5");

    private SampleBoxes() {}

    static Bytes actions(Optional<Bytes> salt) {
        return JumbfWriter.superBox(ContentType.CBOR, "c2pa.actions.v2", salt, JumbfWriter.contentBox("cbor", ACTIONS));
    }

    static Bytes thumbnail() {
        return JumbfWriter.superBox(
                ContentType.EMBEDDED_FILE,
                "c2pa.thumbnail.claim",
                Optional.empty(),
                JumbfWriter.embeddedFile("image/jpeg", Hex.of("ffd8ffd9")));
    }

    static Bytes store() {
        Bytes assertions = JumbfWriter.superBox(
                ContentType.ASSERTION_STORE,
                "c2pa.assertions",
                Optional.empty(),
                actions(Optional.of(SALT)),
                thumbnail(),
                JumbfWriter.contentBox("free", Bytes.wrap(new byte[5])),
                JumbfWriter.contentBox("zzzz", Bytes.utf8("unknown")));
        Bytes manifest = JumbfWriter.superBox(ContentType.MANIFEST, "urn:c2pa:sample", Optional.empty(), assertions);
        return JumbfWriter.superBox(ContentType.STORE, "c2pa", Optional.empty(), manifest);
    }
}
