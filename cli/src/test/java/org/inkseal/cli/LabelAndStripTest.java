package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        assertThat(run.err()).contains("made a key for \"Acme AI\"").contains("no watermark was added");
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
    void modelAndProviderAreNeeded() {
        assertThat(Run.of(folder, "label", "a.png").err()).contains("--model").contains("--provider");
        assertThat(Run.of(folder, "label", "a.png", "--model", "x:", "--provider", "y")
                        .err())
                .contains("NAME or NAME:VERSION");
        assertThat(Run.of(folder, "label", "a.png", "--model", "x", "--provider", " ")
                        .code())
                .isEqualTo(2);
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
