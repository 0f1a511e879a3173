package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.inkseal.io.ByteSource;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.junit.jupiter.api.Test;

/**
 * Each status code is given for some vector and not given for another; or it stands in a list here, with the reason.
 */
class StatusCodeCoverageTest {
    /** Codes that no file leads to, and why. */
    private static final Map<StatusCode, String> NEVER = new HashMap<>();

    /** Codes that no vector leads to but files that the tests here make, and why. */
    private static final Map<StatusCode, String> IN_TESTS = new HashMap<>();

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
        never("assertion metadata is not looked into (C2PA 2.4 §15.10.3.1)", StatusCode.ASSERTION_METADATA_MALFORMED);
        never(
                "answers about the revocation of identities are not looked up, which cawg.x509.ocsp.skipped says",
                StatusCode.CAWG_IDENTITY_CREDENTIAL_REVOKED);
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

    static {
        inTests(
                "an authority says so when it is asked over a network, and what a file brings is only unusable",
                StatusCode.SIGNING_CREDENTIAL_OCSP_INACCESSIBLE,
                StatusCode.SIGNING_CREDENTIAL_OCSP_UNKNOWN);
        inTests(
                "tests make files for its rule, of which none is a vector yet",
                StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MATCH,
                StatusCode.INGREDIENT_CLAIM_SIGNATURE_VALIDATED,
                StatusCode.ASSERTION_ACTION_INGREDIENT_LOCATION_MISMATCH,
                StatusCode.ASSERTION_REDACTED,
                StatusCode.ASSERTION_ACTION_REDACTED,
                StatusCode.ASSERTION_ACTION_REDACTION_MISMATCH,
                StatusCode.ASSERTION_ACTION_SOFT_BINDING_MISSING,
                StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_HASH_MISMATCH,
                StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MALFORMED,
                StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MISSING,
                StatusCode.ASSERTION_CBOR_INVALID,
                StatusCode.ASSERTION_CLOUD_DATA_ACTIONS,
                StatusCode.ASSERTION_CLOUD_DATA_HARD_BINDING,
                StatusCode.ASSERTION_CLOUD_DATA_MALFORMED,
                StatusCode.ASSERTION_EXTERNAL_REFERENCE_MALFORMED,
                StatusCode.ASSERTION_HARD_BINDING_REDACTED,
                StatusCode.ASSERTION_INGREDIENT_MALFORMED,
                StatusCode.ASSERTION_JSON_INVALID,
                StatusCode.ASSERTION_METADATA_DISALLOWED,
                StatusCode.ASSERTION_NOT_REDACTED,
                StatusCode.ASSERTION_OUTSIDE_MANIFEST,
                StatusCode.CLAIM_ACTIONS_MISSING,
                StatusCode.HASHED_URI_MISSING,
                StatusCode.INGREDIENT_CLAIM_SIGNATURE_MISMATCH,
                StatusCode.INGREDIENT_CLAIM_SIGNATURE_MISSING,
                StatusCode.MANIFEST_INACCESSIBLE,
                StatusCode.MANIFEST_INACCESSIBLE_MALFORMED,
                StatusCode.MANIFEST_UPDATE_INVALID,
                StatusCode.MANIFEST_UPDATE_WRONG_PARENTS);
    }

    private static void never(String why, StatusCode... codes) {
        List.of(codes).forEach(code -> NEVER.put(code, why));
    }

    private static void inTests(String why, StatusCode... codes) {
        List.of(codes).forEach(code -> IN_TESTS.put(code, why));
    }

    private static Stream<Case> cases() {
        return Stream.of(
                        ActionRulesTest.cases(),
                        BoxAttacksTest.cases(),
                        CertificateAttacksTest.cases(),
                        ClaimAttacksTest.cases(),
                        ContentAttacksTest.cases(),
                        DetachedStoreTest.cases(),
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
            reports.add(Golden.verifier().verify(ByteSource.of(Vectors.bytes(name))));
        }
        Map<StatusCode, Integer> given = counts(reports);

        List<StatusCode> inVectors = new ArrayList<>(List.of(StatusCode.values()));
        inVectors.removeAll(NEVER.keySet());
        inVectors.removeAll(IN_TESTS.keySet());
        System.out.println(
                inVectors.size() + " of " + StatusCode.values().length + " status codes are given for a vector, "
                        + IN_TESTS.size() + " for files of tests, " + NEVER.size() + " never");
        assertThat(given.keySet()).containsExactlyInAnyOrderElementsOf(inVectors);
        assertThat(given.values()).allSatisfy(count -> assertThat(count).isLessThan(reports.size()));
    }

    @Test
    void everyOtherCodeIsGivenForSomeFileOfATestOrForNone() throws Exception {
        List<Report> reports = new ArrayList<>();
        for (Case picture : cases().toList()) {
            reports.add(picture.report());
        }
        Map<StatusCode, Integer> given = counts(reports);

        assertThat(given).containsKeys(IN_TESTS.keySet().toArray(new StatusCode[0]));
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
