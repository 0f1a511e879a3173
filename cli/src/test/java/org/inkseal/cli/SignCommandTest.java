package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignCommandTest {
    @TempDir
    Path folder;

    @Test
    void firstUseMakesAKeyAndSaysSo() {
        Path home = folder.resolve("home");
        Path picture = Pictures.make(folder.resolve("p.png"));

        Run run = Run.of(home, "sign", picture);

        assertThat(run.code()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo(picture + " -> " + folder.resolve("p.signed.png"));
        assertThat(lines.get(1)).isEqualTo("  made by     a person with digital tools, without generative AI");
        assertThat(lines.get(2)).startsWith("  signed by   Anonymous  ");
        assertThat(lines.get(3)).isEqualTo("  training    no · generative training no · mining no · AI input no");
        assertThat(run.err()).contains("made a key for \"Anonymous\"").contains("inkseal init --name");
        assertThat(Run.of(home, "sign", picture, "--force").err()).isEmpty();
    }

    @Test
    void permissionsCanBeGivenForAllUsesAndForEach() {
        Path picture = Pictures.make(folder.resolve("p.png"));

        assertThat(sign(picture, "--train", "yes").out())
                .contains("training    yes · generative training yes · mining yes · AI input yes");
        assertThat(sign(picture, "--train", "yes", "--generative", "no", "--inference", "NO")
                        .out())
                .contains("training    yes · generative training no · mining yes · AI input no");
        assertThat(sign(picture, "--training", "yes", "--mining", "yes").out())
                .contains("training    yes · generative training no · mining yes · AI input no");
    }

    @Test
    void everyWayOfMakingHasItsWords() {
        Path picture = Pictures.make(folder.resolve("p.png"));

        assertThat(sign(picture, "--made", "photo").out())
                .contains("  origin      captured with a camera or scanner\n");
        assertThat(sign(picture, "--made", "scan").out()).contains("  origin      captured with a camera or scanner\n");
        assertThat(sign(picture, "--made", "screen").out()).contains("  origin      captured from a screen");
        assertThat(sign(picture, "--made", "edited").out()).contains("  origin      edited by a person");
    }

    @Test
    void theXmpOfThePictureRepeatsThePermissionsUnlessToldNotTo() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Path signed = folder.resolve("p.signed.png");

        assertThat(sign(picture).code()).isZero();
        assertThat(Files.readString(signed, StandardCharsets.ISO_8859_1))
                .contains("plus:DataMining=\"http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED\"");
        assertThat(sign(picture, "--no-xmp").code()).isZero();
        assertThat(Files.readString(signed, StandardCharsets.ISO_8859_1)).doesNotContain("DMI-PROHIBITED");
    }

    @Test
    void xmpThatCannotBeChangedIsLeftAloneWithAWarning() throws IOException {
        Path picture = Files.copy(Path.of("../test-vectors/images/photo.jxl"), folder.resolve("p.jxl"));

        Run run = sign(picture);

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("warning: " + picture + ": its XMP was left as it is");
    }

    @Test
    void nakedCodestreamIsWrappedAndTheSignerIsTold() throws IOException {
        Path original = Path.of("../test-vectors/images/naked.jxl");
        Path picture = Files.copy(original, folder.resolve("p.jxl"));

        assertThat(sign(picture, "--no-xmp").out())
                .endsWith("\n  note        the naked codestream was put into a JPEG XL container, which can hold a"
                        + " credential\n");
        assertThat(sign(folder.resolve("p.signed.jxl"), "--no-xmp").out()).doesNotContain("note");
        Run.of(folder.resolve("home"), "strip", folder.resolve("p.signed.jxl"));
        assertThat(folder.resolve("p.signed.stripped.jxl")).hasSameBinaryContentAs(original);
    }

    @Test
    void theBindingIsAChoiceOfTheSigner() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Path drawing = Files.copy(Path.of("../test-vectors/images/painting.svg"), folder.resolve("p.svg"));
        Path home = folder.resolve("home");

        assertThat(sign(picture, "--binding", "boxes").code()).isZero();
        Run check = Run.of(home, "check", "--explain", folder.resolve("p.signed.png"));
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("assertion.boxesHash.match").doesNotContain("assertion.dataHash");
        Run refused = sign(drawing, "--binding", "boxes");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("no box hash: SVG files take a data hash only");
        Run wrong = sign(picture, "--binding", "Merkle");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("allowed are usual, boxes, not 'Merkle'");
        assertThat(sign(picture, "--binding", "boxes", "--sidecar").code()).isEqualTo(2);
    }

    @Test
    void outputIsNotReplacedWithoutLeave() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Path existing = Files.writeString(folder.resolve("p.signed.png"), "mine");

        Run run = Run.of(folder.resolve("home"), "sign", picture);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(existing + " exists already\ninkseal: hint: --force");
        assertThat(existing).hasContent("mine");
    }

    @Test
    void inputIsNeverTheOutput() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        byte[] before = Files.readAllBytes(picture);
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), picture);

        for (Path output : List.of(picture, link, folder)) {
            Run run = sign(picture, "-o", output.toString());
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("input and output are the same file").contains("--in-place");
        }
        assertThat(picture).hasBinaryContent(before);
    }

    @Test
    void pictureIsReplacedInPlace() {
        Path picture = Pictures.make(folder.resolve("p.jpg"));

        Run run = sign(picture, "--in-place");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith(picture + " (in place)\n");
        assertThat(Run.of(folder, "check", picture).out()).contains(": OK — ");
        assertThat(sign(picture, "--in-place", "-o", "x.png").code()).isEqualTo(2);
    }

    @Test
    void dryRunWritesNothingAndMakesNoKey() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Path home = folder.resolve("home");

        Run run = Run.of(home, "sign", "--dry-run", "--made", "photo", picture, "-o", folder.resolve("new/q.png"));

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith(picture + " -> " + folder.resolve("new/q.png") + "  (dry run, nothing written)\n")
                .contains("signed by   Anonymous  (with a new key)");
        assertThat(files()).containsExactly("p.png");
    }

    @Test
    void foldersKeepTheirStructure() throws IOException {
        Pictures.make(folder.resolve("in/a.png"));
        Pictures.make(folder.resolve("in/sub/a.jpg"));
        Files.writeString(folder.resolve("in/notes.txt"), "not a picture");

        Run run = Run.of(
                folder.resolve("home"), "sign", "-r", folder.resolve("in"), "-o", folder.resolve("out"), "-j", "2");

        assertThat(run.code()).isZero();
        assertThat(run.err()).endsWith("inkseal: 2 files: 2 signed; 1 skipped, not pictures\n");
        assertThat(files()).contains("out/a.png", "out/sub/a.jpg").doesNotContain("out/notes.txt");
    }

    @Test
    void outputsOfAnEarlierRunAreNotSignedAgain() throws IOException {
        Pictures.make(folder.resolve("in/a.png"));
        Pictures.make(folder.resolve("in/b.signed.png"));
        Path home = folder.resolve("home");

        assertThat(Run.of(home, "sign", "-r", folder.resolve("in")).code()).isZero();
        assertThat(Run.of(home, "sign", "-r", "--force", folder.resolve("in")).code())
                .isZero();
        assertThat(Run.of(home, "sign", "-r", folder.resolve("in"), "-o", folder.resolve("in/out"))
                        .code())
                .isZero();
        assertThat(Run.of(home, "sign", "-r", "--force", folder.resolve("in"), "-o", folder.resolve("in/out"))
                        .code())
                .isZero();

        assertThat(files().stream().filter(file -> file.startsWith("in/")))
                .containsExactlyInAnyOrder(
                        "in/a.png",
                        "in/a.signed.png",
                        "in/b.signed.png",
                        "in/b.signed.signed.png",
                        "in/out/a.png",
                        "in/out/a.signed.png",
                        "in/out/b.signed.png",
                        "in/out/b.signed.signed.png");
    }

    @Test
    void twoPicturesNeverGoToOneFile() {
        Path one = Pictures.make(folder.resolve("x/a.png"));
        Path two = Pictures.make(folder.resolve("y/a.png"));

        Run run = Run.of(folder.resolve("home"), "sign", one, two, "--force", "-o", folder.resolve("out"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("another picture of this run is written to")
                .contains("1 signed, 1 failed");
    }

    @Test
    void severalPicturesNeedAFolder() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Path file = Files.writeString(folder.resolve("file"), "");

        Run run = Run.of(folder.resolve("home"), "sign", picture, picture, "-o", file);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("several pictures need a folder");
    }

    @Test
    void nameIsForTheFirstUse() {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Path home = folder.resolve("home");

        assertThat(Run.of(home, "sign", picture, "--name", "Ida").code()).isZero();
        assertThat(Run.of(home, "sign", picture, "--force", "--name", "Ida").code())
                .isZero();
        Run other = Run.of(home, "sign", picture, "--force", "--name", "Otto");

        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("the key signs as \"Ida\", not as \"Otto\"");
    }

    @Test
    void earlierCredentialIsKeptAndItsOriginStays() {
        Path picture = Pictures.make(folder.resolve("p.png"));
        sign(picture, "--made", "photo", "--mining", "yes");

        Run run = sign(folder.resolve("p.signed.png"), "--made", "human", "--train", "yes");

        assertThat(run.out())
                .contains("captured with a camera")
                .contains("training    no · generative training no · mining yes · AI input no")
                .endsWith("  on top of   the credential that the picture had\n");
    }

    @Test
    void jsonListsWhatWasWritten() {
        Path picture = Pictures.make(folder.resolve("p.png"));

        String json = sign(picture, "--json").out();

        assertThat(json)
                .startsWith("{\"inkseal\":")
                .contains("\"result\":\"signed\"", "\"manifest\":\"urn:c2pa:", "\"cawg.ai_training\":\"notAllowed\"")
                .endsWith("]}\n");
    }

    @Test
    void brokenPictureIsNotSigned() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        Pictures.truncate(picture, 60);

        Run run = sign(picture);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("not a whole PNG file");
        assertThat(folder.resolve("p.signed.png")).doesNotExist();
    }

    private Run sign(Path picture, String... options) {
        Object[] args = new Object[options.length + 3];
        args[0] = "sign";
        args[1] = picture;
        args[2] = "--force";
        System.arraycopy(options, 0, args, 3, options.length);
        return Run.of(folder.resolve("home"), args);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
