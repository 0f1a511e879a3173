package org.inkseal.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cost grows with an input and not faster, up to the number at which the parser stops. */
class GrowthTest {
    static List<Growth> all() {
        return Growth.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void twiceAsMuchCostsAboutTwiceAsMuch(Growth growth) throws Exception {
        assertThat(growth.allocated()).isBetween(1.0, Growth.ALLOWED);
    }
}
