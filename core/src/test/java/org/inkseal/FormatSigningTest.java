package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Report;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.trust.Credential;
import org.inkseal.trust.Pem;
import org.inkseal.trust.SelfIssued;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.UnsupportedFormatException;
import org.inkseal.verify.Verifier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What signing keeps in every format, shown on the project's pictures. */
class FormatSigningTest {
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
    @ValueSource(
            strings = {
                "palette.png",
                "photo.jpg",
                "painting.webp",
                "lossless.webp",
                "extended.webp",
                "animated.webp",
                "painting.gif",
                "animated.gif",
                "painting.svg"
            })
    void aPictureIsSignedCheckedSignedAgainAndStripped(String name) throws Exception {
        Path picture = Path.of("../test-vectors/images", name);
        Path once = sign(picture, "once-" + name, DigitalSourceType.DIGITAL_CREATION);
        Path twice = sign(once, "twice-" + name, DigitalSourceType.HUMAN_EDITS);
        assertThat(VERIFIER.verify(once).state()).isEqualTo(ValidationState.TRUSTED);
        Report report = VERIFIER.verify(twice);
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.manifests()).hasSize(2);
        assertThat(report.failures()).isEmpty();
        Path stripped = folder.resolve("stripped-" + name);
        assertThat(Stripping.standard().write(twice, stripped, Progress.NONE)).isTrue();
        assertThat(stripped).hasSameBinaryContentAs(picture);
        requireThatChangesAreNoticed(Bytes.wrap(Files.readAllBytes(once)));
    }

    private static void requireThatChangesAreNoticed(Bytes signed) throws Exception {
        ByteSource source = ByteSource.of(signed);
        AssetMap map = AssetFormats.detect(source).orElseThrow().map(source, Budget.standard());
        Range store = map.carrier().orElseThrow().extent();
        for (int at = 0; at < signed.length(); at += at < 64 || at > signed.length() - 64 ? 1 : 211) {
            byte[] changed = signed.toArray();
            changed[at] ^= (byte) (1 << at % 7);
            boolean inStore = store.start() <= at && at < store.end();
            assertThat(!inStore && isValid(Bytes.wrap(changed)))
                    .as("byte %d changed", at)
                    .isFalse();
        }
        for (int length = 0; length < signed.length(); length += 1 + signed.length() / 200) {
            assertThat(isValid(signed.slice(0, length)))
                    .as("cut to %d bytes", length)
                    .isFalse();
        }
    }

    private static boolean isValid(Bytes file) throws IOException {
        try {
            return VERIFIER.verify(ByteSource.of(file)).state().isValid();
        } catch (UnsupportedFormatException e) {
            return false;
        }
    }

    private Path sign(Path picture, String name, DigitalSourceType type) throws Exception {
        return Credentials.sign(CredentialSigner.of(CREDENTIAL))
                .write(picture, folder.resolve(name), Declaration.of(type), Progress.NONE)
                .file();
    }
}
