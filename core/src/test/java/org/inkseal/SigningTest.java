package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Progress;
import org.inkseal.report.Acceptance;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.Use;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Credential;
import org.inkseal.trust.Pem;
import org.inkseal.trust.SelfIssued;
import org.inkseal.trust.TrustSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SigningTest {
    private static final Declaration PAINTING =
            Declaration.of(DigitalSourceType.DIGITAL_CREATION).permitting(Permissions.all(Permission.NOT_ALLOWED));

    @TempDir
    Path folder;

    private final Credential credential = credential(SignatureAlgorithm.ES256);

    private static Credential credential(SignatureAlgorithm algorithm) {
        Instant start = Instant.now().minus(Duration.ofMinutes(1));
        return SelfIssued.create("Test Artist", algorithm, start, Duration.ofDays(30), new SecureRandom());
    }

    private static TrustSettings rootOf(Credential credential) {
        return TrustSettings.none()
                .withAnchors(Pem.encode("CERTIFICATE", credential.last().der()));
    }

    private Path picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(8, 8, 40, 30);
        pen.dispose();
        Path file = folder.resolve("picture." + format);
        ImageIO.write(image, format, file.toFile());
        return file;
    }

    private Path sign(Path picture, String name, Declaration declaration) throws Exception {
        Signer signer = CredentialSigner.of(credential);
        return Credentials.sign(signer)
                .write(picture, folder.resolve(name), declaration, Progress.NONE)
                .file();
    }

    @ParameterizedTest
    @CsvSource({
        "png, ES256",
        "jpg, ES256",
        "png, ED25519",
        "jpg, PS256",
        "png, ES384",
        "jpg, ES512",
        "png, PS384",
        "tiff, ES256",
        "tiff, PS256",
        "tiff, ED25519"
    })
    void aSignedPictureIsTrustedWhereTheRootIsAnAnchor(String format, SignatureAlgorithm algorithm) throws Exception {
        Credential other = credential(algorithm);
        Path signed = folder.resolve("signed." + format);
        Credentials.sign(CredentialSigner.of(other, algorithm)).write(picture(format), signed, PAINTING, Progress.NONE);

        Report report = Credentials.check(signed, rootOf(other));

        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.origin()).contains(DigitalSourceType.DIGITAL_CREATION);
        assertThat(report.permissions().to(Use.AI_TRAINING, Acceptance.TRUSTED).permission())
                .isEqualTo(Permission.NOT_ALLOWED);
        assertThat(report.signature().orElseThrow().commonName()).contains("Test Artist");
        assertThat(Credentials.check(signed, TrustSettings.none()).state()).isEqualTo(ValidationState.VALID);
    }

    @ParameterizedTest
    @CsvSource({"png", "jpg"})
    void oneChangedPixelByteBreaksThePicture(String format) throws Exception {
        Path signed = sign(picture(format), "signed." + format, PAINTING);
        byte[] bytes = Files.readAllBytes(signed);
        bytes[bytes.length - 30] ^= 1;
        Files.write(signed, bytes);

        Report report = Credentials.check(signed, rootOf(credential));

        assertThat(report.state()).isEqualTo(ValidationState.INVALID);
        assertThat(report.active().has(StatusCode.ASSERTION_DATA_HASH_MISMATCH)).isTrue();
    }

    @Test
    void anUnsignedPictureHasNoStateToSpeakOf() throws Exception {
        Report report = Credentials.check(picture("png"), TrustSettings.none());

        assertThat(report.state()).isEqualTo(ValidationState.NONE);
        assertThat(report.failures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"png", "jpg", "tiff"})
    void signingAgainKeepsTheOldCredentialAsParent(String format) throws Exception {
        Path once = sign(picture(format), "once." + format, PAINTING);
        Path twice = sign(once, "twice." + format, Declaration.of(DigitalSourceType.HUMAN_EDITS));

        Report report = Credentials.check(twice, rootOf(credential));

        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.manifests()).hasSize(2);
        assertThat(report.ingredientDeltas()).hasSize(1);
        assertThat(report.origin()).contains(DigitalSourceType.DIGITAL_CREATION);
        assertThat(report.permissions().to(Use.DATA_MINING, Acceptance.TRUSTED).permission())
                .as("the parent's no counts")
                .isEqualTo(Permission.NOT_ALLOWED);
    }

    @Test
    void aParentThatWasBrokenBeforeIsKeptAndDoesNotBreakTheNewCredential() throws Exception {
        Path once = sign(picture("png"), "once.png", PAINTING);
        byte[] bytes = Files.readAllBytes(once);
        bytes[bytes.length - 30] ^= 1;
        Files.write(once, bytes);

        Path twice = sign(once, "twice.png", Declaration.of(DigitalSourceType.HUMAN_EDITS));

        Report report = Credentials.check(twice, rootOf(credential));
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.manifests()).hasSize(2);
    }

    @Test
    void inPlaceSigningReplacesTheFileAndNothingElse() throws Exception {
        Path picture = picture("png");

        Credentials.sign(CredentialSigner.of(credential)).writeInPlace(picture, PAINTING, Progress.NONE);

        assertThat(Credentials.check(picture, rootOf(credential)).state()).isEqualTo(ValidationState.TRUSTED);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(picture);
        }
    }

    @Test
    void aSignerWhoseKeyDoesNotFitItsCertificateWritesNothing() throws Exception {
        Credential mixed = new Credential(credential(SignatureAlgorithm.ES256).key(), credential.chain());
        Path target = folder.resolve("signed.png");

        assertThatThrownBy(() -> Credentials.sign(CredentialSigner.of(mixed))
                        .write(picture("png"), target, PAINTING, Progress.NONE))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("does not fit");
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(DigitalSourceType.class)
    void everySourceTypeIsReadBackAsItWasDeclared(DigitalSourceType type) throws Exception {
        Path signed = sign(picture("png"), type + ".png", Declaration.of(type));

        assertThat(Credentials.check(signed, TrustSettings.none()).origin()).contains(type);
    }
}
