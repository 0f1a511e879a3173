package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.inkseal.io.Progress;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Credential;
import org.inkseal.trust.TrustSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures in TIFF and DNG that others wrote, signed from one end to the other. */
class TiffSigningTest {
    private static final int HEADER = 4;
    private static final Path PICTURES = Path.of("../test-vectors/images");
    private static final Credential CREDENTIAL = TestSigner.named("Test Artist");
    private static final TrustSettings TRUST = TestSigner.rootOf(CREDENTIAL);

    @TempDir
    Path folder;

    private Path sign(Path picture, String name) throws Exception {
        return signing()
                .write(picture, folder.resolve(name), Declaration.of(DigitalSourceType.DIGITAL_CREATION), Progress.NONE)
                .file();
    }

    private static Signing signing() throws SigningException {
        return Credentials.sign(CredentialSigner.of(CREDENTIAL)).trusting(TRUST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"painting.tif", "big-endian.tif", "pages.tif", "bigtiff.tif", "painting.dng"})
    void pictureIsSignedAgainAndStrippedToTheOriginal(String name) throws Exception {
        Path once = sign(PICTURES.resolve(name), "once-" + name);
        Path twice = sign(once, "twice-" + name);
        Report report = Credentials.check(twice, TRUST);
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.manifests()).hasSize(2);
        assertThat(report.active().has(StatusCode.ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT))
                .isFalse();
        assertThat(report.mediaType()).isEqualTo(name.endsWith("dng") ? "image/x-adobe-dng" : "image/tiff");
        Path stripped = folder.resolve("stripped-" + name);
        Stripping.standard().write(twice, stripped, Progress.NONE);
        assertThat(stripped).hasSameBinaryContentAs(PICTURES.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"painting.tif", "pages.tif", "painting.dng"})
    void oneChangedByteAnywhereBreaksThePicture(String name) throws Exception {
        byte[] signed = Files.readAllBytes(sign(PICTURES.resolve(name), name));
        for (int seed = 0; seed < 200; seed++) {
            byte[] changed = signed.clone();
            // Without its first bytes it is no TIFF file at all.
            changed[HEADER + new Random(seed).nextInt(signed.length - HEADER)] ^= 1;
            Path file = Files.write(folder.resolve("changed"), changed);
            assertThat(Credentials.check(file, TRUST).state())
                    .as("seed %d", seed)
                    .isEqualTo(ValidationState.INVALID);
        }
    }

    @Test
    void anUpdateMakesTheStoreLongerWhereItIs() throws Exception {
        Path signed = sign(PICTURES.resolve("pages.tif"), "pages.tif");
        Path updated = folder.resolve("updated.tif");
        signing().write(signed, updated, Amendment.nothing().titled("Dusk"), Progress.NONE);
        Report report = Credentials.check(updated, TRUST);
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
    }

    @Test
    void aFileThatIsNoWholeTiffIsNotSigned() throws Exception {
        byte[] picture = Files.readAllBytes(PICTURES.resolve("painting.tif"));
        Path cut = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(picture, 20));
        assertThatThrownBy(() -> sign(cut, "never.tif")).hasMessageContaining("not a whole TIFF file");
        assertThat(folder.resolve("never.tif")).doesNotExist();
    }
}
