package org.inkseal.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The parsers on inputs in good order and on slightly changed ones. */
class ParserTest {
    private static final Bounds BOUNDS = Bounds.bare(false);
    private static final int MUTANTS = 60;

    @ParameterizedTest
    @EnumSource
    void everySampleIsReadToItsEnd(Parser parser) {
        List<Bytes> samples = Samples.of(parser);

        assertThat(samples).isNotEmpty().allMatch(sample -> parser.read(sample, BOUNDS));
    }

    @ParameterizedTest
    @EnumSource
    void changedSamplesAreReadOrRefused(Parser parser) {
        for (Bytes sample : Samples.of(parser)) {
            for (int seed = 0; seed < MUTANTS; seed++) {
                Random random = new Random(seed);
                byte[] mutant = sample.toArray();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
                }
                Bytes input = Bytes.wrap(Arrays.copyOf(mutant, mutant.length - random.nextInt(2)));
                assertThatCode(() -> parser.read(input, BOUNDS))
                        .as("seed %d", seed)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void everyParserHasItsTarget() {
        Stream<String> targets = Stream.of(ParserFuzzTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(com.code_intelligence.jazzer.junit.FuzzTest.class))
                .map(method -> method.getName().replaceAll("[A-Z]", "_$0").toUpperCase(java.util.Locale.ROOT));

        assertThat(targets)
                .containsExactlyInAnyOrder(
                        Stream.of(Parser.values()).map(Enum::name).toArray(String[]::new));
    }
}
