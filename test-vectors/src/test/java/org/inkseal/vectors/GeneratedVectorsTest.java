package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedVectorsTest {
    @TempDir
    Path folder;

    @Test
    void everyVectorIsMadeAgainByteForByte() throws Exception {
        Generate.into(folder);

        assertThat(Files.readAllLines(folder.resolve("index.txt"))).isEqualTo(Vectors.names());
        for (String name : Vectors.names()) {
            assertThat(Bytes.wrap(Files.readAllBytes(folder.resolve(name))))
                    .as(name)
                    .isEqualTo(Vectors.bytes(name));
            assertThat(folder.resolve(Expectation.file(name)))
                    .hasBinaryContent(Vectors.resource(Vectors.ROOT + Expectation.file(name))
                            .toArray());
        }
    }
}
