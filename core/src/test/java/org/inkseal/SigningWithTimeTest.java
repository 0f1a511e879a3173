package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.PemSigner;
import org.inkseal.sign.RevocationResponder;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SigningException;
import org.inkseal.sign.TimeStampService;
import org.inkseal.sign.TimeStamping;
import org.inkseal.testing.LoopbackServer;
import org.inkseal.testing.OpenSsl;
import org.inkseal.trust.Pem;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.Verifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs loopback sockets and {@code openssl}, which plays the time-stamp authority and the OCSP responder. */
@Tag("loopback")
class SigningWithTimeTest {
    private static final Declaration PAINTING = Declaration.of(DigitalSourceType.DIGITAL_CREATION);

    @TempDir
    private static Path shared;

    private static OpenSsl authority;
    private static int port;

    @TempDir
    Path folder;

    private Signer signer;
    private TrustSettings trust;
    private Path target;

    @BeforeAll
    static void makeAuthorities() throws IOException {
        assumeTrue(OpenSsl.isThere(), "skipped: no openssl");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        authority = new OpenSsl(shared, port);
    }

    @BeforeEach
    void openKey() throws Exception {
        signer = PemSigner.open(authority.file("signer.key"), authority.file("signer-chain.pem"), Optional.empty());
        String root = Files.readString(authority.file("root.pem"));
        trust = TrustSettings.none().withAnchors(root).withTimeStampAnchors(root);
        target = folder.resolve("signed.png");
    }

    private Path picture() throws IOException {
        Path file = folder.resolve("picture.png");
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private static TimeStampService service(LoopbackServer server) {
        return new TimeStampService(LoopbackServer.network(), server.address(), Clock.systemUTC(), new SecureRandom());
    }

    private Signed sign(LoopbackServer server, boolean required) throws Exception {
        return Credentials.sign(signer)
                .trusting(trust)
                .timeStamping(new TimeStamping(service(server), required))
                .write(picture(), target, PAINTING, Progress.NONE);
    }

    @Test
    void aTimeStampedPictureStaysTrustedWhenTheCertificateHasExpired() throws Exception {
        Signed signed;
        try (LoopbackServer server = new LoopbackServer(request -> authority.timeStamp(request))) {
            signed = sign(server, true);
        }
        Instant later = Instant.now().plus(Duration.ofDays(300));

        Report report = Verifier.at(later).trusting(trust).verify(target);

        assertThat(signed.withoutTime()).isEmpty();
        assertThat(signed.report().active().has(StatusCode.TIME_STAMP_TRUSTED)).isTrue();
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(Verifier.at(later).verify(target).state())
                .as("an authority that nobody trusts")
                .isNotEqualTo(ValidationState.TRUSTED);
    }

    @Test
    void aTokenThatDoesNotFitTheReserveIsGivenMoreRoom() throws Exception {
        try (LoopbackServer server = new LoopbackServer(request -> authority.longTimeStamp(request))) {
            sign(server, true);
        }

        assertThat(Verifier.at(Instant.now()).trusting(trust).verify(target).state())
                .isEqualTo(ValidationState.TRUSTED);
        assertThat(Files.size(target)).isGreaterThan(12_000);
    }

    /** Each of these must leave no file behind. */
    @ParameterizedTest
    @ValueSource(strings = {"slow", "dead", "error", "wrong imprint", "old answer", "rejects", "one megabyte", "noise"})
    void anAuthorityThatGivesNoHonestAnswerLeavesNoFile(String kind) throws Exception {
        Path picture = picture();
        LoopbackServer server = new LoopbackServer(request -> answer(kind, request));
        if (kind.equals("dead")) {
            server.close();
        }
        try (server) {
            assertThatThrownBy(() -> sign(server, true))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining("no time-stamp");

            assertThat(server.requests()).as("attempts").isEqualTo(kind.equals("dead") ? 0 : 3);
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(picture);
            }
        }
    }

    @Test
    void anOptionalTimeStampThatCannotBeHadIsToldOf() throws Exception {
        try (LoopbackServer server = new LoopbackServer(request -> answer("noise", request))) {
            Signed signed = sign(server, false);

            assertThat(signed.withoutTime()).isPresent();
            assertThat(signed.report().state()).isEqualTo(ValidationState.TRUSTED);
        }
    }

    private static byte[] earlier = {};

    private static byte[] answer(String kind, byte[] request) throws Exception {
        return switch (kind) {
            case "slow" -> {
                Thread.sleep(4000);
                yield authority.timeStamp(request);
            }
            case "error" -> throw new IOException("no");
            case "wrong imprint" -> {
                byte[] other = request.clone();
                // The digest stands after version and algorithm, within the first sixty bytes.
                other[40] ^= 1;
                yield authority.timeStamp(other);
            }
            case "old answer" -> {
                if (earlier.length == 0) {
                    byte[] other = request.clone();
                    other[request.length - 6] ^= 1;
                    earlier = authority.timeStamp(other);
                }
                yield earlier;
            }
            case "rejects" -> new byte[] {0x30, 5, 0x30, 3, 2, 1, 2};
            case "one megabyte" -> new byte[1 << 20];
            default -> new byte[] {1, 2, 3};
        };
    }

    @Test
    void aTokenOfSomebodyElsesSourceIsCheckedToo() throws Exception {
        assertThatThrownBy(() -> Credentials.sign(signer)
                        .timeStamping((stamped, algorithm) -> Bytes.wrap(new byte[] {0x30, 0}))
                        .write(picture(), target, PAINTING, Progress.NONE))
                .isInstanceOf(SigningException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void anAnswerAboutTheCertificateIsStapled() throws Exception {
        try (LoopbackServer time = new LoopbackServer(request -> authority.timeStamp(request));
                LoopbackServer status = new LoopbackServer(port, request -> authority.status(request, true))) {
            RevocationResponder responder =
                    RevocationResponder.of(signer, issuer(), LoopbackServer.network(), Clock.systemUTC());
            Signing signing = Credentials.sign(signer)
                    .trusting(trust)
                    .timeStamping(service(time))
                    .stapling(responder);
            Signed one = signing.write(picture(), target, PAINTING, Progress.NONE);
            Signed two = signing.write(picture(), folder.resolve("two.png"), PAINTING, Progress.NONE);

            assertThat(one.report().state()).isEqualTo(ValidationState.TRUSTED);
            assertThat(two.report().state()).isEqualTo(ValidationState.TRUSTED);
            assertThat(status.requests()).as("one answer serves both").isEqualTo(1);
            assertThat(new String(Files.readAllBytes(target), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .contains("ocspVals");
        }
    }

    /** The root that issued the certificate, which chains leave out. */
    private static List<Bytes> issuer() throws IOException {
        return Pem.certificates(Files.readString(authority.file("root.pem")));
    }

    @Test
    void aRevokedCertificateSignsNothing() throws Exception {
        try (LoopbackServer time = new LoopbackServer(request -> authority.timeStamp(request));
                LoopbackServer status = new LoopbackServer(port, request -> authority.status(request, false))) {
            RevocationResponder responder =
                    RevocationResponder.of(signer, issuer(), LoopbackServer.network(), Clock.systemUTC());
            assertThatThrownBy(() -> Credentials.sign(signer)
                            .timeStamping(service(time))
                            .stapling(responder)
                            .write(picture(), target, PAINTING, Progress.NONE))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining("revoked");
        }
        assertThat(target).doesNotExist();
    }
}
