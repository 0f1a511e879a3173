package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.inkseal.io.ByteSource;
import org.inkseal.report.Finding;
import org.inkseal.report.Report;
import org.inkseal.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorsTest {
    private static final Verifier VERIFIER = Golden.verifier();

    static Stream<String> names() {
        return Vectors.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aVectorLeadsToWhatIsExpectedOfIt(String name) throws IOException {
        Expectation expected = Vectors.expectation(name);

        Report report = VERIFIER.verify(ByteSource.of(Vectors.bytes(name)));

        assertThat(report.state().label()).isEqualTo(expected.state());
        assertThat(codes(report.active().failure().stream())).isEqualTo(expected.codes());
        assertThat(codes(report.active().success().stream())).containsAll(expected.success());
        assertThat(codes(report.active().informational().stream())).containsAll(expected.informational());
        assertThat(codes(report.ingredientDeltas().stream().flatMap(delta -> delta.findings().failure().stream())))
                .isEqualTo(expected.deltas());
    }

    @Test
    void everyVectorSaysWhyItIsThere() {
        assertThat(Vectors.names()).isNotEmpty().allSatisfy(name -> {
            assertThat(Vectors.expectation(name).clause()).isNotBlank();
            assertThat(Vectors.expectation(name).note()).isNotBlank();
        });
    }

    @Test
    void noPartOfAFileCanBeCutOffUnnoticed() throws IOException {
        for (String name : List.of("tampered/untouched.png", "tampered/untouched.jpg")) {
            for (int length = 100; length < Vectors.bytes(name).length(); length += 97) {
                Report report =
                        VERIFIER.verify(ByteSource.of(Vectors.bytes(name).slice(0, length)));
                assertThat(report.state().isValid())
                        .as("%s cut to %d bytes", name, length)
                        .isFalse();
            }
        }
    }

    private static List<String> codes(Stream<Finding> findings) {
        return findings.map(finding -> finding.code().code())
                .distinct()
                .sorted()
                .toList();
    }
}
