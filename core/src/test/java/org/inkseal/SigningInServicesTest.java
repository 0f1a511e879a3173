package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.assertion.AiDisclosure.Oversight;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Report;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Credential;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.UnsupportedFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing from stream to stream, and going on after a run that ended early. */
class SigningInServicesTest {
    private static final Path PICTURE = Path.of("../test-vectors/images/painting.png");
    private static final Declaration LABEL = Declaration.of(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA)
            .madeWith(new Declaration.Tool("AcmeDiffusion", Optional.of("2.1"), Optional.of("Acme AI")))
            .madeAt(Instant.parse("2026-11-22T10:00:00Z"))
            .generated(Generation.byModel().prompted("a boat at dawn"));

    @TempDir
    Path folder;

    private final Credential credential = credential();

    private static Credential credential() {
        return TestSigner.named("Acme AI");
    }

    private Signing signing() throws SigningException {
        return Credentials.sign(CredentialSigner.of(credential));
    }

    @Test
    void aStreamIsSignedIntoAStreamAndNothingStaysBehind() throws Exception {
        long before = spools();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Report report = signing().write(new ByteArrayInputStream(Files.readAllBytes(PICTURE)), out, LABEL);

        assertThat(report.state()).isEqualTo(ValidationState.VALID);
        Report again = Credentials.check(ByteSource.of(Bytes.wrap(out.toByteArray())), TrustSettings.none());
        assertThat(again.state()).isEqualTo(ValidationState.VALID);
        assertThat(again.activeManifest().orElseThrow().label())
                .isEqualTo(report.activeManifest().orElseThrow().label());
        assertThat(spools()).isEqualTo(before);
    }

    @Test
    void nothingGoesOutOfAStreamThatIsNoPictureOrEndsInAnError() throws Exception {
        long before = spools();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                throw new AssertionError("a byte went out");
            }
        };
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line broke");
            }
        };
        byte[] picture = Files.readAllBytes(PICTURE);

        assertThatThrownBy(() -> signing().write(new ByteArrayInputStream(new byte[100]), out, LABEL))
                .isInstanceOf(UnsupportedFormatException.class);
        assertThatThrownBy(() -> signing().write(new ByteArrayInputStream(picture, 0, 5_000), out, LABEL))
                .isInstanceOf(SigningException.class);
        assertThatThrownBy(() -> signing().write(broken, out, LABEL)).hasMessage("the line broke");
        assertThat(spools()).isEqualTo(before);
    }

    private static long spools() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("inkseal-"))
                    .count();
        }
    }

    @Test
    void whatWasMadeIsKnownAgain() throws Exception {
        Path target = folder.resolve("out.png");
        assertThat(signing().made(PICTURE, target, LABEL)).as("nothing there").isEmpty();
        Signed signed = signing().write(PICTURE, target, LABEL, Progress.NONE);

        Declaration later = LABEL.madeAt(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(signing().made(PICTURE, target, later).map(Signed::manifest)).contains(signed.manifest());
    }

    @Test
    void whatIngredientsAndCredentialsAddIsKnownAgain() throws Exception {
        Path before = folder.resolve("before.png");
        signing().write(PICTURE, before, Declaration.of(DigitalSourceType.DIGITAL_CREATION), Progress.NONE);
        Declaration edited = Declaration.of(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA)
                .generated(Generation.byModel())
                .madeFrom(List.of(
                        new IngredientFile(Path.of("../test-vectors/images/photo.jpg"), Relationship.INPUT_TO)));
        Path target = folder.resolve("out.png");
        signing().write(before, target, edited, Progress.NONE);

        assertThat(signing().made(before, target, edited).map(Signed::again)).contains(true);
        assertThat(signing().made(before, target, edited.madeFrom(List.of()))).isEmpty();
        assertThat(signing().made(PICTURE, target, edited))
                .as("made of another picture")
                .isEmpty();
    }

    @Test
    void whatSaysAnythingElseIsNotKnownAgain() throws Exception {
        Path target = folder.resolve("out.png");
        signing().write(PICTURE, target, LABEL, Progress.NONE);

        for (Declaration other : List.of(
                LABEL.titled("a title"),
                LABEL.permitting(Permissions.all(Permission.NOT_ALLOWED)),
                LABEL.madeWith(new Declaration.Tool("AcmeDiffusion", Optional.of("2.2"), Optional.of("Acme AI"))),
                LABEL.generated(Generation.byModel()),
                LABEL.generated(Generation.byModel().prompted("a boat at dusk")),
                LABEL.generated(Generation.byModel().prompted("a boat at dawn").overseen(Oversight.GUIDED)))) {
            assertThat(signing().made(PICTURE, target, other)).isEmpty();
        }
        assertThat(Credentials.sign(CredentialSigner.of(credential())).made(PICTURE, target, LABEL))
                .as("another key")
                .isEmpty();
    }

    @Test
    void whatIsOlderOrNotWholeIsNotKnownAgain() throws Exception {
        Path source = Files.copy(PICTURE, folder.resolve("in.png"));
        Path target = folder.resolve("out.png");
        signing().write(source, target, LABEL, Progress.NONE);
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(3_600)));
        assertThat(signing().made(source, target, LABEL))
                .as("the picture is newer")
                .isEmpty();

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(3_600)));
        assertThat(signing().made(source, target, LABEL)).isPresent();
        byte[] whole = Files.readAllBytes(target);
        for (int length : new int[] {0, 7, whole.length / 2, whole.length - 1}) {
            Files.write(target, java.util.Arrays.copyOf(whole, length));
            assertThat(signing().made(source, target, LABEL))
                    .as(length + " bytes")
                    .isEmpty();
        }
        Files.copy(source, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(signing().made(source, target, LABEL)).as("not signed").isEmpty();
    }
}
