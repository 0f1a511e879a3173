package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.IdentitySummary;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.NamedActor;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Credential;
import org.inkseal.trust.Pem;
import org.inkseal.trust.SelfIssued;
import org.inkseal.trust.TrustSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody stands behind a picture in a CAWG identity assertion. */
class SigningWithIdentityTest {
    private static final Declaration PAINTING =
            Declaration.of(DigitalSourceType.DIGITAL_CREATION).permitting(Permissions.all(Permission.NOT_ALLOWED));

    @TempDir
    Path folder;

    private final Credential maker = credential("Claim Signer", SignatureAlgorithm.ES256);

    private static Credential credential(String name, SignatureAlgorithm algorithm) {
        return SelfIssued.create(name, algorithm, Instant.now(), Duration.ofDays(30), new SecureRandom());
    }

    private static String root(Credential credential) {
        return Pem.encode("CERTIFICATE", credential.last().der());
    }

    private Path picture(String format) throws IOException {
        Path file = folder.resolve("p." + format);
        ImageIO.write(new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB), format, file.toFile());
        return file;
    }

    private Signing signing(Signer identity) throws SigningException {
        return Credentials.sign(CredentialSigner.of(maker)).identifying(NamedActor.creator(identity));
    }

    private static List<String> codes(Report report) {
        return Stream.of(
                        report.active().success(),
                        report.active().failure(),
                        report.active().informational())
                .flatMap(List::stream)
                .map(finding -> finding.code().code())
                .filter(code -> code.startsWith("cawg."))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void identityIsTrustedByThoseWhoTrustItsAuthority(SignatureAlgorithm algorithm) throws Exception {
        Credential actor = credential("Mara Voss", algorithm);
        Path signed = folder.resolve("s.png");

        signing(CredentialSigner.of(actor)).write(picture("png"), signed, PAINTING, Progress.NONE);

        TrustSettings trust = TrustSettings.none().withAnchors(root(maker));
        Report unknown = Credentials.check(signed, trust);
        assertThat(unknown.state()).isEqualTo(ValidationState.VALID);
        assertThat(codes(unknown))
                .contains("cawg.identity.well-formed", "cawg.x509.signature.validated")
                .contains("cawg.x509.credential.untrusted");
        Report known = Credentials.check(signed, trust.withIdentityAnchors(root(actor)));
        assertThat(known.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(codes(known)).contains("cawg.identity.trusted").doesNotContain("cawg.identity.well-formed");
        IdentitySummary told =
                unknown.activeManifest().orElseThrow().identities().get(0);
        assertThat(told.standing()).isEqualTo(IdentitySummary.Standing.WELL_FORMED);
        assertThat(told.name()).contains("Mara Voss");
        assertThat(told.roles()).containsExactly("cawg.creator");
        assertThat(known.activeManifest().orElseThrow().identities())
                .extracting(IdentitySummary::standing)
                .containsExactly(IdentitySummary.Standing.TRUSTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void identityCoversTheBindingAndEveryStatement(String format) throws Exception {
        Signer actor = CredentialSigner.of(credential("Mara Voss", SignatureAlgorithm.ES384));
        Path first = folder.resolve("first." + format);
        Credentials.sign(CredentialSigner.of(maker)).write(picture(format), first, PAINTING, Progress.NONE);
        Path signed = folder.resolve("s." + format);

        signing(actor).thumbnails(true).write(first, signed, PAINTING, Progress.NONE);

        Report report = Credentials.check(signed, TrustSettings.none());
        assertThat(report.active().has(StatusCode.CAWG_IDENTITY_WELL_FORMED)).isTrue();
        AssertionSummary identity = report.activeManifest().orElseThrow().assertions().stream()
                .filter(assertion -> assertion.label().equals("cawg.identity"))
                .findFirst()
                .orElseThrow();
        String text = JsonWriter.writeQuotingBytes(identity.data().orElseThrow());
        assertThat(text)
                .contains("c2pa.assertions/c2pa.hash.data", "c2pa.assertions/c2pa.actions.v2")
                .contains("c2pa.assertions/cawg.training-mining", "cawg.creator")
                .doesNotContain("c2pa.assertions/c2pa.ingredient", "c2pa.assertions/c2pa.thumbnail");
    }

    @Test
    void credentialsApartHaveOneToo() throws Exception {
        Signer actor = CredentialSigner.of(credential("Mara Voss", SignatureAlgorithm.ES256));
        Path picture = picture("png");
        Path sidecar = folder.resolve("p.png.c2pa");
        Path remote = folder.resolve("r.png");

        Signed beside = signing(actor).writeSidecar(picture, sidecar, PAINTING, Progress.NONE);
        Signed far = signing(actor)
                .writeRemote(
                        picture,
                        remote,
                        folder.resolve("r.png.c2pa"),
                        URI.create("https://example.org/r.c2pa"),
                        PAINTING,
                        Progress.NONE);

        assertThat(codes(beside.report())).contains("cawg.identity.well-formed");
        assertThat(codes(far.report())).contains("cawg.identity.well-formed");
    }

    /** Signs for another, badly. */
    private record Liar(Signer honest, Bytes answer) implements Signer {
        @Override
        public SignatureAlgorithm algorithm() {
            return honest.algorithm();
        }

        @Override
        public List<Bytes> certificates() {
            return honest.certificates();
        }

        @Override
        public int signatureLength() {
            return honest.signatureLength();
        }

        @Override
        public Bytes sign(Bytes message) {
            return answer;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 64, 65, 5000})
    void anIdentityThatSignsBadlyYieldsNoFile(int length) throws Exception {
        Signer honest = CredentialSigner.of(credential("Mara Voss", SignatureAlgorithm.ES256));
        Path picture = picture("png");

        assertThatThrownBy(() -> signing(new Liar(honest, Bytes.wrap(new byte[length])))
                        .write(picture, folder.resolve("s.png"), PAINTING, Progress.NONE))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("does not fit the signer's own certificate");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(picture);
        }
    }

    @Test
    void anUpdateHasNoBindingForAnIdentityToCover() throws Exception {
        Path first = folder.resolve("first.png");
        Credentials.sign(CredentialSigner.of(maker)).write(picture("png"), first, PAINTING, Progress.NONE);

        assertThatThrownBy(() -> signing(CredentialSigner.of(maker))
                        .write(
                                first,
                                folder.resolve("s.png"),
                                Amendment.nothing().titled("x"),
                                Progress.NONE))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("an update has no binding");
    }
}
