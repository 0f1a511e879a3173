package org.inkseal.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.inkseal.io.Budget;
import org.inkseal.io.MalformedException;
import org.inkseal.testing.CoseVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The COSE working group's examples, as far as reading goes; whether signatures verify is for who joins the two. */
class CoseVectorsTest {
    /** Refused when read: of the failures one for its tag, of the others one for the lack of a tag, as C2PA demands. */
    private static final Set<String> UNTAGGED = Set.of("sign-fail-01", "sign-pass-03");

    /** What is wrong with the failures that can be read. */
    private static final Map<String, String> FAULTS = Map.of(
            "sign-fail-02", "payload changed: the structure differs from the one signed",
            "sign-fail-03", "algorithm -999: none that is allowed",
            "sign-fail-04", "algorithm \"unknown\": none that is allowed",
            "sign-fail-06", "protected header added: the structure differs from the one signed",
            "sign-fail-07", "protected header removed: the structure differs from the one signed");

    static Stream<CoseVector> readable() throws Exception {
        return CoseVector.all().filter(vector -> !UNTAGGED.contains(vector.name()));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void structureIsTheOneSignedUnlessTheExampleIsAFailure(CoseVector vector) throws Exception {
        CoseSign1 message = CoseSign1.read(vector.message(), Budget.standard());

        assertThat(vector.fails()).isEqualTo(FAULTS.containsKey(vector.name()));
        assertThat(message.signatureStructure(message.payload().orElseThrow(), vector.external())
                        .equals(vector.toBeSigned()))
                .isEqualTo(!vector.fails());
    }

    @ParameterizedTest
    @MethodSource("readable")
    void onlyChangedAlgorithmsAreUnknown(CoseVector vector) throws Exception {
        CoseSign1 message = CoseSign1.read(vector.message(), Budget.standard());
        // The first of the passing ones has its algorithm unprotected, where C2PA takes none from.
        boolean without = Set.of("sign-fail-03", "sign-fail-04", "sign-pass-01").contains(vector.name());

        assertThat(message.algorithm().isPresent()).isEqualTo(!without);
    }

    @Test
    void otherTagsAndNoneAreRefused() throws Exception {
        assertThat(CoseVector.all().filter(vector -> UNTAGGED.contains(vector.name())))
                .hasSize(2)
                .allSatisfy(vector -> assertThat(catchThrowableOfType(
                                MalformedException.class, () -> CoseSign1.read(vector.message(), Budget.standard())))
                        .hasMessageContaining("tag 18"));
    }
}
