package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.junit.jupiter.api.Test;

/** Each status code is given for some vector and not given for another; or it stands in the list here, with the reason. */
class StatusCodeCoverageTest {
    /** Codes that no file leads to, and why. */
    private static final Map<StatusCode, String> NEVER = new HashMap<>();

    static {
        never(
                "the resource is outside of the file and is not fetched (C2PA 2.4 §15.10.4.1)",
                StatusCode.ASSERTION_ACCESSIBLE,
                StatusCode.ASSERTION_INACCESSIBLE,
                StatusCode.ASSERTION_CLOUD_DATA_LABEL_MISMATCH,
                StatusCode.ASSERTION_EXTERNAL_REFERENCE_HASH_MISMATCH,
                StatusCode.ASSERTION_EXTERNAL_REFERENCE_LABEL_MISMATCH);
        never("no longer a rule (C2PA 2.4 §15.10.3.2.2)", StatusCode.ASSERTION_EXTERNAL_REFERENCE_CREATED);
        never("the standard deprecates no algorithm yet (C2PA 2.4 §13.1)", StatusCode.ALGORITHM_DEPRECATED);
        never(
                "replaced by assertion.hardBinding.redacted (C2PA 2.4 §15.2.2.3)",
                StatusCode.ASSERTION_DATA_HASH_REDACTED);
        never("not a code any more (C2PA 2.4 §15.2.2.2)", StatusCode.MANIFEST_UNKNOWN_PROVENANCE);
        never(
                "time-stamp manifests are history and are ignored (C2PA 2.4 §15.11.2.3)",
                StatusCode.MANIFEST_TIMESTAMP_INVALID,
                StatusCode.MANIFEST_TIMESTAMP_WRONG_PARENTS);
        never(
                "of collections of files, not of a picture (C2PA 2.4 §15.12.5)",
                StatusCode.ASSERTION_COLLECTION_HASH_MATCH,
                StatusCode.ASSERTION_COLLECTION_HASH_MISMATCH,
                StatusCode.ASSERTION_COLLECTION_HASH_MALFORMED,
                StatusCode.ASSERTION_COLLECTION_HASH_INVALID_URI,
                StatusCode.ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT);
    }

    private static void never(String why, StatusCode... codes) {
        List.of(codes).forEach(code -> NEVER.put(code, why));
    }

    private static Stream<Case> cases() {
        return Stream.of(
                        ActionRulesTest.cases(),
                        BoxAttacksTest.cases(),
                        CertificateAttacksTest.cases(),
                        ClaimAttacksTest.cases(),
                        ContentAttacksTest.cases(),
                        IngredientAttacksTest.cases(),
                        RecordedResultsTest.cases(),
                        SignatureAttacksTest.cases(),
                        TimeAttacksTest.cases(),
                        VerdictAttacksTest.cases())
                .flatMap(cases -> cases);
    }

    @Test
    void everyCodeIsGivenForSomeVectorAndNotForEveryVector() throws Exception {
        List<Report> reports = new ArrayList<>();
        for (String name : Vectors.names()) {
            reports.add(Vectors.check(name));
        }
        Map<StatusCode, Integer> given = counts(reports);

        List<StatusCode> inVectors = new ArrayList<>(List.of(StatusCode.values()));
        inVectors.removeAll(NEVER.keySet());
        System.out.println(inVectors.size() + " of " + StatusCode.values().length
                + " status codes are given for a vector, the others never");
        assertThat(given.keySet()).containsExactlyInAnyOrderElementsOf(inVectors);
        assertThat(given.values()).allSatisfy(count -> assertThat(count).isLessThan(reports.size()));
    }

    @Test
    void noOtherCodeIsGivenForAFileOfATest() throws Exception {
        List<Report> reports = new ArrayList<>();
        for (Case picture : cases().toList()) {
            reports.add(picture.report());
        }
        Map<StatusCode, Integer> given = counts(reports);

        assertThat(given).doesNotContainKeys(NEVER.keySet().toArray(new StatusCode[0]));
        assertThat(given.values()).allSatisfy(count -> assertThat(count).isLessThan(reports.size()));
    }

    /** For how many files each code is given. */
    private static Map<StatusCode, Integer> counts(List<Report> reports) {
        Map<StatusCode, Integer> given = new EnumMap<>(StatusCode.class);
        for (Report report : reports) {
            Set<String> codes = Case.codes(report);
            for (StatusCode code : StatusCode.values()) {
                if (codes.contains(code.code())) {
                    given.merge(code, 1, Integer::sum);
                }
            }
        }
        return given;
    }
}
