package org.inkseal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.net.Network;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.inkseal.trust.Authorities;
import org.inkseal.trust.TrustSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsAggregationTest {
    private final AggregationDraft draft = new AggregationDraft();

    private TrustSettings trust() {
        return IdentityPicture.trust().withIdentityIssuers(Set.of(draft.issuer()));
    }

    private Report verify() throws Exception {
        return IdentityPicture.verify(draft.maker(UnaryOperator.identity()), trust());
    }

    private List<StatusCode> failures() throws Exception {
        return verify().active().failure().stream().map(f -> f.code()).toList();
    }

    private void set(String key, Value value) {
        draft.credential = whole -> IdentityDraft.with(whole, key, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ED25519", "ES256"})
    void aCredentialOfATrustedIssuerIsValidAndTrusted(SignatureAlgorithm each) throws Exception {
        draft.algorithm = each;

        Report report = verify();

        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.active().has(StatusCode.CAWG_ICA_CREDENTIAL_VALID)).isTrue();
        assertThat(report.active().has(StatusCode.CAWG_IDENTITY_TRUSTED)).isTrue();
        assertThat(report.active().has(StatusCode.CAWG_ICA_UNTRUSTED_ISSUER)).isFalse();
    }

    @Test
    void aCredentialOfAnybodyIsWellFormedAndNoMore() throws Exception {
        Report report = IdentityPicture.verify(draft.maker(UnaryOperator.identity()));

        assertThat(report.failures()).isEmpty();
        assertThat(report.active().has(StatusCode.CAWG_ICA_UNTRUSTED_ISSUER)).isTrue();
        assertThat(report.active().has(StatusCode.CAWG_IDENTITY_WELL_FORMED)).isTrue();
        assertThat(report.active().has(StatusCode.CAWG_ICA_CREDENTIAL_VALID)).isFalse();
    }

    @Test
    void aChangedSignatureDoesNotFitAndMakesThePictureInvalid() throws Exception {
        Report report = IdentityPicture.verify(
                draft.maker(message -> {
                    try {
                        return IdentityDraft.tampered(message, IdentityDraft::flipped);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }),
                trust());

        assertThat(report.active().has(StatusCode.CAWG_ICA_SIGNATURE_MISMATCH)).isTrue();
        assertThat(report.active().has(StatusCode.CAWG_ICA_CREDENTIAL_VALID)).isFalse();
        assertThat(report.state()).isEqualTo(ValidationState.VALID);
    }

    @Test
    void whatIsNotCoseIsSeen() throws Exception {
        Report report = IdentityPicture.verify(draft.maker(message -> message.from(1)), trust());

        assertThat(report.active().failure().get(0).code()).isEqualTo(StatusCode.CAWG_ICA_INVALID_COSE_SIGN1);
    }

    @Test
    void anAlgorithmThatIsMissingOrUnknownIsInvalid() throws Exception {
        draft.headers = whole -> IdentityDraft.without(whole, Value.of(1));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_INVALID_ALG);
        draft.headers = whole -> IdentityDraft.with(whole, Value.of(1), Value.of(-14));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_INVALID_ALG);
    }

    @Test
    void aContentTypeThatIsMissingOrAnotherIsInvalid() throws Exception {
        draft.headers = whole -> IdentityDraft.without(whole, Value.of(3));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_INVALID_CONTENT_TYPE);
        draft.headers = whole -> IdentityDraft.with(whole, Value.of(3), Value.of("application/vc+jwt"));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_INVALID_CONTENT_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@context", "type", "credentialSubject"})
    void whatIsNoVerifiableCredentialIsSeen(String key) throws Exception {
        set(key, Value.of("something"));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_INVALID_VERIFIABLE_CREDENTIAL);
    }

    @Test
    void theIssuerMayBeAnObject() throws Exception {
        set("issuer", Value.dict().put("id", draft.issuer() + "#0").build());
        assertThat(failures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://issuer.example, CAWG_ICA_INVALID_ISSUER",
        "did:web, CAWG_ICA_INVALID_ISSUER",
        "did:web:issuer.example, CAWG_ICA_DID_UNAVAILABLE",
        "did:example:123, CAWG_ICA_DID_UNSUPPORTED_METHOD",
        "did:jwk:bm8, CAWG_ICA_INVALID_DID_DOCUMENT",
        "did:jwk:e30, CAWG_ICA_INVALID_DID_DOCUMENT"
    })
    void anIssuerWhoseKeyCannotBeHadIsSeen(String did, StatusCode code) throws Exception {
        set("issuer", Value.of(did));
        assertThat(failures()).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "did:web:issuer.example, https://issuer.example/.well-known/did.json",
        "did:web:issuer.example:people:mara, https://issuer.example/people/mara/did.json",
        "did:web:issuer.example%3A8443:a, https://issuer.example:8443/a/did.json"
    })
    void theKeyOfAnIssuerOnTheWebIsFetchedOverTheNetworkOfTheCaller(String did, String address) throws Exception {
        set("issuer", Value.of(did));
        List<String> asked = new ArrayList<>();

        Report report = online(did, uri -> {
            asked.add(uri);
            return draft.document(did, "#key");
        });

        assertThat(asked).containsExactly(address);
        assertThat(report.failures()).isEmpty();
        assertThat(report.active().has(StatusCode.CAWG_ICA_CREDENTIAL_VALID)).isTrue();
        assertThat(report.active().has(StatusCode.CAWG_IDENTITY_TRUSTED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:web:issuer.example:..",
                "did:web:issuer.example::a",
                "did:web:issuer.example%2Fa",
                "did:web:a%40b",
                "did:web:-a",
                "did:web:a..b",
                "did:web:issuer.example:a%2Fb"
            })
    void anIssuerThatNamesNoPlainPlaceIsNotAskedFor(String did) throws Exception {
        set("issuer", Value.of(did));

        Report report = online(did, uri -> {
            throw new AssertionError(uri);
        });

        assertThat(report.active().failure().get(0).code()).isEqualTo(StatusCode.CAWG_ICA_DID_UNAVAILABLE);
    }

    @Test
    void aServerThatIsDeadLyingOrEmptyHandedProvesNothing() throws Exception {
        String did = "did:web:issuer.example";
        set("issuer", Value.of(did));

        assertThat(code(did, uri -> {
                    throw new IOException("issuer.example did not answer");
                }))
                .containsExactly(StatusCode.CAWG_ICA_DID_UNAVAILABLE);
        assertThat(code(did, uri -> draft.document("did:web:other.example", "#key")))
                .containsExactly(StatusCode.CAWG_ICA_INVALID_DID_DOCUMENT);
        assertThat(code(did, uri -> draft.document(did, "#another")))
                .containsExactly(StatusCode.CAWG_ICA_INVALID_DID_DOCUMENT);
        assertThat(code(did, uri -> "<html>")).containsExactly(StatusCode.CAWG_ICA_INVALID_DID_DOCUMENT);
        assertThat(code(did, uri -> "{\"id\":\"" + did + "\"}"))
                .containsExactly(StatusCode.CAWG_ICA_INVALID_DID_DOCUMENT);
        String honest = draft.document(did, "#key");
        draft.algorithm = SignatureAlgorithm.ES256;
        assertThat(code(did, uri -> honest)).containsExactly(StatusCode.CAWG_ICA_SIGNATURE_MISMATCH);
    }

    /** What a server answers. */
    private interface Web {
        String get(String uri) throws IOException;
    }

    private List<StatusCode> code(String did, Web web) throws Exception {
        return online(did, web).active().failure().stream().map(f -> f.code()).toList();
    }

    private Report online(String did, Web web) throws Exception {
        Network network = new Network() {
            @Override
            public Reply get(URI uri, int most) throws IOException {
                return new Reply("application/json", Bytes.utf8(web.get(uri.toString())));
            }

            @Override
            public Reply post(URI uri, String mediaType, Bytes body, int most) {
                throw new AssertionError("nothing is to be sent");
            }
        };
        return Verifier.at(IdentityPicture.NOW)
                .trusting(IdentityPicture.trust().withIdentityIssuers(Set.of(did)))
                .online(network)
                .verify(ByteSource.of(IdentityPicture.make(draft.maker(UnaryOperator.identity()))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T11:59:59Z, true",
        "2026-06-01T13:59:59+02:00, true",
        "2026-06-01T12:00:01Z, false",
        "2026-05-01, false"
    })
    void aCredentialIsValidFromItsDayOn(String from, boolean valid) throws Exception {
        set("validFrom", Value.of(from));
        assertThat(failures().contains(StatusCode.CAWG_ICA_VALID_FROM_INVALID)).isEqualTo(!valid);
    }

    @Test
    void aCredentialThatIsValidFromNoDayIsSeen() throws Exception {
        draft.credential = whole -> IdentityDraft.without(whole, Value.of("validFrom"));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_VALID_FROM_MISSING);
    }

    @Test
    void theDatesOfTheFirstDataModelHaveOtherNames() throws Exception {
        draft.credential = whole -> IdentityDraft.with(
                IdentityDraft.with(
                        IdentityDraft.without(whole, Value.of("validFrom")),
                        "@context",
                        Value.of(List.of(Value.of("https://www.w3.org/2018/credentials/v1")))),
                "issuanceDate",
                Value.of("2026-05-01T00:00:00Z"));
        assertThat(failures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01T12:00:01Z, true", "2026-06-01T11:59:59Z, false", "never, false"})
    void aCredentialIsValidUntilItsLastDay(String until, boolean valid) throws Exception {
        set("validUntil", Value.of(until));
        assertThat(failures().contains(StatusCode.CAWG_ICA_VALID_UNTIL_INVALID)).isEqualTo(!valid);
    }

    @ParameterizedTest
    @CsvSource({"20260601110000Z, true", "20260402110000Z, false"})
    void theTimeStampMustNotBeOlderThanTheCredential(String time, boolean valid) throws Exception {
        draft.stampedAt = time;
        for (TrustSettings settings : List.of(trust(), trust().withTimeStampAnchors(Authorities.stampRoot()))) {
            Report report = IdentityPicture.verify(draft.maker(UnaryOperator.identity()), settings);
            assertThat(report.active().has(StatusCode.CAWG_ICA_VALID_FROM_INVALID))
                    .isEqualTo(!valid);
            boolean known = !settings.timeStampAuthorities().isEmpty();
            assertThat(report.active().has(StatusCode.CAWG_ICA_TIME_STAMP_VALIDATED))
                    .isEqualTo(known);
            assertThat(report.active().has(StatusCode.TIME_STAMP_UNTRUSTED)).isEqualTo(!known);
        }
    }

    @Test
    void aTimeStampOfSomethingElseIsInvalid() throws Exception {
        Report report = IdentityPicture.verify(
                draft.maker(message -> {
                    try {
                        return IdentityDraft.stamped(message, covered -> Authorities.token(message, "20260601110000Z"));
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }),
                trust().withTimeStampAnchors(Authorities.stampRoot()));

        assertThat(report.active().has(StatusCode.CAWG_ICA_TIME_STAMP_INVALID)).isTrue();
        assertThat(report.active().has(StatusCode.CAWG_ICA_TIME_STAMP_VALIDATED))
                .isFalse();
    }

    @Test
    void aCredentialForOtherAssertionsIsSeen() throws Exception {
        draft.subject = about -> IdentityDraft.with(
                about, "c2paAsset", AggregationDraft.json(IdentityDraft.payload("other", List.of())));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_SIGNER_PAYLOAD_MISMATCH);
        draft.subject = about -> IdentityDraft.without(about, Value.of("c2paAsset"));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_SIGNER_PAYLOAD_MISMATCH);
    }

    @Test
    void aCredentialAboutNobodyIsSeen() throws Exception {
        for (Value nobody : List.of(Value.of(List.of()), Value.of("text"), Value.NULL)) {
            draft.subject = about -> IdentityDraft.with(about, "verifiedIdentities", nobody);
            assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_VERIFIED_IDENTITIES_MISSING);
        }
        draft.subject = about -> IdentityDraft.with(
                about, "verifiedIdentities", Value.of(List.of(Value.dict().build())));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_VERIFIED_IDENTITIES_INVALID);
    }

    @ParameterizedTest
    @CsvSource({"BitstringStatusListEntry, CAWG_ICA_REVOCATION_UNAVAILABLE", "Other, CAWG_ICA_REVOCATION_UNSUPPORTED"})
    void revocationThatIsNotLookedUpIsMentioned(String type, StatusCode code) throws Exception {
        set("credentialStatus", Value.dict().put("type", type).build());

        Report report = verify();

        assertThat(report.active().has(code)).isTrue();
        assertThat(report.failures()).isEmpty();
    }
}
