package org.inkseal.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoftBindingAlgorithmTest {
    @Test
    void theListKnowsWatermarksFromFingerprints() {
        assertThat(SoftBindingAlgorithm.of("com.adobe.trustmark.P").orElseThrow())
                .satisfies(algorithm -> assertThat(algorithm.watermark()).isTrue())
                .satisfies(algorithm -> assertThat(algorithm.media()).containsExactly("image"));
        assertThat(SoftBindingAlgorithm.of("io.iscc.v0").orElseThrow().watermark())
                .isFalse();
        assertThat(SoftBindingAlgorithm.of("org.example.none")).isEmpty();
    }
}
