package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.PictureView;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Credential;
import org.inkseal.xmp.Xmp;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;
import org.inkseal.xmp.XmpPacket;
import org.inkseal.xmp.XmpProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTwinsTest {
    private static final XmpName MINING = XmpNamespace.PLUS.name("DataMining");
    private static final XmpName SOURCE_TYPE = XmpNamespace.IPTC.name("DigitalSourceType");
    private static final Declaration LABEL = Declaration.of(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA)
            .permitting(Permissions.all(Permission.NOT_ALLOWED))
            .madeWith(new Declaration.Tool("AcmeDiffusion", Optional.of("2.1"), Optional.empty()));

    @TempDir
    Path folder;

    private final Credential credential = TestSigner.named("Test Artist");

    private Signing signing() throws SigningException {
        return Credentials.sign(CredentialSigner.of(credential));
    }

    private Signed sign(Path file, String name) throws Exception {
        return signing().twins(Twins.standard()).write(file, folder.resolve(name), LABEL, Progress.NONE);
    }

    private static Path image(String name) {
        return Path.of("../test-vectors/images", name);
    }

    private static AssetMap map(ByteSource source) throws Exception {
        return AssetFormats.detect(source).orElseThrow().map(source, Budget.standard());
    }

    private static Xmp xmp(Path file) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            AssetMap map = map(source);
            return map.format().xmp(source, map, Budget.standard());
        }
    }

    private Path withPacket(Path file, String name, Bytes packet) throws Exception {
        Path target = folder.resolve(name);
        try (ByteSource source = ByteSource.open(file);
                FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            PictureView view = new PictureView(source, map(source)).withXmp(packet);
            view.whole().writeTo(view.source(), out, Bytes.EMPTY, Progress.NONE);
        }
        return target;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone.jpg", "painting.png", "painting.webp", "extended.webp", "painting.gif", "painting.svg",
                        "naked.jxl",
                "painting.jxl", "pages.tif", "bigtiff.tif", "painting.dng", "painting.heic", "painting.avif", "film.mp4"
            })
    void everyFormatRepeatsWhatTheCredentialSaysAndASecondTimeNothingIsDoubled(String name) throws Exception {
        List<XmpProperty> foreign = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            foreign.add(XmpProperty.text(XmpNamespace.PHOTOSHOP.name("Foreign" + i), "value " + i));
        }
        foreign.add(XmpProperty.text(SOURCE_TYPE, "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"));
        Path file = withPacket(image(name), "plain." + name, XmpPacket.of(foreign));

        Signed first = sign(file, "first." + name);
        Signed second = sign(first.file(), "second." + name);

        for (Signed signed : List.of(first, second)) {
            assertThat(signed.withoutTwins()).isEmpty();
            assertThat(signed.report().state()).isEqualTo(ValidationState.VALID);
            Xmp xmp = xmp(signed.file());
            assertThat(xmp.trouble()).isEmpty();
            assertThat(xmp.properties()).containsAll(foreign.subList(0, 50)).hasSize(54);
            assertThat(xmp.texts(MINING)).containsExactly("http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED");
            assertThat(xmp.texts(SOURCE_TYPE))
                    .containsExactly("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
        }
        Path stripped = folder.resolve("stripped." + name);
        Path again = folder.resolve("again." + name);
        Stripping.standard().write(first.file(), stripped, Progress.NONE);
        Stripping.standard().write(second.file(), again, Progress.NONE);
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(stripped));
        assertThat(xmp(stripped).texts(MINING)).as("they stay").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone.jpg", "painting.png", "painting.heic"})
    void withoutTwinsTheMetadataStayAndTheOriginalComesBack(String name) throws Exception {
        Signed signed = signing().write(image(name), folder.resolve(name), LABEL, Progress.NONE);
        Path stripped = folder.resolve("stripped." + name);
        Stripping.standard().write(signed.file(), stripped, Progress.NONE);

        assertThat(Files.readAllBytes(stripped)).isEqualTo(Files.readAllBytes(image(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<a",
                "no xml at all",
                "<rdf:RDF><rdf:Description xmpNote:HasExtendedXMP='0123'/></rdf:RDF>"
            })
    void aPacketThatIsNotUnderstoodIsLeftAloneAndThePictureSigned(String packet) throws Exception {
        Path file = withPacket(image("painting.png"), "odd.png", Bytes.utf8(packet));

        Signed signed = sign(file, "signed.png");

        assertThat(signed.withoutTwins()).isPresent();
        assertThat(signed.report().state()).isEqualTo(ValidationState.VALID);
        Path stripped = folder.resolve("stripped.png");
        Stripping.standard().write(signed.file(), stripped, Progress.NONE);
        assertThat(Files.readAllBytes(stripped)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void whatCarriesNoXmpIsSignedAndSaysSo() throws Exception {
        Signed signed = sign(image("film.mov"), "film.mov");

        assertThat(signed.withoutTwins().orElseThrow()).contains("MOV");
        assertThat(signed.report().state()).isEqualTo(ValidationState.VALID);
    }

    @Test
    void anotherXmpBreaksTheCredential() throws Exception {
        Path signed = sign(image("painting.png"), "signed.png").file();
        byte[] bytes = Files.readAllBytes(signed);
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("DMI-PROHIBITED");
        bytes[at + 5] ^= 1;
        Files.write(signed, bytes);

        assertThat(Credentials.check(signed, org.inkseal.trust.TrustSettings.none())
                        .state())
                .isEqualTo(ValidationState.INVALID);
    }

    @Test
    void theOriginOfAPictureWithAPastIsNotSaidAgain() throws Exception {
        Path labelled = sign(image("painting.png"), "labelled.png").file();
        Declaration human = Declaration.of(DigitalSourceType.DIGITAL_CREATION);

        Path signed = folder.resolve("by-a-person.png");
        signing().twins(Twins.standard()).write(labelled, signed, human, Progress.NONE);

        assertThat(xmp(signed).texts(SOURCE_TYPE))
                .containsExactly("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
    }

    @Test
    void anAddressAndTwinsGoIntoOnePacket() throws Exception {
        Path target = folder.resolve("remote.webp");
        java.net.URI url = java.net.URI.create("https://example.org/a.c2pa");
        signing()
                .twins(Twins.standard())
                .writeRemote(image("painting.webp"), target, folder.resolve("a.c2pa"), url, LABEL, Progress.NONE);

        assertThat(xmp(target).texts(XmpName.PROVENANCE)).containsExactly(url.toString());
        assertThat(xmp(target).texts(MINING)).hasSize(1);
    }
}
