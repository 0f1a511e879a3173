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
 * The state of a picture with a manifest, from its findings and nothing else (C2PA 2.4 §14.3).
 *
 * <p>Each state needs its successes: a check that was skipped can never help.
 */
final class StateRule {
    /** The codes of identity assertions. */
    private static final String IDENTITY = "cawg.";

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
        failures.removeIf(StateRule::saysWhoOnly);
        boolean timely = active.has(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY);
        if (!failures.isEmpty() || !timely) {
            return FORCELESS.containsAll(failures) ? ValidationState.WELL_FORMED : ValidationState.INVALID;
        }
        boolean vouchedFor = active.has(StatusCode.SIGNING_CREDENTIAL_TRUSTED)
                && active.failure().isEmpty()
                && deltas.stream().allMatch(delta -> delta.findings().failure().isEmpty());
        return vouchedFor ? ValidationState.TRUSTED : ValidationState.VALID;
    }

    /**
     * How far a manifest of a picture that went into another one is proven, from the findings about it. There is nothing of
     * that picture that it could be bound to, so this is about what was signed and by whom, and no state of a picture.
     */
    static ValidationState ofManifest(Findings findings) {
        List<StatusCode> failures =
                new ArrayList<>(findings.failure().stream().map(Finding::code).toList());
        boolean vouchedFor = failures.isEmpty() && findings.has(StatusCode.SIGNING_CREDENTIAL_TRUSTED);
        failures.removeIf(StateRule::saysWhoOnly);
        if (!findings.has(StatusCode.CLAIM_SIGNATURE_VALIDATED) || !FORCELESS.containsAll(failures)) {
            return ValidationState.INVALID;
        }
        if (!failures.isEmpty() || !findings.has(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY)) {
            return ValidationState.WELL_FORMED;
        }
        return vouchedFor ? ValidationState.TRUSTED : ValidationState.VALID;
    }

    /** Whether a finding says that a manifest is not as it must be, and not only that its signer has no standing. */
    static boolean breaksPicture(StatusCode code) {
        return code.kind() == StatusCode.Kind.FAILURE && !saysWhoOnly(code) && !FORCELESS.contains(code);
    }

    /**
     * Whether a failure says who is not vouched for, and not that anything is wrong with the picture. An identity
     * assertion speaks of a person: whether a manifest is well-formed and valid is asked of the rules of C2PA alone (C2PA
     * 2.4 §14.3.4, §15.10.3.2), and before its identity assertions are looked at (CAWG identity assertion 1.3 §7.1).
     */
    private static boolean saysWhoOnly(StatusCode code) {
        return code == StatusCode.SIGNING_CREDENTIAL_UNTRUSTED || code.code().startsWith(IDENTITY);
    }
}
