package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.inkseal.io.ByteSource;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
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

        Report report = Vectors.check(name);

        assertThat(report.state().label()).isEqualTo(expected.state());
        assertThat(codes(report.active().failure())).isEqualTo(expected.codes());
        assertThat(codes(in(report, Findings::success))).containsAll(expected.success());
        assertThat(codes(in(report, Findings::informational))).containsAll(expected.informational());
        assertThat(codes(added(report, Findings::failure))).isEqualTo(expected.deltas());
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

    /** The findings of a kind about the active manifest and its ingredients. */
    private static List<Finding> in(Report report, Function<Findings, List<Finding>> kind) {
        List<Finding> all = new ArrayList<>(kind.apply(report.active()));
        all.addAll(added(report, kind));
        return all;
    }

    private static List<Finding> added(Report report, Function<Findings, List<Finding>> kind) {
        return report.ingredientDeltas().stream()
                .flatMap(delta -> kind.apply(delta.findings()).stream())
                .toList();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code().code())
                .distinct()
                .sorted()
                .toList();
    }
}
