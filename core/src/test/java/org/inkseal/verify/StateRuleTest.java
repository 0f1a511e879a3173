package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
import org.inkseal.report.IngredientDelta;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateRuleTest {
    private static final List<StatusCode> GOOD = List.of(
            StatusCode.CLAIM_SIGNATURE_VALIDATED,
            StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY,
            StatusCode.ASSERTION_HASHED_URI_MATCH,
            StatusCode.ASSERTION_DATA_HASH_MATCH,
            StatusCode.SIGNING_CREDENTIAL_TRUSTED);

    /** Failures that leave what was signed as it was, and the signature without force. */
    private static final Set<StatusCode> FORCELESS =
            Set.of(StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY, StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED);

    /** Failures that leave a picture valid: who is not vouched for, and what identity assertions say of people. */
    private static final Set<StatusCode> TOLERATED = EnumSet.noneOf(StatusCode.class);

    static {
        TOLERATED.add(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED);
        for (StatusCode code : StatusCode.values()) {
            if (code.code().startsWith("cawg.")) {
                TOLERATED.add(code);
            }
        }
    }

    private static Findings findings(List<StatusCode> codes) {
        return Findings.of(
                codes.stream().map(code -> new Finding(code, "uri", "")).toList());
    }

    private static List<StatusCode> good(StatusCode... more) {
        List<StatusCode> codes = new ArrayList<>(GOOD);
        codes.addAll(List.of(more));
        return codes;
    }

    @Test
    void everySuccessTogetherIsTrusted() {
        assertThat(StateRule.state(findings(GOOD), List.of())).isEqualTo(ValidationState.TRUSTED);
    }

    static Stream<StatusCode> needed() {
        return GOOD.stream().filter(code -> code != StatusCode.SIGNING_CREDENTIAL_TRUSTED);
    }

    @ParameterizedTest
    @MethodSource("needed")
    void withoutAnyOneOfItsSuccessesNothingIsValid(StatusCode missing) {
        List<StatusCode> codes = good();
        codes.remove(missing);

        assertThat(StateRule.state(findings(codes), List.of()))
                .isEqualTo(
                        missing == StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY
                                ? ValidationState.WELL_FORMED
                                : ValidationState.INVALID);
    }

    @Test
    void withoutTrustItIsValidAndNoMore() {
        List<StatusCode> codes = good();
        codes.remove(StatusCode.SIGNING_CREDENTIAL_TRUSTED);

        assertThat(StateRule.state(findings(codes), List.of())).isEqualTo(ValidationState.VALID);
    }

    @ParameterizedTest
    @EnumSource(StatusCode.class)
    void everyFailureOfTheActiveManifestTakesTrustAway(StatusCode code) {
        ValidationState state = StateRule.state(findings(good(code)), List.of());

        check(code, state);
    }

    @ParameterizedTest
    @EnumSource(StatusCode.class)
    void everyNewFailureOfAnIngredientTakesTrustAway(StatusCode code) {
        IngredientDelta delta = new IngredientDelta("uri", findings(List.of(code)));

        check(code, StateRule.state(findings(GOOD), List.of(delta)));
    }

    private static void check(StatusCode code, ValidationState state) {
        if (code.kind() != StatusCode.Kind.FAILURE) {
            assertThat(state).isEqualTo(ValidationState.TRUSTED);
        } else if (TOLERATED.contains(code)) {
            assertThat(state).isEqualTo(ValidationState.VALID);
        } else {
            assertThat(state)
                    .as(code.code())
                    .isEqualTo(FORCELESS.contains(code) ? ValidationState.WELL_FORMED : ValidationState.INVALID);
        }
    }

    @Test
    void whatIsWithoutForceAndBrokenIsBroken() {
        List<StatusCode> codes =
                good(StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY, StatusCode.ASSERTION_HASHED_URI_MISMATCH);

        assertThat(StateRule.state(findings(codes), List.of())).isEqualTo(ValidationState.INVALID);
    }

    @Test
    void aManifestOfAnIngredientIsTrustedWithoutABinding() {
        List<StatusCode> codes = good();
        codes.remove(StatusCode.ASSERTION_DATA_HASH_MATCH);

        assertThat(StateRule.ofManifest(findings(codes))).isEqualTo(ValidationState.TRUSTED);
    }

    @Test
    void aManifestOfAnIngredientNeedsATrustedSignerToBeTrusted() {
        List<StatusCode> codes = good();
        codes.remove(StatusCode.SIGNING_CREDENTIAL_TRUSTED);

        assertThat(StateRule.ofManifest(findings(codes))).isEqualTo(ValidationState.VALID);
    }

    @Test
    void aManifestOfAnIngredientNeedsItsSignature() {
        List<StatusCode> codes = good();
        codes.remove(StatusCode.CLAIM_SIGNATURE_VALIDATED);

        assertThat(StateRule.ofManifest(findings(codes))).isEqualTo(ValidationState.INVALID);
    }

    @Test
    void aManifestOfAnIngredientNeedsATimelySignature() {
        List<StatusCode> codes = good();
        codes.remove(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY);

        assertThat(StateRule.ofManifest(findings(codes))).isEqualTo(ValidationState.WELL_FORMED);
    }

    @ParameterizedTest
    @EnumSource(StatusCode.class)
    void aFailureOfAnIngredientsManifestCountsForWhatItSays(StatusCode code) {
        if (code.kind() != StatusCode.Kind.FAILURE) {
            return;
        }
        ValidationState otherwise = FORCELESS.contains(code) ? ValidationState.WELL_FORMED : ValidationState.INVALID;

        assertThat(StateRule.ofManifest(findings(good(code))))
                .isEqualTo(TOLERATED.contains(code) ? ValidationState.VALID : otherwise);
    }

    @Test
    void aTrustedIngredientDoesNotLendItsTrust() {
        List<StatusCode> codes = good();
        codes.remove(StatusCode.SIGNING_CREDENTIAL_TRUSTED);
        codes.add(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED);
        IngredientDelta delta = new IngredientDelta("uri", findings(GOOD));

        assertThat(StateRule.state(findings(codes), List.of(delta))).isEqualTo(ValidationState.VALID);
    }
}
