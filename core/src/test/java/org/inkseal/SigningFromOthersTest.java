package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.assertion.Unknown;
import org.inkseal.cbor.Value;
import org.inkseal.io.Progress;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Credential;
import org.inkseal.trust.TrustSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ingredients, redaction, updates and definitions. */
class SigningFromOthersTest {
    private static final Declaration PAINTING = Declaration.of(DigitalSourceType.DIGITAL_CREATION);
    private static final Declaration COLLAGE = Declaration.of(DigitalSourceType.COMPOSITE_CAPTURE);
    private static final String SECRET = "org.example.secret";
    private static final Declaration TELLING = PAINTING.with(new Unknown(
            SECRET,
            new Content.Cbor(Value.dict().put("name", "Jane Doe of Anytown").build())));

    @TempDir
    Path folder;

    private final Credential credential = TestSigner.named("Test Artist");
    private final TrustSettings trust = TestSigner.rootOf(credential);

    private Path picture(String name) throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, Color.ORANGE.getRGB());
        Path file = folder.resolve(name);
        ImageIO.write(image, name.endsWith("png") ? "png" : "jpg", file.toFile());
        return file;
    }

    private Signing signing() throws SigningException {
        return Credentials.sign(CredentialSigner.of(credential)).trusting(trust);
    }

    private Path sign(Path picture, String name, Statement statement) throws Exception {
        return signing()
                .write(picture, folder.resolve(name), statement, Progress.NONE)
                .file();
    }

    private Report trusted(Path file) throws IOException {
        Report report = Credentials.check(file, trust);
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        return report;
    }

    private static List<String> labels(ManifestSummary manifest) {
        return manifest.assertions().stream().map(AssertionSummary::label).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void ingredientsWithAndWithoutCredentialsGoIntoOnePicture(String format) throws Exception {
        Path signedPart = sign(picture("part.png"), "part.signed.png", PAINTING);
        Path parent = sign(picture("parent.jpg"), "parent.signed.jpg", PAINTING);
        Declaration declaration = COLLAGE.madeFrom(List.of(
                new IngredientFile(parent, Relationship.PARENT_OF),
                new IngredientFile(signedPart, Relationship.COMPONENT_OF),
                new IngredientFile(picture("plain.jpg"), Relationship.COMPONENT_OF),
                new IngredientFile(picture("input.png"), Relationship.INPUT_TO)));

        Path collage = sign(picture("collage." + format), "collage.signed." + format, declaration);

        Report report = trusted(collage);
        assertThat(report.manifests()).hasSize(3);
        assertThat(report.ingredientDeltas()).hasSize(4);
        assertThat(report.origin()).contains(DigitalSourceType.DIGITAL_CREATION);
    }

    @Test
    void aManifestThatTwoIngredientsShareIsKeptOnce() throws Exception {
        Path part = sign(picture("part.png"), "part.signed.png", PAINTING);
        Path other = sign(part, "other.png", Declaration.of(DigitalSourceType.HUMAN_EDITS));
        Declaration declaration = COLLAGE.madeFrom(List.of(
                new IngredientFile(part, Relationship.COMPONENT_OF),
                new IngredientFile(other, Relationship.COMPONENT_OF)));

        Path collage = sign(picture("collage.png"), "collage.signed.png", declaration);

        assertThat(trusted(collage).manifests()).hasSize(3);
    }

    @Test
    void thumbnailsAreMadeOnlyWhenAskedFor() throws Exception {
        Path part = picture("part.jpg");
        Declaration declaration = COLLAGE.madeFrom(List.of(new IngredientFile(part, Relationship.COMPONENT_OF)));
        Path without = sign(picture("collage.png"), "without.png", declaration);
        Path with = signing()
                .thumbnails(true)
                .write(picture("collage.png"), folder.resolve("with.png"), declaration, Progress.NONE)
                .file();

        assertThat(labels(trusted(with).activeManifest().orElseThrow()))
                .contains("c2pa.thumbnail.claim", "c2pa.thumbnail.ingredient");
        assertThat(labels(trusted(without).activeManifest().orElseThrow()))
                .noneMatch(label -> label.contains("thumbnail"));
    }

    @Test
    void aPictureOfMoreThanFiftyMillionPixelsIsRefusedBeforeItIsDecoded() throws Exception {
        Path picture = picture("huge.png");
        byte[] bytes = Files.readAllBytes(picture);
        bytes[16] = 1; // 16 million pixels wide and 48 high
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(bytes, 12, 17);
        java.nio.ByteBuffer.wrap(bytes).putInt(29, (int) crc.getValue());
        Files.write(picture, bytes);

        assertThatThrownBy(() -> signing()
                        .thumbnails(true)
                        .write(picture, folder.resolve("signed.png"), PAINTING, Progress.NONE))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("pixels");
    }

    /** Two pictures whose manifests have the same label, as those of a copied random source have. */
    private List<Path> alike(String format, Statement... statements) throws Exception {
        List<Path> files = new ArrayList<>();
        for (Statement statement : statements) {
            Path file = folder.resolve("alike" + files.size() + "." + format);
            signing()
                    .reproducibly(Clock.systemUTC(), new Random(7))
                    .write(picture("plain." + format), file, statement, Progress.NONE);
            files.add(file);
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void differentManifestsWithOneLabelAreBothKeptAndBothValid(String format) throws Exception {
        List<Path> parts = alike(format, PAINTING.titled("one"), PAINTING.titled("two"), PAINTING.titled("three"));
        Declaration declaration = COLLAGE.madeFrom(parts.stream()
                .map(part -> new IngredientFile(part, Relationship.COMPONENT_OF))
                .toList());

        Path collage = sign(picture("collage." + format), "collage.signed." + format, declaration);

        Report report = trusted(collage);
        String label = Credentials.check(parts.get(0), trust)
                .activeManifest()
                .orElseThrow()
                .label();
        assertThat(report.manifests())
                .extracting(ManifestSummary::label)
                .hasSize(4)
                .contains(label, label + "::1_1", label + "::2_1");
        assertThat(report.ingredientDeltas())
                .hasSize(3)
                .allSatisfy(delta -> assertThat(delta.findings().failure()).isEmpty());
        assertThat(Credentials.check(sign(collage, "again." + format, COLLAGE), trust)
                        .state())
                .isEqualTo(ValidationState.TRUSTED);
    }

    @Test
    void manifestsInConflictThatSignedClaimsNameAreRefused() throws Exception {
        List<Path> parents = alike("png", PAINTING.titled("one"), PAINTING.titled("two"));
        Path one = sign(parents.get(0), "one.png", Declaration.of(DigitalSourceType.HUMAN_EDITS));
        Path two = sign(parents.get(1), "two.png", Declaration.of(DigitalSourceType.HUMAN_EDITS));
        Declaration declaration = COLLAGE.madeFrom(List.of(
                new IngredientFile(one, Relationship.COMPONENT_OF),
                new IngredientFile(two, Relationship.COMPONENT_OF)));

        assertThatThrownBy(() -> sign(picture("collage.png"), "collage.signed.png", declaration))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("two different manifests have the label");
        assertThat(folder.resolve("collage.signed.png")).doesNotExist();
    }

    @Test
    void aSecondParentIsRefused() throws Exception {
        Path signed = sign(picture("a.png"), "a.signed.png", PAINTING);
        Declaration declaration =
                COLLAGE.madeFrom(List.of(new IngredientFile(picture("b.png"), Relationship.PARENT_OF)));

        assertThatThrownBy(() -> sign(signed, "c.png", declaration))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("one parent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aRedactedAssertionIsGoneAndTheCredentialStillPasses(String format) throws Exception {
        Path telling = sign(picture("a." + format), "telling." + format, TELLING);
        Redaction redaction = new Redaction(SECRET, Redaction.PERSONAL);

        Path standard = sign(
                telling,
                "standard." + format,
                Declaration.of(DigitalSourceType.HUMAN_EDITS).redacting(List.of(redaction)));
        Path update = sign(telling, "update." + format, Amendment.nothing().redacting(List.of(redaction)));

        for (Path file : List.of(standard, update)) {
            trusted(file);
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContain("Jane Doe of Anytown");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c2pa.actions.v2",
                "c2pa.hash.data",
                "org.example.nothing",
                "self#jumbf=/c2pa/x",
                "self#jumbf=c2pa.assertions/a"
            })
    void whatMayNotBeRedactedOrIsNotThereIsRefused(String what) throws Exception {
        Path telling = sign(picture("a.png"), "telling.png", TELLING);

        assertThatThrownBy(() -> sign(
                        telling,
                        "b.png",
                        Amendment.nothing().redacting(List.of(new Redaction(what, Redaction.PERSONAL)))))
                .isInstanceOf(SigningException.class);
        assertThat(folder.resolve("b.png")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void anUpdateLeavesThePictureAsItIs(String format) throws Exception {
        Path plain = picture("a." + format);
        Path once = sign(plain, "once." + format, PAINTING);

        Path twice = sign(once, "twice." + format, Amendment.nothing().titled("A title"));
        Path thrice = sign(twice, "thrice." + format, Amendment.nothing());

        assertThat(trusted(twice).activeManifest().flatMap(ManifestSummary::title))
                .contains("A title");
        assertThat(trusted(thrice).manifests()).hasSize(3);
        Path stripped = folder.resolve("stripped." + format);
        Stripping.standard().write(thrice, stripped, Progress.NONE);
        assertThat(stripped).hasSameBinaryContentAs(plain);
    }

    @Test
    void anUpdateOfAPictureWithoutACredentialOrWithABrokenOneIsRefused() throws Exception {
        Path once = sign(picture("a.png"), "once.png", PAINTING);
        byte[] bytes = Files.readAllBytes(once);
        bytes[bytes.length - 30] ^= 1;
        Files.write(once, bytes);

        assertThatThrownBy(() -> sign(picture("b.png"), "c.png", Amendment.nothing()))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> sign(once, "c.png", Amendment.nothing()))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("does not pass");
    }

    private ManifestDefinition definition(String json) throws IOException {
        Path file = folder.resolve("definition.json");
        Files.writeString(file, json);
        return ManifestDefinition.read(file, Optional.empty());
    }

    @Test
    void aDefinitionSaysWhatIsSigned() throws Exception {
        picture("part.jpg");
        Files.writeString(folder.resolve("logo.svg"), "<svg/>");
        ManifestDefinition definition = definition("""
                {"claim_generator_info": [{"name": "Tool", "version": "1", "icon": {"format": "image/svg+xml",
                    "identifier": "logo.svg"}}], "vendor": "acme", "title": "A title", "hash_alg": "sha384",
                 "assertions": [
                   {"label": "c2pa.actions", "data": {"actions": [{"action": "c2pa.created", "when": "2026-01-17T14:44:19Z",
                     "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"},
                     {"action": "c2pa.placed", "parameters": {"ingredientIds": ["part"]}}]}},
                   {"label": "org.example.data", "data": {"a": [1, 2.5, null, true]}},
                   {"label": "org.example.metadata", "kind": "Json", "data": {"b": 1}}],
                 "ingredients": [{"file_path": "part.jpg", "label": "part", "relationship": "componentOf"}]}
                """);

        Path signed = sign(picture("a.png"), "signed.png", definition);

        ManifestSummary active = trusted(signed).activeManifest().orElseThrow();
        assertThat(active.title()).contains("A title");
        assertThat(active.label()).endsWith(":acme");
        assertThat(labels(active)).contains("c2pa.icon", "org.example.data", "org.example.metadata");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"claim_version\": 1}",
                "{\"vendor\": \"a:b\"}",
                "{\"label\": \"mine\"}",
                "{\"hash_alg\": \"md5\"}",
                "{\"assertions\": [{\"label\": \"c2pa.hash.data\", \"data\": {}}]}",
                "{\"assertions\": [{\"label\": \"org.example.a__1\", \"data\": {}}]}",
                "{\"assertions\": [{\"label\": \"org.example.a\", \"data\": {}, \"kind\": \"Uri\"}]}",
                "{\"assertions\": []}",
                "{\"ingredients\": [{\"relationship\": \"ParentOf\"}]}",
                "{\"ingredients\": [{\"file_path\": \"../outside.png\"}]}",
                "{\"ingredients\": [{\"file_path\": \"/etc/hostname\"}]}",
                "{\"ingredients\": [{\"file_path\": \"link.png\"}]}",
                "{\"redactions\": [\"self#jumbf=/c2pa/urn:c2pa:x/c2pa.assertions/a\"]}"
            })
    void aDefinitionThatCannotBeSignedIsRefused(String json) throws Exception {
        Files.createSymbolicLink(folder.resolve("link.png"), Path.of("/etc/hostname"));
        Path picture = picture("a.png");
        ManifestDefinition definition = definition(json);

        assertThatThrownBy(() -> sign(picture, "signed.png", definition))
                .isInstanceOfAny(SigningException.class, IOException.class);
        assertThat(folder.resolve("signed.png")).doesNotExist();
    }
}
