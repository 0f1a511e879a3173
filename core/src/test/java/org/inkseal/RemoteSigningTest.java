package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Report;
import org.inkseal.report.StoreOrigin;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Credential;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.Verifier;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;
import org.inkseal.xmp.XmpPacket;
import org.inkseal.xmp.XmpProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteSigningTest {
    private static final Declaration PAINTING = Declaration.of(DigitalSourceType.DIGITAL_CREATION);

    @TempDir
    Path folder;

    private final Credential credential = TestSigner.named("Test Artist");

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        String format = name.substring(name.lastIndexOf('.') + 1);
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, file.toFile());
        return file;
    }

    private Signing signing() throws SigningException {
        return Credentials.sign(CredentialSigner.of(credential));
    }

    private static final URI URL = URI.create("https://example.org/store.c2pa");
    private static final XmpName OTHER = XmpNamespace.DC.name("source");

    private Path target(String name) {
        return folder.resolve("signed." + name);
    }

    private Path store(String name) {
        return folder.resolve("signed." + name + ".c2pa");
    }

    private Signed remote(Path file, String name) throws Exception {
        return signing().writeRemote(file, target(name), store(name), URL, PAINTING, Progress.NONE);
    }

    private Report check(String name) throws IOException {
        TrustSettings root = TestSigner.rootOf(credential);
        return Verifier.at(Instant.now()).trusting(root).verify(target(name), store(name));
    }

    private static AssetMap map(ByteSource source) throws Exception {
        return AssetFormats.detect(source).orElseThrow().map(source, Budget.standard());
    }

    private static Bytes packet(Path file) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            return map(source)
                    .format()
                    .carriedXmp(source, map(source), Budget.standard())
                    .packet()
                    .orElseThrow();
        }
    }

    private static Bytes packet(XmpName name, String value) {
        return XmpPacket.of(List.of(XmpProperty.text(name, value)));
    }

    private Path withPacket(String name, Bytes packet) throws Exception {
        Path plain = file("plain." + name.substring(name.lastIndexOf('.') + 1));
        Path file = folder.resolve(name);
        try (ByteSource source = ByteSource.open(plain);
                var out = Files.newByteChannel(
                        file, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            AssetMap map = map(source);
            map.format().withXmp(source, map, packet).writeTo(source, out, Bytes.EMPTY, Progress.NONE);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.png", "picture.jpg"})
    void thePictureNamesTheAddressAndIsTrustedWithTheStore(String name) throws Exception {
        Path file = file(name);

        Signed signed = remote(file, name);

        assertThat(signed.file()).isEqualTo(target(name));
        Report report = check(name);
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.storeOrigin()).isEqualTo(StoreOrigin.SIDECAR);
        assertThat(report.remoteManifest()).contains(URL.toString());
        assertThat(Credentials.check(target(name), TrustSettings.none()).remoteManifest())
                .contains(URL.toString());
        assertThat(ImageIO.read(target(name).toFile()).getWidth()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.png", "picture.jpg"})
    void theAddressIsBound(String name) throws Exception {
        remote(file(name), name);
        Path other = withPacket("other-" + name, packet(XmpName.PROVENANCE, "https://example.net/x.c2pa"));
        Files.write(target(name), Files.readAllBytes(other));

        assertThat(check(name).state()).isEqualTo(ValidationState.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.png", "picture.jpg"})
    void aPacketThatIsThereKeepsWhatItSays(String name) throws Exception {
        Path file = withPacket(name, packet(OTHER, "a painting"));

        remote(file, name);

        assertThat(packet(target(name)).text().orElseThrow())
                .contains("dc:source=\"a painting\"", "dcterms:provenance=\"" + URL + "\"");
        assertThat(Files.size(target(name)) - Files.size(file))
                .isEqualTo(packet(target(name)).length() - packet(file).length());
        assertThat(check(name).state()).isEqualTo(ValidationState.TRUSTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.png", "picture.jpg"})
    void aCredentialInThePictureIsThatOfTheParentAndLeavesThePicture(String name) throws Exception {
        Path first = folder.resolve("first-" + name);
        signing().write(file(name), first, PAINTING, Progress.NONE);

        Signed signed = remote(first, name);

        assertThat(signed.again()).isTrue();
        Report report = check(name);
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.storeOrigin()).isEqualTo(StoreOrigin.SIDECAR);
        assertThat(report.manifests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.png", "picture.jpg"})
    void aPictureCanBeReplaced(String name) throws Exception {
        Path file = Files.copy(file(name), target(name));

        signing().writeRemote(file, file, store(name), URL, PAINTING, Progress.NONE);

        assertThat(check(name).state()).isEqualTo(ValidationState.TRUSTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.png", "picture.jpg"})
    void aBrokenPacketIsRefusedAndNothingWritten(String name) throws Exception {
        Path file = withPacket(name, Bytes.utf8("<!DOCTYPE x><x/>"));

        assertThatThrownBy(() -> remote(file, name))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("document type");
        assertThat(target(name)).doesNotExist();
        assertThat(store(name)).doesNotExist();
    }

    @Test
    void aPacketTooLargeForJpegIsRefused() throws Exception {
        int most = 65_504;
        int rest = most - packet(OTHER, "").length();
        Path file = withPacket("large.jpg", packet(OTHER, "x".repeat(rest)));

        assertThatThrownBy(() -> remote(file, "large.jpg"))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("65504");
    }

    @Test
    void aDeflatedPacketOfPngIsRefused() throws Exception {
        Path file = withPacket("deflated.png", packet(OTHER, "x"));
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("XML:com.adobe.xmp") + 18] = 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> remote(file, "deflated.png"))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("deflated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://example.org/a", "a.c2pa", "https:///a", "https://me@example.org/", "https://a.org/#b"})
    void whatIsNoAddressOfTheWebIsRefused(String url) throws Exception {
        Path file = file("picture.png");

        assertThatThrownBy(() -> signing()
                        .writeRemote(file, target("x.png"), store("x.png"), URI.create(url), PAINTING, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(target("x.png")).doesNotExist();
    }

    @Test
    void aPictureNeverStandsWithoutItsStore() throws Exception {
        Files.writeString(store("picture.png"), "there");

        assertThatThrownBy(() -> remote(file("picture.png"), "picture.png")).isInstanceOf(IOException.class);

        assertThat(target("picture.png")).doesNotExist();
        assertThat(store("picture.png")).hasContent("there");
    }
}
