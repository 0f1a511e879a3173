package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidecarSigningTest {
    @TempDir
    Path folder;

    private Run run(Object... words) {
        return Run.of(folder.resolve("home"), words);
    }

    @Test
    void checkFindsWhatSignWroteBesideThePictureWhichStaysAsItIs() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        byte[] before = Files.readAllBytes(picture);

        Run signed = run("sign", "--sidecar", picture);

        assertThat(signed.code()).isZero();
        assertThat(signed.out()).startsWith(picture + " -> " + picture + ".c2pa\n");
        assertThat(Files.readAllBytes(picture)).isEqualTo(before);
        assertThat(folder.resolve("p.signed.png")).doesNotExist();
        assertThat(run("check", "--require", "known", picture).out())
                .contains("OK — made by a person")
                .contains("its credential is in a file beside it");
        assertThat(run("sign", "--sidecar", picture).err()).contains("exists already");
    }

    @Test
    void labelAndAnOutputFolderWorkTheSameWay() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.jpg"));
        Path target = Files.createDirectory(folder.resolve("stores"));

        Run run = run("label", "--sidecar", "--model", "M:1", "--provider", "P", "-o", target, picture);

        assertThat(run.code()).isZero();
        assertThat(target.resolve("p.jpg.c2pa")).isRegularFile();
        assertThat(run("check", "--sidecar", target.resolve("p.jpg.c2pa"), picture)
                        .out())
                .contains("made by generative AI");
    }

    @Test
    void anOutputIsTheNameOfThePictureOrOfTheStore() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));

        run("sign", "--sidecar", "-o", folder.resolve("a.png"), picture);
        run("sign", "--sidecar", "-o", folder.resolve("b.c2pa"), picture);

        assertThat(folder.resolve("a.png.c2pa")).isRegularFile();
        assertThat(folder.resolve("b.c2pa")).isRegularFile();
        assertThat(folder.resolve("a.png")).doesNotExist();
    }

    @Test
    void aFileOfAnyFormatIsSignedWhenItIsNamedAndSkippedInAFolder() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Path notes = Files.writeString(pictures.resolve("notes.txt"), "words");
        Pictures.make(pictures.resolve("p.png"));

        Run all = run("sign", "--sidecar", "-r", pictures);

        assertThat(all.code()).isZero();
        assertThat(all.err()).contains("1 skipped");
        assertThat(pictures.resolve("notes.txt.c2pa")).doesNotExist();
        assertThat(run("sign", "--sidecar", notes).code()).isZero();
        assertThat(run("check", notes).out()).contains(notes + ": OK — ");
        Files.writeString(notes, "other words");
        assertThat(run("check", notes).out()).contains("BROKEN").contains("assertion.dataHash.mismatch");
        assertThat(run("check", notes).code()).isEqualTo(1);
    }

    @Test
    void theStoreOfAPictureIsNoPictureAndNotThatOfAnotherFileWithItsName() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Path picture = Pictures.make(pictures.resolve("p.png"));
        Files.writeString(pictures.resolve("p.txt"), "words");
        run("sign", "--sidecar", "-o", pictures.resolve("p.c2pa"), picture);
        run("sign", "--sidecar", picture);

        Run run = run("check", "-r", pictures);

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("1 OK").contains("3 skipped");
    }

    @Test
    void thumbnailsAreMadeOnlyWhenAskedFor() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.png"));
        String label = "c2pa.thumbnail.claim";

        run("sign", picture, "-o", folder.resolve("none.png"));
        run("sign", picture, "-o", folder.resolve("no.png"), "--no-thumbnail");
        run("sign", picture, "-o", folder.resolve("yes.png"), "--thumbnail");

        assertThat(run("show", "--detailed", folder.resolve("none.png")).out()).doesNotContain(label);
        assertThat(run("show", "--detailed", folder.resolve("no.png")).out()).doesNotContain(label);
        assertThat(run("show", "--detailed", folder.resolve("yes.png")).out()).contains(label);
        assertThat(run("sign", picture, "--thumbnail", "--no-thumbnail").code()).isEqualTo(2);
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "words");

        Run run = run("sign", "--sidecar", "-n", notes);

        assertThat(run.out()).contains("notes.txt.c2pa  (dry run, nothing written)");
        assertThat(folder.resolve("notes.txt.c2pa")).doesNotExist();
    }

    @Test
    void sidecarAndInPlaceContradictEachOther() {
        Path picture = Pictures.make(folder.resolve("p.png"));

        assertThat(run("sign", "--sidecar", "--in-place", picture).code()).isEqualTo(2);
    }

    @Test
    void remoteWritesTheAddressIntoThePictureAndTheCredentialBesideIt() throws IOException {
        Path picture = Pictures.make(folder.resolve("p.jpg"));
        Path store = folder.resolve("p.signed.jpg.c2pa");

        Run run = run("sign", "--remote", "https://example.org/p.c2pa", picture);

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith(picture + " -> " + folder.resolve("p.signed.jpg") + "\n");
        assertThat(run("check", folder.resolve("p.signed.jpg")).out()).contains("OK", "in a file beside it");
        Files.move(store, folder.resolve("moved"));
        assertThat(run("check", folder.resolve("p.signed.jpg")).out())
                .contains("NOTHING")
                .contains("https://example.org/p.c2pa");
    }

    @Test
    void severalPicturesGetAddressesInAFolder() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Pictures.make(pictures.resolve("a b.png"));
        Pictures.make(pictures.resolve("c.jpg"));

        assertThat(run("sign", "-r", pictures, "--remote", "https://example.org/x")
                        .code())
                .isEqualTo(2);
        Run run = run("sign", "--in-place", "-r", pictures, "--remote", "https://example.org/x/");

        assertThat(run.code()).isZero();
        Files.delete(pictures.resolve("a b.png.c2pa"));
        assertThat(run("check", pictures.resolve("a b.png")).out()).contains("https://example.org/x/a%20b.png.c2pa");
    }

    @Test
    void remoteRefusesWhatIsNoAddressAndWhatContradictsIt() {
        Path picture = Pictures.make(folder.resolve("p.png"));

        for (String url : new String[] {"p.c2pa", "ftp://example.org/p", "https:///p", "https://exa mple.org/"}) {
            Run run = run("sign", "--remote", url, picture);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--remote");
        }
        assertThat(run("sign", "--sidecar", "--remote", "https://example.org/p", picture)
                        .code())
                .isEqualTo(2);
        assertThat(folder.resolve("p.signed.png")).doesNotExist();
    }
}
