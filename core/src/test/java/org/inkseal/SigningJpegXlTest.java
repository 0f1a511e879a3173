package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.inkseal.asset.AssetFormats;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.trust.Credential;
import org.inkseal.trust.Pem;
import org.inkseal.trust.SelfIssued;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.UnsupportedFormatException;
import org.inkseal.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing JPEG XL that a real encoder made: a container, a naked codestream, a JPEG with its metadata. */
class SigningJpegXlTest {
    private static final Path IMAGES = Path.of("../test-vectors/images");
    private static final Credential CREDENTIAL = SelfIssued.create(
            "Test Artist",
            SignatureAlgorithm.ES256,
            Instant.now().minus(Duration.ofMinutes(1)),
            Duration.ofDays(30),
            new SecureRandom());
    private static final Verifier VERIFIER = Verifier.at(Instant.now())
            .trusting(TrustSettings.none()
                    .withAnchors(Pem.encode("CERTIFICATE", CREDENTIAL.last().der())));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"painting.jxl", "naked.jxl", "photo.jxl"})
    void aPictureIsSignedCheckedSignedAgainAndStripped(String name) throws Exception {
        Path picture = IMAGES.resolve(name);
        Path once =
                sign(picture, "once.jxl", DigitalSourceType.DIGITAL_CREATION).file();
        Path twice = sign(once, "twice.jxl", DigitalSourceType.HUMAN_EDITS).file();
        assertThat(VERIFIER.verify(once).state()).isEqualTo(ValidationState.TRUSTED);
        Report report = VERIFIER.verify(twice);
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.active().has(StatusCode.ASSERTION_DATA_HASH_MATCH)).isTrue();
        assertThat(report.manifests()).hasSize(2);
        Path stripped = folder.resolve("stripped.jxl");
        assertThat(Stripping.standard().write(twice, stripped, Progress.NONE)).isTrue();
        assertThat(stripped).hasSameBinaryContentAs(picture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"painting.jxl", "naked.jxl", "photo.jxl"})
    void everyChangeOutsideTheStoreIsNoticed(String name) throws Exception {
        Path file = sign(IMAGES.resolve(name), "once.jxl", DigitalSourceType.DIGITAL_CREATION)
                .file();
        Bytes signed = Bytes.wrap(Files.readAllBytes(file));
        ByteSource source = ByteSource.of(signed);
        Range store = AssetFormats.detect(source)
                .orElseThrow()
                .map(source, Budget.standard())
                .carrier()
                .orElseThrow()
                .extent();
        for (int at = 0; at < signed.length(); at += at < 64 || at > signed.length() - 64 ? 1 : 97) {
            byte[] changed = signed.toArray();
            changed[at] ^= (byte) (1 << at % 7);
            boolean inStore = store.start() <= at && at < store.end();
            assertThat(!inStore && isValid(Bytes.wrap(changed)))
                    .as("byte %d changed", at)
                    .isFalse();
        }
        for (int length = 0; length < signed.length(); length += 61) {
            assertThat(isValid(signed.slice(0, length)))
                    .as("cut to %d bytes", length)
                    .isFalse();
        }
        assertThat(isValid(Bytes.concat(signed, Bytes.wrap(new byte[1])))).isFalse();
    }

    @Test
    void onlyANakedCodestreamIsChangedAndTheSignerIsTold() throws Exception {
        assertThat(sign(IMAGES.resolve("naked.jxl"), "naked.jxl", DigitalSourceType.DIGITAL_CREATION)
                        .change()
                        .orElseThrow())
                .contains("JPEG XL container");
        assertThat(sign(folder.resolve("naked.jxl"), "again.jxl", DigitalSourceType.HUMAN_EDITS)
                        .change())
                .isEmpty();
        assertThat(sign(IMAGES.resolve("painting.jxl"), "painting.jxl", DigitalSourceType.DIGITAL_CREATION)
                        .change())
                .isEmpty();
    }

    private static boolean isValid(Bytes file) throws IOException {
        try {
            return VERIFIER.verify(ByteSource.of(file)).state().isValid();
        } catch (UnsupportedFormatException e) {
            return false;
        }
    }

    private Signed sign(Path picture, String name, DigitalSourceType type) throws Exception {
        return Credentials.sign(CredentialSigner.of(CREDENTIAL))
                .write(picture, folder.resolve(name), Declaration.of(type), Progress.NONE);
    }
}
