package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelAndStripTest {
    @TempDir
    Path folder;

    @Test
    void labelSaysThatAModelMadeIt() {
        Path picture = Pictures.make(folder.resolve("out.png"));

        Run run = label(picture);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith(picture + " -> " + folder.resolve("out.labelled.png")
                        + "  made by generative AI  AcmeDiffusion 2.1  urn:c2pa:")
                .hasLineCount(1);
        assertThat(run.err())
                .contains("made a key for \"Acme AI\"")
                .contains("a time-stamp (--tsa) and an invisible watermark, not added here");
        assertThat(Run.of(folder.resolve("home"), "check", folder.resolve("out.labelled.png"))
                        .out())
                .contains("OK — made by generative AI; signed by \"Acme AI\" (known")
                .contains("nothing said about training");
        assertThat(Run.of(folder.resolve("home"), "show", folder.resolve("out.labelled.png"))
                        .out())
                .contains("\"AcmeDiffusion\"", "\"2.1\"", "\"Acme AI\"", "trainedAlgorithmicMedia", "\"when\"");
    }

    @Test
    void labelSpeaksOfPermissionsWhenAsked() {
        Path picture = Pictures.make(folder.resolve("out.png"));

        label(picture, "--mining", "yes");

        assertThat(Run.of(folder.resolve("home"), "check", folder.resolve("out.labelled.png"))
                        .out())
                .contains("training not said · generative training not said · mining yes · AI input not said");
    }

    @Test
    void pictureOfAPersonThatAModelChangedIsNotWithoutGenerativeAi() {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Run.of(folder.resolve("home"), "sign", picture, "--in-place");

        Run run = label(picture, "--in-place");

        assertThat(run.out()).contains("edited with generative AI");
        assertThat(Run.of(folder, "check", picture).out())
                .contains("OK — edited with generative AI; ")
                .contains("training no · ")
                .doesNotContain("without generative AI");
    }

    @Test
    void aModelIsNeededAndAProviderIsTheSignerUnlessGiven() {
        assertThat(Run.of(folder, "label", "a.png").err()).contains("--model");
        assertThat(Run.of(folder, "label", "a.png", "--model", "x:", "--provider", "y")
                        .err())
                .contains("NAME or NAME:VERSION");
        assertThat(Run.of(folder, "label", "a.png", "--model", "x", "--provider", " ")
                        .code())
                .isEqualTo(2);
        Path home = folder.resolve("home");
        Run.of(home, "init", "--name", "Mara Voss");
        assertThat(Run.of(home, "label", Pictures.make(folder.resolve("out.png")), "--model", "x")
                        .code())
                .isZero();
        assertThat(Run.of(home, "show", folder.resolve("out.labelled.png")).out())
                .contains("\"org.inkseal.provider\": \"Mara Voss\"");
    }

    @Test
    void whatIsSaidOfTheModelIsSigned() {
        Path picture = Pictures.make(folder.resolve("out.png"));

        Run run = label(
                picture,
                "--edited-with-ai",
                "--oversight",
                "validated",
                "--prompt",
                "a boat at dawn",
                "--model-id",
                "pkg:huggingface/acme/diffusion@2.1",
                "--watermark",
                "com.adobe.trustmark.P:hex:0a1b");

        assertThat(run.out()).contains("  edited with generative AI  ");
        assertThat(run.err()).contains("a time-stamp (--tsa), not added here; the watermark was recorded and not");
        Path labelled = folder.resolve("out.labelled.png");
        assertThat(Run.of(folder, "check", labelled).out())
                .contains("Partly GenAI Creation")
                .contains("Non-editorial");
        assertThat(Run.of(folder, "show", "--detailed", labelled).out())
                .contains("human_validated", "pkg:huggingface/acme/diffusion@2.1", "c2pa.watermarked.bound")
                .contains("com.adobe.trustmark.P", "c2pa.types.generator.prompt");
    }

    @Test
    void aPromptIsNeverThereByDefault() {
        Path picture = Pictures.make(folder.resolve("out.png"));

        label(picture);

        assertThat(Run.of(folder, "show", "--detailed", folder.resolve("out.labelled.png"))
                        .out())
                .doesNotContain("prompt")
                .doesNotContain("c2pa.embedded-data");
    }

    @Test
    void oddWordsOfTheModelAreRefused() {
        Path picture = Pictures.make(folder.resolve("out.png"));

        assertThat(label(picture, "--oversight", "none").err()).contains("autonomous, guided, validated");
        assertThat(label(picture, "--model-id", "not a uri").err()).contains("--model-id: a URI is allowed");
        for (String watermark : new String[] {"x", "com.adobe.trustmark.P:", "nodots:1", "a.b:hex:0"}) {
            assertThat(label(picture, "--watermark", watermark).code()).isEqualTo(2);
        }
        assertThat(label(picture, "--watermark", "io.iscc.v0:1").err()).contains("is a fingerprint");
        assertThat(folder.resolve("out.labelled.png")).doesNotExist();

        Run unknown = label(picture, "--watermark", "org.example.mark:1");
        assertThat(unknown.code()).isZero();
        assertThat(unknown.err()).contains("not in the C2PA list");
    }

    @Test
    void aReferencePictureWhoseMakerSaysNoIsRefusedUnlessSomebodyAnswersForIt() throws IOException {
        Path artist = folder.resolve("artist");
        Path reference = Pictures.make(folder.resolve("photo.png"));
        Run.of(artist, "sign", "--in-place", reference, "--name", "Mara Voss");
        Path picture = Pictures.make(folder.resolve("out.png"));

        Run refused = label(picture, "--ref", reference.toString(), "--force");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("photo.png: its maker (\"Mara Voss\", valid signature) does not allow use as AI input")
                .contains("hint: --ref-anyway");
        assertThat(folder.resolve("out.labelled.png")).doesNotExist();
        assertThat(folder.resolve("home"))
                .as("no key for a label that was refused")
                .doesNotExist();

        Pictures.flip(reference, -20);
        assertThat(label(picture, "--ref", reference.toString()).err())
                .as("a no counts broken too")
                .contains("a signature that is not valid) does not allow");
    }

    @Test
    void aNoThatStandsBesideAReferencePictureIsSeenToo() {
        Path reference = Pictures.make(folder.resolve("photo.png"));
        Run.of(folder.resolve("artist"), "sign", "--sidecar", reference, "--name", "Mara Voss");
        Path picture = Pictures.make(folder.resolve("out.png"));

        Run refused = label(picture, "--ref", reference.toString());

        assertThat(folder.resolve("photo.png.c2pa")).exists();
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("(\"Mara Voss\", valid signature) does not allow use as AI input");
    }

    @Test
    void referencePicturesAreKeptAsInputs() {
        Path allowed = Pictures.make(folder.resolve("allowed.png"));
        Run.of(folder.resolve("artist"), "sign", "--in-place", allowed, "--inference", "yes");
        Path refused = Pictures.make(folder.resolve("refused.png"));
        Run.of(folder.resolve("artist"), "sign", "--in-place", refused);
        Path silent = Pictures.make(folder.resolve("silent.jpg"));
        Path picture = Pictures.make(folder.resolve("out.png"));

        Run run = label(
                picture,
                "--ref",
                allowed.toString(),
                "--ref",
                silent.toString(),
                "--ref",
                refused.toString(),
                "--ref-anyway");

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("refused.png: its maker").contains("recorded all the same");
        Path labelled = folder.resolve("out.labelled.png");
        assertThat(Run.of(folder, "show", labelled).out().split("\"relationship\": \"inputTo\"", -1))
                .hasSize(4);
        assertThat(Run.of(folder, "check", labelled).out())
                .startsWith(labelled + ": OK — made by generative AI; ")
                .contains("signals: Fully GenAI Media\n")
                .contains("nothing said about training");
    }

    @Test
    void strippedPictureIsTheOriginalByteForByte() throws IOException {
        for (String name : new String[] {"p.png", "p.jpg"}) {
            Path picture = Pictures.make(folder.resolve(name));
            byte[] original = Files.readAllBytes(picture);
            assertThat(label(picture, "--in-place", "--no-xmp").code()).isZero();
            assertThat(picture).isRegularFile();
            assertThat(Files.readAllBytes(picture)).isNotEqualTo(original);

            Run run = Run.of(folder, "strip", picture);

            Path stripped = folder.resolve(name.replace(".", ".stripped."));
            assertThat(run).isEqualTo(new Run(0, picture + " -> " + stripped + "  credential removed\n", ""));
            assertThat(stripped).hasBinaryContent(original);
            assertThat(Run.of(folder, "strip", "--in-place", picture).code()).isZero();
            assertThat(picture).hasBinaryContent(original);
        }
    }

    @Test
    void anUnsignedLabelStandsInTheXmpAndNeedsNoKey() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));

        Run run = label(picture, "--unsigned", "--cn", "00119");

        Path labelled = folder.resolve("p.labelled.png");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo(picture + " -> " + labelled
                        + "  made by generative AI  AcmeDiffusion 2.1  XMP only, not signed\n");
        assertThat(folder.toFile().list()).as("no key").containsExactlyInAnyOrder("p.png", "p.labelled.png");
        assertThat(Files.readString(labelled, StandardCharsets.ISO_8859_1))
                .contains("trainedAlgorithmicMedia", "AISystemUsed=\"AcmeDiffusion\"", "&quot;00119&quot;", "urn:uuid:")
                .doesNotContain("caBX");
        assertThat(Run.of(folder, "check", labelled).out()).contains("NOTHING");
    }

    @Test
    void anUnsignedLabelBreaksNoCredential() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        label(picture, "--in-place");
        byte[] signed = Files.readAllBytes(picture);

        Run run = label(picture, "--unsigned", "--in-place");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("has a credential");
        assertThat(picture).hasBinaryContent(signed);
    }

    @Test
    void optionsThatNeedACredentialOrXmpExcludeOthers() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));

        assertThat(label(picture, "--unsigned", "--no-xmp").code()).isEqualTo(2);
        assertThat(label(picture, "--cn", "1", "--no-xmp").code()).isEqualTo(2);
        assertThat(label(picture, "--cn", " ").code()).isEqualTo(2);
        assertThat(label(picture, "--unsigned", "--sidecar").code()).isEqualTo(2);
        assertThat(folder.resolve("p.labelled.png")).doesNotExist();
    }

    @Test
    void anUnsignedLabelNeedNotNameTheModel() throws IOException {
        Path picture = Pictures.make(folder.resolve("out.png"));

        Run run = Run.of(folder, "label", picture, "--unsigned");

        assertThat(run.code()).isZero();
        assertThat(run.out()).endsWith("made by generative AI  XMP only, not signed\n");
        assertThat(Run.of(folder, "check", folder.resolve("out.labelled.png")).out())
                .contains("its metadata claims: made by generative AI (IPTC trainedAlgorithmicMedia), unsigned");
    }

    @Test
    void aSignedLabelNamesItsManifestInChinasMark() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));

        Run run = label(picture, "--cn", "00119");

        String urn = run.out().strip().replaceAll(".*(urn:c2pa:\\S+)", "$1");
        assertThat(urn).startsWith("urn:c2pa:");
        assertThat(Files.readString(folder.resolve("p.labelled.png"), StandardCharsets.ISO_8859_1))
                .contains("&quot;ProduceID&quot;:&quot;" + urn + "&quot;");
    }

    @Test
    void damagedCredentialIsStrippedToo() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        byte[] original = Files.readAllBytes(picture);
        label(picture, "--in-place", "--no-xmp");
        Pictures.flip(picture, 33 + 100);
        assertThat(Run.of(folder, "check", picture).code()).isEqualTo(1);

        assertThat(Run.of(folder, "strip", "--in-place", picture).code()).isZero();

        assertThat(picture).hasBinaryContent(original);
    }

    @Test
    void withoutACredentialThereIsNothingToStrip() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        byte[] original = Files.readAllBytes(picture);

        assertThat(Run.of(folder, "strip", picture)).isEqualTo(new Run(0, picture + ": nothing to strip\n", ""));
        assertThat(Run.of(folder, "strip", "--in-place", picture).code()).isZero();
        assertThat(Run.of(folder, "strip", "--json", picture).out()).contains("\"result\":\"nothing to strip\"");
        assertThat(picture).hasBinaryContent(original);
        assertThat(folder.resolve("p.stripped.png")).doesNotExist();
    }

    @Test
    void dryRunOfStripWritesNothing() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        label(picture, "--in-place");
        byte[] before = Files.readAllBytes(picture);

        Run run = Run.of(folder, "strip", "-n", "--in-place", picture);

        assertThat(run.out()).isEqualTo(picture + " (in place)  (dry run, nothing written)\n");
        assertThat(picture).hasBinaryContent(before);
    }

    private Run label(Path picture, String... options) {
        Object[] args = new Object[options.length + 6];
        System.arraycopy(
                new Object[] {"label", picture, "--model", "AcmeDiffusion:2.1", "--provider", "Acme AI"},
                0,
                args,
                0,
                6);
        System.arraycopy(options, 0, args, 6, options.length);
        return Run.of(folder.resolve("home"), args);
    }
}
