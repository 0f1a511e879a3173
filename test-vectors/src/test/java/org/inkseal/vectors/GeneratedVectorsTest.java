package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        List<String> others = new ArrayList<>(List.of(
                "beside/small.png",
                "beside/small.png.c2pa",
                "beside/small.jpg",
                "beside/small.jpg.c2pa",
                "trust/anchors.pem",
                "trust/time-stamp-anchors.pem",
                "trust/identity-anchors.pem",
                "trust/identity-issuers.txt"));
        OnlineVectors.answers().keySet().forEach(answer -> others.add(Elsewhere.FOLDER + answer));
        for (String name : others) {
            assertThat(folder.resolve(name))
                    .hasBinaryContent(Vectors.bytes(name).toArray());
        }
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
