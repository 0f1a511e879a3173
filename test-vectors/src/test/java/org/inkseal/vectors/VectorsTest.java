package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorsTest {
    @Test
    void vectorsAreOnTheClassPath() {
        assertThat(Vectors.class.getResource(Vectors.ROOT + "README.md")).isNotNull();
    }
}
