package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityCheckTest {
    private static final Bytes SIGNATURE = Bytes.wrap(new byte[] {0});

    private static Value.Dict unsigned(List<HashedUri> references) {
        return IdentityDraft.assertion(IdentityDraft.payload("x.unknown", references), SIGNATURE);
    }

    private static List<StatusCode> failures(IdentityPicture.Maker maker) throws Exception {
        Report report = IdentityPicture.verify(maker);
        assertThat(report.active().failure()).allMatch(finding -> finding.uri().equals(IdentityPicture.URI));
        return report.active().failure().stream().map(Finding::code).toList();
    }

    @Test
    void anUnknownKindOfSignatureIsTheOnlyComplaintAboutAnAssertionThatIsElseRight() throws Exception {
        assertThat(failures(IdentityCheckTest::unsigned)).containsExactly(StatusCode.CAWG_IDENTITY_SIG_TYPE_UNKNOWN);
    }

    @Test
    void aPictureIsAsValidAsItWasWithAnIdentityAssertionThatIsWrong() throws Exception {
        assertThat(IdentityPicture.verify(IdentityCheckTest::unsigned).state()).isEqualTo(ValidationState.VALID);
    }

    @Test
    void bytesInEitherPaddingAreSeen() throws Exception {
        for (String pad : List.of("pad1", "pad2")) {
            Value dirty = Value.of(Bytes.wrap(new byte[] {0, 1}));
            assertThat(failures(references -> IdentityDraft.with(unsigned(references), pad, dirty)))
                    .contains(StatusCode.CAWG_IDENTITY_PAD_INVALID);
        }
    }

    @Test
    void aReferenceInAbsoluteFormIsTheSame() throws Exception {
        assertThat(failures(references -> unsigned(
                        references.stream().map(IdentityCheckTest::absolute).toList())))
                .containsExactly(StatusCode.CAWG_IDENTITY_SIG_TYPE_UNKNOWN);
    }

    @Test
    void aNamedAlgorithmThatIsTheDefaultIsTheSame() throws Exception {
        assertThat(failures(references -> unsigned(references.stream()
                        .map(reference -> new HashedUri(reference.url(), Optional.of("sha256"), reference.hash()))
                        .toList())))
                .containsExactly(StatusCode.CAWG_IDENTITY_SIG_TYPE_UNKNOWN);
    }

    private static HashedUri absolute(HashedUri reference) {
        String url = reference.url().replace("self#jumbf=", "self#jumbf=/c2pa/" + IdentityPicture.MANIFEST + "/");
        return new HashedUri(url, reference.alg(), reference.hash());
    }

    @Test
    void twoReferencesToOneAssertionAreSeenHoweverTheyAreSpelled() throws Exception {
        assertThat(failures(references -> unsigned(List.of(references.get(0), absolute(references.get(0))))))
                .contains(StatusCode.CAWG_IDENTITY_ASSERTION_DUPLICATE)
                .doesNotContain(StatusCode.CAWG_IDENTITY_ASSERTION_MISMATCH);
    }

    @Test
    void aReferenceWithAnotherHashOrAlgorithmOrToNothingIsSeen() throws Exception {
        Bytes hash = Bytes.wrap(new byte[32]);
        assertThat(failures(references -> unsigned(List.of(
                        references.get(0), new HashedUri(references.get(1).url(), hash)))))
                .contains(StatusCode.CAWG_IDENTITY_ASSERTION_MISMATCH);
        assertThat(failures(references -> unsigned(List.of(new HashedUri(
                        references.get(0).url(),
                        Optional.of("sha384"),
                        references.get(0).hash())))))
                .contains(StatusCode.CAWG_IDENTITY_ASSERTION_MISMATCH);
        assertThat(failures(references ->
                        unsigned(List.of(references.get(0), new HashedUri("self#jumbf=c2pa.assertions/none", hash)))))
                .contains(StatusCode.CAWG_IDENTITY_ASSERTION_MISMATCH);
    }

    @Test
    void anAssertionThatDoesNotCoverTheHardBindingIsSeen() throws Exception {
        assertThat(failures(references -> unsigned(references.subList(1, 2))))
                .contains(StatusCode.CAWG_IDENTITY_HARD_BINDING_MISSING);
        assertThat(failures(references -> unsigned(List.of()))).contains(StatusCode.CAWG_IDENTITY_HARD_BINDING_MISSING);
    }

    @Test
    void theHardBindingOfSomethingElseIsIncorrect() throws Exception {
        HashedUri other = new HashedUri(
                "self#jumbf=/c2pa/urn:c2pa:3a1b0c52-7c54-4ab0-9d4e-000000000002/c2pa.assertions/c2pa.hash.data",
                Bytes.wrap(new byte[32]));
        assertThat(failures(references -> unsigned(List.of(other))))
                .contains(StatusCode.CAWG_IDENTITY_HARD_BINDING_INCORRECT, StatusCode.CAWG_IDENTITY_ASSERTION_MISMATCH);
    }

    @Test
    void anAssertionWithoutWhatItMustHaveCannotBeRead() throws Exception {
        Value.Dict whole = unsigned(List.of());
        for (String key : List.of("signer_payload", "signature", "pad1")) {
            assertThat(failures(references -> IdentityDraft.without(whole, Value.of(key))))
                    .containsExactly(StatusCode.CAWG_IDENTITY_CBOR_INVALID);
        }
        for (String key : List.of("sig_type", "referenced_assertions")) {
            Value.Dict payload = IdentityDraft.without(IdentityDraft.payload("x", List.of()), Value.of(key));
            assertThat(failures(references -> IdentityDraft.with(whole, "signer_payload", payload)))
                    .containsExactly(StatusCode.CAWG_IDENTITY_CBOR_INVALID);
        }
        Value.Dict roles =
                IdentityDraft.with(IdentityDraft.payload("x", List.of()), "role", Value.of(List.of(Value.of(1))));
        assertThat(failures(references -> IdentityDraft.with(whole, "signer_payload", roles)))
                .containsExactly(StatusCode.CAWG_IDENTITY_CBOR_INVALID);
    }

    @ParameterizedTest
    @EnumSource(value = StatusCode.class, names = "CAWG_.*", mode = EnumSource.Mode.MATCH_ALL)
    void whatAnIdentityAssertionIsWorthDoesNotDecideAboutThePicture(StatusCode code) {
        List<Finding> findings = new java.util.ArrayList<>();
        for (StatusCode good : List.of(
                StatusCode.CLAIM_SIGNATURE_VALIDATED,
                StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY,
                StatusCode.ASSERTION_DATA_HASH_MATCH,
                StatusCode.ASSERTION_HASHED_URI_MATCH,
                StatusCode.SIGNING_CREDENTIAL_TRUSTED)) {
            findings.add(new Finding(good, "", ""));
        }
        findings.add(new Finding(code, "", ""));
        ValidationState state = StateRule.state(Findings.of(findings), List.of());

        boolean failed = code.kind() == StatusCode.Kind.FAILURE;
        assertThat(state).isEqualTo(failed ? ValidationState.VALID : ValidationState.TRUSTED);
    }
}
