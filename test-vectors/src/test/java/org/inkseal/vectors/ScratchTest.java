package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @Test
    void nothingStaysBehind(@TempDir Path parent) throws Exception {
        Path folder;
        try (Scratch scratch = new Scratch(Files.createTempDirectory(parent, "made"))) {
            folder = scratch.folder();
            Files.createDirectories(folder.resolve("a/b"));
            Files.writeString(folder.resolve("a/b/file"), "text");
        }

        assertThat(folder).doesNotExist();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void aPictureThatIsSignedInItLeavesNothingElsewhere() throws Exception {
        Path folder;
        try (Scratch scratch = Scratch.named("vectors")) {
            folder = scratch.folder();
            Bytes picture = Container.PNG.picture();
            assertThat(HonestVectors.sign(folder, picture, "es256", HonestVectors.PAINTING))
                    .isNotEqualTo(picture);
        }

        assertThat(folder).doesNotExist();
    }
}
