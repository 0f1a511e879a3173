package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @ParameterizedTest
    @CsvSource({
        "2026-06-01T12:00:00Z, 2026-06-01T12:00:00Z",
        "2026-06-01t12:00:00z, 2026-06-01T12:00:00Z",
        "2026-06-01T12:00:00.527210Z, 2026-06-01T12:00:00.527210Z",
        "2026-06-01T12:00:00+02:00, 2026-06-01T10:00:00Z",
        "2026-06-01T12:00:00-00:30, 2026-06-01T12:30:00Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z"
    })
    void datesWithTimesAndOffsetsAreRead(String text, Instant moment) {
        assertThat(Rfc3339.parse(text)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-06-01",
                "2026-06-01T12:00:00",
                "2026-06-01T12:00Z",
                "2026-06-01T12:00+02:00",
                "2026-06-01 12:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-06-01T24:00:00Z",
                "+12026-06-01T12:00:00Z",
                "-2026-06-01T12:00:00Z",
                "2026-06-01T12:00:00Z ",
                "2026-06-01T12:00:00+0200"
            })
    void anythingElseIsNot(String text) {
        assertThat(Rfc3339.parse(text)).isEmpty();
    }
}
