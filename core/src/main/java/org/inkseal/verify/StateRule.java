package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
import org.inkseal.report.IngredientDelta;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;

/**
 * The state of a picture with a manifest, from its findings and nothing else (C2PA 2.2 §14.3).
 *
 * <p>Each state needs its successes: a check that was skipped can never help.
 */
final class StateRule {
    /**
     * Failures that say who is not vouched for, and not that anything is wrong with the picture: an identity assertion
     * speaks of a person (CAWG identity assertion 1.3 §7.1 asks for a well-formed manifest and gives nothing back).
     */
    private static final Set<StatusCode> UNTRUSTED = Set.of(
            StatusCode.SIGNING_CREDENTIAL_UNTRUSTED,
            StatusCode.CAWG_IDENTITY_ASSERTION_DUPLICATE,
            StatusCode.CAWG_IDENTITY_ASSERTION_MISMATCH,
            StatusCode.CAWG_IDENTITY_CREDENTIAL_REVOKED,
            StatusCode.CAWG_IDENTITY_HARD_BINDING_MISSING,
            StatusCode.CAWG_IDENTITY_HARD_BINDING_INCORRECT,
            StatusCode.CAWG_IDENTITY_PAD_INVALID,
            StatusCode.CAWG_IDENTITY_SIG_TYPE_UNKNOWN,
            StatusCode.CAWG_X509_CREDENTIAL_UNTRUSTED,
            StatusCode.CAWG_X509_SIGNATURE_MISMATCH,
            StatusCode.CAWG_X509_SIGNATURE_OUTSIDE_VALIDITY,
            StatusCode.CAWG_X509_ALGORITHM_UNSUPPORTED);

    /** Failures that leave the structure and the picture as they were signed, but the signature without force. */
    private static final Set<StatusCode> FORCELESS =
            Set.of(StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY, StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED);

    private static final Set<StatusCode> BINDINGS = Set.of(
            StatusCode.ASSERTION_DATA_HASH_MATCH,
            StatusCode.ASSERTION_BOXES_HASH_MATCH,
            StatusCode.ASSERTION_BMFF_HASH_MATCH,
            StatusCode.ASSERTION_COLLECTION_HASH_MATCH,
            StatusCode.ASSERTION_MULTI_ASSET_HASH_MATCH);

    private StateRule() {}

    static ValidationState state(Findings active, List<IngredientDelta> deltas) {
        List<StatusCode> failures = new ArrayList<>();
        active.failure().forEach(finding -> failures.add(finding.code()));
        deltas.forEach(delta -> delta.findings().failure().forEach(finding -> failures.add(finding.code())));
        boolean bound = active.success().stream().map(Finding::code).anyMatch(BINDINGS::contains)
                && active.has(StatusCode.ASSERTION_HASHED_URI_MATCH);
        boolean signed = active.has(StatusCode.CLAIM_SIGNATURE_VALIDATED);
        if (!bound || !signed) {
            return ValidationState.INVALID;
        }
        failures.removeAll(UNTRUSTED);
        boolean timely = active.has(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY);
        if (!failures.isEmpty() || !timely) {
            return FORCELESS.containsAll(failures) ? ValidationState.WELL_FORMED : ValidationState.INVALID;
        }
        boolean vouchedFor = active.has(StatusCode.SIGNING_CREDENTIAL_TRUSTED)
                && active.failure().isEmpty()
                && deltas.stream().allMatch(delta -> delta.findings().failure().isEmpty());
        return vouchedFor ? ValidationState.TRUSTED : ValidationState.VALID;
    }
}
