package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.inkseal.io.OutputOptions;
import org.inkseal.io.Progress;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.StoreOrigin;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Credential;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.UnsupportedFormatException;
import org.inkseal.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarSigningTest {
    private static final Declaration PAINTING = Declaration.of(DigitalSourceType.DIGITAL_CREATION);

    @TempDir
    Path folder;

    private final Credential credential = TestSigner.named("Test Artist");

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        String format = name.substring(name.lastIndexOf('.') + 1);
        if (!ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, file.toFile())) {
            Files.writeString(file, "a file of a format that nobody knows\n");
        }
        return file;
    }

    private Signing signing() throws SigningException {
        return Credentials.sign(CredentialSigner.of(credential));
    }

    private Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".c2pa");
    }

    private Report check(Path file) throws IOException {
        TrustSettings root = TestSigner.rootOf(credential);
        return Verifier.at(Instant.now()).trusting(root).verify(file, beside(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.png", "picture.jpg", "model.blend"})
    void theFileStaysAsItIsAndIsTrustedWithTheStoreBesideIt(String name) throws Exception {
        Path file = file(name);
        byte[] before = Files.readAllBytes(file);

        Signed signed = signing().writeSidecar(file, beside(file), PAINTING, Progress.NONE);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(signed.file()).isEqualTo(beside(file));
        Report report = check(file);
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.storeOrigin()).isEqualTo(StoreOrigin.SIDECAR);
        assertThat(report.origin()).contains(DigitalSourceType.DIGITAL_CREATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.png", "picture.jpg", "model.blend"})
    void oneChangedByteOfTheFileIsNoticed(String name) throws Exception {
        Path file = file(name);
        signing().writeSidecar(file, beside(file), PAINTING, Progress.NONE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        Report report = check(file);

        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(report.active().has(StatusCode.ASSERTION_DATA_HASH_MISMATCH)).isTrue();
    }

    @Test
    void aFileOfAnotherFormatWithoutAStoreBesideItIsStillRefused() throws Exception {
        Path file = file("model.blend");

        assertThatThrownBy(() -> Credentials.check(file, TrustSettings.none()))
                .isInstanceOf(UnsupportedFormatException.class);
        assertThatThrownBy(() -> signing().write(file, folder.resolve("out.blend"), PAINTING, Progress.NONE))
                .isInstanceOf(UnsupportedFormatException.class);
    }

    @Test
    void aCredentialInTheFileWouldHideTheOneBesideIt() throws Exception {
        Path signed = folder.resolve("signed.png");
        signing().write(file("picture.png"), signed, PAINTING, Progress.NONE);

        assertThatThrownBy(() -> signing().writeSidecar(signed, beside(signed), PAINTING, Progress.NONE))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("hide");
        assertThat(beside(signed)).doesNotExist();
    }

    @Test
    void aStoreThatIsThereIsReplacedOnlyWithLeave() throws Exception {
        Path file = file("picture.png");
        Files.writeString(beside(file), "there");

        assertThatThrownBy(() -> signing().writeSidecar(file, beside(file), PAINTING, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("exists already");
        assertThat(beside(file)).hasContent("there");
        signing()
                .output(OutputOptions.standard().replacing())
                .writeSidecar(file, beside(file), PAINTING, Progress.NONE);

        assertThat(check(file).state()).isEqualTo(ValidationState.TRUSTED);
    }

    @Test
    void anUpdateNeedsTheStoreInTheFile() throws Exception {
        Path file = file("picture.png");

        assertThatThrownBy(() -> signing().writeSidecar(file, beside(file), Amendment.nothing(), Progress.NONE))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("an update");
    }

    @Test
    void anEmptyFileCanBeSignedToo() throws Exception {
        Path file = Files.createFile(folder.resolve("empty.bin"));

        signing().writeSidecar(file, beside(file), PAINTING, Progress.NONE);

        assertThat(check(file).state()).isEqualTo(ValidationState.TRUSTED);
    }
}
