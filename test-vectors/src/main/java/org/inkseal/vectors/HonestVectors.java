package org.inkseal.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.inkseal.Amendment;
import org.inkseal.Credentials;
import org.inkseal.Declaration;
import org.inkseal.Signing;
import org.inkseal.Statement;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.TrustSettings;

/** What the library signs. */
final class HonestVectors {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    static final Declaration PAINTING = Declaration.of(DigitalSourceType.DIGITAL_CREATION)
            .permitting(Permissions.all(Permission.NOT_ALLOWED))
            .titled("Dusk");
    private static final Declaration GENERATED = Declaration.of(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA)
            .madeWith(new Declaration.Tool("Example Model", Optional.of("1.0"), Optional.of("Example Provider")));
    private static final Amendment UPDATED = Amendment.nothing().titled("Dusk at last");
    static final Declaration EDITED = Declaration.of(DigitalSourceType.HUMAN_EDITS);

    private static final List<SignatureAlgorithm> ONE_OF_EACH_KIND =
            List.of(SignatureAlgorithm.ES256, SignatureAlgorithm.PS256, SignatureAlgorithm.ED25519);

    private final Path folder;
    private final List<Vector> vectors = new ArrayList<>();

    private HonestVectors(Path folder) {
        this.folder = folder;
    }

    /** Makes all of them, by way of a folder for passing files. */
    static List<Vector> make(Path folder) throws IOException, SigningException {
        HonestVectors honest = new HonestVectors(folder);
        for (Container container : Container.values()) {
            honest.make(container);
        }
        honest.naked();
        return honest.vectors;
    }

    private void make(Container container) throws IOException, SigningException {
        Bytes picture = container.picture();
        for (SignatureAlgorithm algorithm :
                Container.TWO.contains(container) ? List.of(SignatureAlgorithm.values()) : ONE_OF_EACH_KIND) {
            String name = algorithm.label();
            add(container, "signed-" + name, sign(picture, name, PAINTING), "C2PA 2.2 §13.2", "signed with " + name);
        }
        Bytes once = sign(picture, "es256", PAINTING);
        add(container, "labelled", sign(picture, "es256", GENERATED), "C2PA 2.2 §18.15", "made by a model");
        add(
                container,
                "signed-again",
                sign(once, "ed25519", EDITED),
                "C2PA 2.2 §15.11",
                "signed, edited, signed again");
        add(
                container,
                "signed-three-times",
                sign(sign(once, "ed25519", EDITED), "ps256", EDITED),
                "C2PA 2.2 §15.11",
                "a parent and its parent");
        if (container != Container.WEBP) {
            updated(container, once);
        }
    }

    /** Updates of a picture; that of a RIFF is refused, since its hash covers how long the file is. */
    private void updated(Container container, Bytes once) throws IOException, SigningException {
        Bytes updated = sign(folder, once, "es256", UPDATED);
        add(container, "updated", updated, "C2PA 2.4 §11.2.3", "an update of the credential, with a title");
        Bytes again = sign(folder, updated, "es256", UPDATED);
        add(container, "updated-again", again, "C2PA 2.4 §11.2.3", "an update of an update");
    }

    private void naked() throws IOException, SigningException {
        Bytes signed = sign(JpegXlBoxes.naked(), "es256", PAINTING);
        add(Container.JXL, "naked", signed, "C2PA 2.3 §A.3.9", "a codestream that was put into a container");
    }

    private void add(Container container, String name, Bytes file, String clause, String note) {
        String extension = container.extension();
        vectors.add(new Vector("honest/" + name + "." + extension, file, Expectation.trusted(clause, note)));
    }

    private Bytes sign(Bytes picture, String key, Declaration declaration) throws IOException, SigningException {
        return sign(folder, picture, key, declaration);
    }

    /** A picture signed by the library, by way of a folder for passing files. */
    static Bytes sign(Path folder, Bytes picture, String key, Statement statement)
            throws IOException, SigningException {
        Path source = folder.resolve("source");
        Path target = folder.resolve("target");
        Files.deleteIfExists(target);
        Files.write(source, picture.toArray());
        // The size is part of the seed, so that a picture that is signed again gets another name.
        Signing signing = Credentials.sign(ThrowAwaySigner.of(key))
                .trusting(TrustSettings.none().withAnchors(Vectors.anchor()))
                .reproducibly(CLOCK, new Random(key.hashCode() * 31L + picture.length()));
        signing.write(source, target, statement, Progress.NONE);
        return Bytes.wrap(Files.readAllBytes(target));
    }
}
