package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/** What somebody without a key can do to a signed file. */
final class TamperedVectors {
    private static final String DATA_HASH = "assertion.dataHash.mismatch";
    private static final String HASHED_URI = "assertion.hashedURI.mismatch";
    private static final String SIGNATURE = "claimSignature.mismatch";

    private final Container container;
    private final Bytes signed;
    private final List<Vector> vectors = new ArrayList<>();

    private TamperedVectors(Container container, Bytes signed) {
        this.container = container;
        this.signed = signed;
    }

    static List<Vector> make() throws SigningException {
        List<Vector> all = new ArrayList<>();
        for (Container container : Container.TWO) {
            Bytes signed = new Forgery(container, 1).created().file();
            TamperedVectors tampered = new TamperedVectors(container, signed);
            tampered.changed();
            tampered.lengthened();
            all.addAll(tampered.vectors);
        }
        return all;
    }

    private void changed() throws SigningException {
        add("untouched", signed, Expectation.trusted("C2PA 2.2 §15.12.1", "the file that the others are made from"));
        add("pixel", pixel(), Expectation.invalid("C2PA 2.2 §15.12.1", "one bit of the pixels flipped", DATA_HASH));
        add(
                "claim",
                inStore("xmp:iid:"),
                Expectation.invalid("C2PA 2.2 §15.7", "one bit of the claim flipped", SIGNATURE));
        add(
                "assertion",
                inStore("digitalCreation"),
                Expectation.invalid("C2PA 2.2 §15.10.3.1", "one bit of an assertion flipped", HASHED_URI));
        Bytes otherSignature = new Forgery(container, 1)
                .created()
                .changingParts(parts -> {
                    Bytes box = parts.get(2);
                    return List.of(parts.get(0), parts.get(1), Forgery.flip(box, box.length() - 1));
                })
                .file();
        add(
                "signature",
                otherSignature,
                Expectation.invalid("C2PA 2.2 §15.7", "one bit of the signature flipped", SIGNATURE));
    }

    private void lengthened() {
        add(
                "appended",
                Bytes.concat(signed, Bytes.utf8("and more")),
                Expectation.invalid("C2PA 2.2 §15.12.1", "bytes after the end of the picture", DATA_HASH));
        int extra = container == Container.PNG ? signed.length() - 12 : signed.length() - 2;
        add(
                "truncated",
                signed.slice(0, extra - 100),
                container == Container.PNG
                        ? Expectation.invalid("ISO/IEC 15948 §5.3", "the file ends inside the pixels", "general.error")
                        : Expectation.invalid("C2PA 2.2 §15.12.1", "the last bytes are missing", DATA_HASH));
        List<Bytes> parts = new ArrayList<>(container.split(signed));
        Bytes comment = container == Container.PNG
                ? PngChunks.chunk("tEXt", Bytes.utf8("Comment\0added later"))
                : JpegSegments.segment(JpegSegments.COMMENT, Bytes.utf8("added later"));
        parts.add(1 + (container == Container.PNG ? 1 : 0), comment);
        add(
                "comment-before",
                Bytes.concat(parts.toArray(new Bytes[0])),
                Expectation.invalid(
                        "C2PA 2.2 §15.12.1", "a comment added before the store, which moves it", DATA_HASH));
    }

    /** With a right checksum, so that the picture still opens. */
    private Bytes pixel() {
        List<Bytes> parts = new ArrayList<>(container.split(signed));
        if (container == Container.JPEG) {
            return Forgery.flip(signed, signed.length() - 40);
        }
        int at = 2;
        while (!PngChunks.type(parts.get(at)).equals("IDAT")) {
            at++;
        }
        parts.set(at, PngChunks.chunk("IDAT", Forgery.flip(PngChunks.data(parts.get(at)), 1000)));
        return Bytes.concat(parts.toArray(new Bytes[0]));
    }

    /** With one bit of the store flipped, in the last character of a text, and everything around the store put right. */
    private Bytes inStore(String text) {
        UnaryOperator<Bytes> change = bytes -> Forgery.flip(bytes, Forgery.find(bytes, text) + text.length() - 1);
        if (container == Container.JPEG) {
            return change.apply(signed);
        }
        List<Bytes> parts = new ArrayList<>(container.split(signed));
        Bytes store = change.apply(PngChunks.data(parts.get(Container.SLOT)));
        parts.set(Container.SLOT, PngChunks.chunk(PngChunks.STORE, store));
        return Bytes.concat(parts.toArray(new Bytes[0]));
    }

    private void add(String name, Bytes file, Expectation expectation) {
        vectors.add(new Vector("tampered/" + name + "." + container.extension(), file, expectation));
    }
}
