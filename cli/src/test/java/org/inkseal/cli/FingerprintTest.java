package org.inkseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void eightyBitsBecomeSixteenDigitsInFourGroups() {
        assertThat(Fingerprint.of("00".repeat(32))).isEqualTo("0000-0000-0000-0000");
        assertThat(Fingerprint.of("ff".repeat(32))).isEqualTo("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
        // 00000 00001 00010 … 01111
        assertThat(Fingerprint.of("00443214c74254b635cf" + "84".repeat(22))).isEqualTo("0123-4567-89AB-CDEF");
    }

    @Test
    void onlyTheFirstEightyBitsCount() {
        assertThat(Fingerprint.of("0123456789abcdef0123" + "00".repeat(22)))
                .isEqualTo(Fingerprint.of("0123456789abcdef0123" + "ff".repeat(22)));
    }
}
