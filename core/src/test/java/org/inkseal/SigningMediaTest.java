package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Signing files that real encoders made of our painting: ISO base media files of every kind. */
class SigningMediaTest {
    private static final Path IMAGES = Path.of("../test-vectors/images");
    private static final Declaration PAINTING = Declaration.of(DigitalSourceType.DIGITAL_CREATION);
    private static final Credential CREDENTIAL = TestSigner.named("Test Artist");
    private static final TrustSettings TRUST = TestSigner.rootOf(CREDENTIAL);

    @TempDir
    Path folder;

    private Path sign(Path picture, String name) throws IOException, SigningException {
        return Credentials.sign(CredentialSigner.of(CREDENTIAL))
                .write(picture, folder.resolve(name), PAINTING, Progress.NONE)
                .file();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "painting.heic",
                "painting.heif",
                "painting.avif",
                "sequence.avif",
                "film.mp4",
                "film.mov",
                "sound.m4a"
            })
    void aFileIsSignedSignedAgainTamperedWithAndStripped(String name) throws Exception {
        Path original = IMAGES.resolve(name);
        Path once = sign(original, "once-" + name);
        Report report = Credentials.check(once, TRUST);
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.active().has(StatusCode.ASSERTION_BMFF_HASH_MATCH)).isTrue();
        assertThat(report.active().has(StatusCode.ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT))
                .isFalse();

        Path twice = sign(once, "twice-" + name);
        Report again = Credentials.check(twice, TRUST);
        assertThat(again.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(again.manifests()).hasSize(2);

        byte[] bytes = Files.readAllBytes(twice);
        for (int fromEnd : new int[] {(int) Files.size(original) - 40, 300, 3}) {
            byte[] changed = bytes.clone();
            changed[bytes.length - fromEnd] ^= 1;
            Path broken = folder.resolve("broken-" + fromEnd + name);
            Files.write(broken, changed);
            assertThat(Credentials.check(broken, TRUST).state()).isEqualTo(ValidationState.INVALID);
        }

        Path bare = folder.resolve("bare-" + name);
        assertThat(Stripping.standard().write(twice, bare, Progress.NONE)).isTrue();
        assertThat(bare).hasSameBinaryContentAs(original);
    }

    @Test
    void aFragmentedFileIsRefusedAndNothingIsWritten() {
        Path target = folder.resolve("signed.mp4");
        assertThatThrownBy(() -> sign(IMAGES.resolve("fragments.mp4"), "signed.mp4"))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("fragmented");
        assertThat(target).doesNotExist();
    }
}
