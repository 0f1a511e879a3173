package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.inkseal.io.ByteSource;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.verify.Verifier;
import org.junit.jupiter.api.Test;

/**
 * Each status code is given for some file of these tests, and not given for one that is in order; or it stands in a list
 * here, with the reason.
 */
class StatusCodeCoverageTest {
    /** Codes that no file leads to, and why. */
    private static final Map<StatusCode, String> NEVER = new HashMap<>();

    /** Codes that files of another test lead to; the test names the constant. */
    private static final Map<String, List<String>> ELSEWHERE = Map.of(
            "cawg.ica.", List.of("ClaimsAggregationTest", "VerifiedIdentitiesTest", "SignerPayloadMatchTest"),
            "cawg.identity.", List.of("IdentityCheckTest", "X509IdentityTest", "ClaimsAggregationTest"),
            "cawg.x509.", List.of("X509IdentityTest"));

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

    private static void never(String why, StatusCode... codes) {
        for (StatusCode code : codes) {
            NEVER.put(code, why);
        }
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
    void everyCodeIsGivenForSomeFileAndNotForEveryFile() throws Exception {
        Map<String, Integer> given = new HashMap<>();
        List<Report> reports = new ArrayList<>();
        for (String name : Vectors.names()) {
            reports.add(Case.verify(Vectors.bytes(name)));
        }
        for (Case picture : cases().toList()) {
            reports.add(picture.report());
        }
        reports.add(Verifier.at(Vectors.NOW).verify(ByteSource.of(Vectors.bytes("tampered/untouched.png"))));
        reports.forEach(report -> Case.codes(report).forEach(code -> given.merge(code, 1, Integer::sum)));

        List<StatusCode> missing = new ArrayList<>();
        List<StatusCode> contradicted = new ArrayList<>();
        int covered = 0;
        for (StatusCode code : StatusCode.values()) {
            int count = given.getOrDefault(code.code(), 0);
            covered += count > 0 || isElsewhere(code) ? 1 : 0;
            if (NEVER.containsKey(code)) {
                contradicted.addAll(count > 0 ? List.of(code) : List.of());
            } else if (!isElsewhere(code)) {
                missing.addAll(count == 0 || count == reports.size() ? List.of(code) : List.of());
            }
        }
        System.out.println(covered + " of " + StatusCode.values().length + " status codes are given for some file; "
                + NEVER.size() + " never are");
        assertThat(missing).isEmpty();
        assertThat(contradicted).isEmpty();
    }

    private static boolean isElsewhere(StatusCode code) throws Exception {
        for (Map.Entry<String, List<String>> entry : ELSEWHERE.entrySet()) {
            if (!code.code().startsWith(entry.getKey())) {
                continue;
            }
            for (String test : entry.getValue()) {
                Path source = Path.of("../core/src/test/java/org/inkseal/verify/" + test + ".java");
                if (Files.readString(source).contains(code.name())) {
                    return true;
                }
            }
        }
        return false;
    }
}
