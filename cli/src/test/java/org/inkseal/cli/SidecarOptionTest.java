package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.inkseal.vectors.Vectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidecarOptionTest {
    private static final String BESIDE = "; its credential is in a file beside it";

    @TempDir
    Path folder;

    private Path home;
    private Path picture;

    @BeforeEach
    void write() throws IOException {
        home = folder.resolve("home");
        picture = folder.resolve("small.png");
        Files.write(picture, Vectors.bytes("beside/small.png").toArray());
    }

    private Path store(String name) throws IOException {
        return Files.write(
                folder.resolve(name), Vectors.bytes("beside/small.png.c2pa").toArray());
    }

    private Run check(Object... more) {
        Object[] all = new Object[more.length + 4];
        all[0] = "check";
        all[1] = "--at";
        all[2] = Vectors.NOW;
        all[3] = picture;
        System.arraycopy(more, 0, all, 4, more.length);
        return Run.of(home, all);
    }

    @Test
    void aStoreUnderEitherNameIsFoundAndSaidToBeBeside() throws IOException {
        assertThat(check().out()).contains("NOTHING");
        for (String name : new String[] {"small.png.c2pa", "small.c2pa"}) {
            Path store = store(name);

            Run run = check();

            assertThat(run.code()).isZero();
            assertThat(run.out()).contains(": OK — ").contains(BESIDE);
            Files.delete(store);
        }
    }

    @Test
    void aStoreElsewhereIsTakenWhenItIsNamed() throws IOException {
        Path store = store("elsewhere.bin");

        assertThat(check("--sidecar", store).out()).contains(": OK — ").contains(BESIDE);
        assertThat(check("--sidecar", store, "--json").out()).contains("\"manifestSource\":\"sidecar\"");
    }

    @Test
    void aPlantedStoreBreaksThePictureAndIsNamedAsTheReason() throws IOException {
        Files.write(
                folder.resolve("small.c2pa"),
                Vectors.bytes("beside/small.jpg.c2pa").toArray());

        Run run = check();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("BROKEN").contains(BESIDE);
    }

    @Test
    void aStoreInThePictureComesFirst() throws IOException {
        store("small.png.c2pa");
        Files.write(picture, Vectors.bytes("tampered/untouched.png").toArray());

        assertThat(check().out()).contains(": OK — ").doesNotContain(BESIDE);
    }

    @Test
    void oneStoreIsForOnePicture() throws IOException {
        Run run = check(picture, "--sidecar", store("small.c2pa"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--sidecar: is for one picture");
    }

    @Test
    void aStoreByItselfIsShownAndIsNotValid() throws IOException {
        Run run = Run.of(home, "show", "--at", Vectors.NOW, store("small.c2pa"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("\"validation_state\": \"Invalid\"")
                .contains("inkseal test vectors")
                .contains("there is no picture that it could be compared with");
    }

    @Test
    void metadataThatNobodySignedIsNamed() throws IOException {
        Files.write(picture, Vectors.bytes("boxes/metadata-excluded.png").toArray());

        Run run = check();

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("   not signed, so anybody could have changed it: tEXt (");
    }
}
