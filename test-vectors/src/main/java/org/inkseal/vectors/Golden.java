package org.inkseal.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;
import org.inkseal.verify.Verifier;

/**
 * A small file in good order, trusted by {@link #verifier}, that others take as the original of files that are not.
 *
 * @param name what is special about it, such as {@code "JPEG, box hash, claim v1, time-stamp"}
 * @param file its bytes, the same each time
 */
public record Golden(String name, Bytes file) {
    private static final int NUMBER = 70;
    private static final int DATA = 8;
    private static final int PIXELS = 40;

    /** Trusts the signers of all golden files the authorities for time and those who vouch in the vectors, and nobody else. */
    public static Verifier verifier() {
        return Verifier.at(Vectors.NOW).trusting(Vectors.trust());
    }

    /** JPEG and PNG, with both hard bindings, both versions of the claim, with a time-stamp and without. */
    public static List<Golden> matrix() throws SigningException {
        List<Golden> all = new ArrayList<>();
        for (Container container : Container.TWO) {
            for (int kind = 0; kind < 1 << 3; kind++) {
                all.add(forged(container, (kind & 1) != 0, (kind & 2) != 0, (kind & 4) != 0));
            }
        }
        return all;
    }

    /** One file in each other format, as the library writes it. */
    public static List<Golden> others(Path images, Path scratch) throws IOException, SigningException {
        List<Golden> all = new ArrayList<>();
        for (String extension : List.of("jpg", "webp", "gif", "svg", "jxl", "tif")) {
            all.add(new Golden(extension, Vectors.bytes("honest/signed-es256." + extension)));
        }
        all.add(new Golden("BigTIFF", Vectors.bytes("honest/bigtiff.tif")));
        for (String media : List.of("painting.heic", "painting.avif", "sequence.avif", "film.mp4", "film.mov")) {
            Bytes picture = Bytes.wrap(Files.readAllBytes(images.resolve(media)));
            all.add(new Golden(media, HonestVectors.sign(scratch, picture, "es256", HonestVectors.PAINTING)));
        }
        return all;
    }

    /** Files with more than one manifest: parents, a parent that is compressed, a component. */
    public static List<Golden> histories() {
        List<Golden> all = new ArrayList<>();
        for (String name : List.of(
                "honest/signed-three-times.png",
                "honest/signed-again.jpg",
                "compressed/active.png",
                "ingredient/parent-compressed.jpg",
                "ingredient/component.png")) {
            all.add(new Golden(name, Vectors.bytes(name)));
        }
        return all;
    }

    private static Golden forged(Container container, boolean boxes, boolean legacy, boolean stamped)
            throws SigningException {
        Forgery forgery = new Forgery(container, NUMBER).created().in(abridged(container));
        if (boxes) {
            forgery.boundByBoxes(
                    (file, slot) -> BoxEntries.hash(BoxEntries.each(BoxEntries.parts(container, file, slot))));
        }
        if (legacy) {
            // A claim that names its signature by a relative URI does not say what its manifest is called.
            forgery.ofVersion1()
                    .changingClaim(fields ->
                            fields.put("signature", "self#jumbf=/c2pa/" + forgery.label() + "/c2pa.signature"));
        }
        ForgedSignature signature = new ForgedSignature(People.SIGNER.signer());
        if (stamped) {
            signature = signature.stamped(new StampDraft(People.CLOCK));
        }
        String name = container
                + (boxes ? ", box hash" : ", data hash")
                + (legacy ? ", claim v1" : ", claim v2")
                + (stamped ? ", time-stamp" : "");
        return new Golden(name, forgery.signedWith(signature).file());
    }

    /** The small picture with little of its pixels: no one looks at them, and each byte costs many verifications. */
    private static Bytes abridged(Container container) {
        List<Bytes> parts = container.split(container.picture());
        if (container == Container.PNG) {
            int pixels = parts.size() - 2;
            Bytes data = parts.get(pixels).slice(DATA, DATA + PIXELS);
            parts.set(pixels, PngChunks.chunk("IDAT", data));
        } else {
            Bytes scan = parts.get(parts.size() - 1);
            parts.set(parts.size() - 1, Bytes.concat(scan.slice(0, PIXELS), scan.from(scan.length() - 2)));
        }
        return Bytes.concat(parts.toArray(new Bytes[0]));
    }
}
