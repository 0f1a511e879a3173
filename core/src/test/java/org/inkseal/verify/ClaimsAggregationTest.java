package org.inkseal.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.inkseal.cbor.JsonWriter;
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
    private static final KeyPair ED25519 = keys("Ed25519", 255);
    private static final KeyPair P256 = keys("EC", 256);

    private SignatureAlgorithm algorithm = SignatureAlgorithm.ED25519;
    private UnaryOperator<Value.Dict> credential = UnaryOperator.identity();
    private UnaryOperator<Value.Dict> subject = UnaryOperator.identity();
    private UnaryOperator<Value.Dict> headers = UnaryOperator.identity();
    private String stampedAt = "";

    private static KeyPair keys(String name, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(name, "SunEC");
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String didOf(Value.Dict jwk) {
        return "did:jwk:" + base64url(Bytes.utf8(JsonWriter.write(jwk, false)).toArray());
    }

    private String issuer() {
        if (algorithm == SignatureAlgorithm.ED25519) {
            byte[] encoded = ED25519.getPublic().getEncoded();
            byte[] point = java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            return didOf(Value.dict()
                    .put("kty", "OKP")
                    .put("crv", "Ed25519")
                    .put("x", base64url(point))
                    .build());
        }
        var point = ((ECPublicKey) P256.getPublic()).getW();
        return didOf(Value.dict()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", coordinate(point.getAffineX()))
                .put("y", coordinate(point.getAffineY()))
                .build());
    }

    private static String coordinate(java.math.BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return base64url(fixed);
    }

    private Value.Dict credential(Value asset) {
        Value identity = Value.dict()
                .put("type", "cawg.social_media")
                .put("username", "mara")
                .put("verifiedAt", "2026-01-01T00:00:00+01:00")
                .put("provider", Value.dict().put("name", "Example").build())
                .build();
        Value.Dict about = Value.dict()
                .put("verifiedIdentities", List.of(identity))
                .put("c2paAsset", asset)
                .build();
        return credential.apply(Value.dict()
                .put(
                        "@context",
                        List.of(
                                Value.of("https://www.w3.org/ns/credentials/v2"),
                                Value.of("https://cawg.io/identity/1.1/ica/context/")))
                .put("type", List.of(Value.of("VerifiableCredential"), Value.of("IdentityClaimsAggregationCredential")))
                .put("issuer", issuer())
                .put("validFrom", "2026-05-01T00:00:00Z")
                .put("credentialSubject", subject.apply(about))
                .build());
    }

    private Bytes signature(Value asset) throws Exception {
        Value.Dict protectedHeaders = headers.apply(Value.dict()
                .put(Value.of(1), Value.of(algorithm.coseId()))
                .put(Value.of(3), Value.of("application/vc"))
                .build());
        KeyPair keys = algorithm == SignatureAlgorithm.ED25519 ? ED25519 : P256;
        Bytes json = Bytes.utf8(JsonWriter.write(credential(asset), false));
        Bytes signature = IdentityDraft.sign(algorithm, keys.getPrivate(), protectedHeaders, json, true);
        return stampedAt.isEmpty()
                ? signature
                : IdentityDraft.stamped(signature, covered -> Authorities.token(covered, stampedAt));
    }

    private static Value json(Value.Dict payload) {
        List<Value> references = payload.get("referenced_assertions").orElseThrow().asArray().orElseThrow().stream()
                .map(reference -> (Value) IdentityDraft.with(
                        (Value.Dict) reference,
                        "hash",
                        Value.of(Base64.getEncoder()
                                .encodeToString(reference
                                        .get("hash")
                                        .flatMap(Value::asBytes)
                                        .orElseThrow()
                                        .toArray()))))
                .toList();
        return IdentityDraft.with(payload, "referenced_assertions", Value.of(references));
    }

    private IdentityPicture.Maker maker(UnaryOperator<Bytes> change) {
        return references -> {
            Value.Dict payload = IdentityDraft.payload(ClaimsAggregation.SIG_TYPE, references);
            return IdentityDraft.assertion(payload, change.apply(signature(json(payload))));
        };
    }

    private TrustSettings trust() {
        return IdentityPicture.trust().withIdentityIssuers(Set.of(issuer()));
    }

    private Report verify() throws Exception {
        return IdentityPicture.verify(maker(UnaryOperator.identity()), trust());
    }

    private List<StatusCode> failures() throws Exception {
        return verify().active().failure().stream().map(f -> f.code()).toList();
    }

    private void set(String key, Value value) {
        credential = whole -> IdentityDraft.with(whole, key, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ED25519", "ES256"})
    void aCredentialOfATrustedIssuerIsValidAndTrusted(SignatureAlgorithm each) throws Exception {
        algorithm = each;

        Report report = verify();

        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
        assertThat(report.active().has(StatusCode.CAWG_ICA_CREDENTIAL_VALID)).isTrue();
        assertThat(report.active().has(StatusCode.CAWG_IDENTITY_TRUSTED)).isTrue();
        assertThat(report.active().has(StatusCode.CAWG_ICA_UNTRUSTED_ISSUER)).isFalse();
    }

    @Test
    void aCredentialOfAnybodyIsWellFormedAndNoMore() throws Exception {
        Report report = IdentityPicture.verify(maker(UnaryOperator.identity()));

        assertThat(report.failures()).isEmpty();
        assertThat(report.active().has(StatusCode.CAWG_ICA_UNTRUSTED_ISSUER)).isTrue();
        assertThat(report.active().has(StatusCode.CAWG_IDENTITY_WELL_FORMED)).isTrue();
        assertThat(report.active().has(StatusCode.CAWG_ICA_CREDENTIAL_VALID)).isFalse();
    }

    @Test
    void aChangedSignatureDoesNotFitAndMakesThePictureInvalid() throws Exception {
        Report report = IdentityPicture.verify(
                maker(message -> {
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
        Report report = IdentityPicture.verify(maker(message -> message.from(1)), trust());

        assertThat(report.active().failure().get(0).code()).isEqualTo(StatusCode.CAWG_ICA_INVALID_COSE_SIGN1);
    }

    @Test
    void anAlgorithmThatIsMissingOrUnknownIsInvalid() throws Exception {
        headers = whole -> IdentityDraft.without(whole, Value.of(1));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_INVALID_ALG);
        headers = whole -> IdentityDraft.with(whole, Value.of(1), Value.of(-14));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_INVALID_ALG);
    }

    @Test
    void aContentTypeThatIsMissingOrAnotherIsInvalid() throws Exception {
        headers = whole -> IdentityDraft.without(whole, Value.of(3));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_INVALID_CONTENT_TYPE);
        headers = whole -> IdentityDraft.with(whole, Value.of(3), Value.of("application/vc+jwt"));
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
        set("issuer", Value.dict().put("id", issuer() + "#0").build());
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
            return document(did, "#key");
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
        assertThat(code(did, uri -> document("did:web:other.example", "#key")))
                .containsExactly(StatusCode.CAWG_ICA_INVALID_DID_DOCUMENT);
        assertThat(code(did, uri -> document(did, "#another")))
                .containsExactly(StatusCode.CAWG_ICA_INVALID_DID_DOCUMENT);
        assertThat(code(did, uri -> "<html>")).containsExactly(StatusCode.CAWG_ICA_INVALID_DID_DOCUMENT);
        assertThat(code(did, uri -> "{\"id\":\"" + did + "\"}"))
                .containsExactly(StatusCode.CAWG_ICA_INVALID_DID_DOCUMENT);
        String honest = document(did, "#key");
        algorithm = SignatureAlgorithm.ES256;
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
                .verify(ByteSource.of(IdentityPicture.make(maker(UnaryOperator.identity()))));
    }

    private String document(String did, String asserting) {
        String jwk = new String(Base64.getUrlDecoder().decode(issuer().substring("did:jwk:".length())), UTF_8);
        return "{\"id\":\"" + did + "\",\"verificationMethod\":[{\"id\":\"" + did + "#key\",\"type\":\"JsonWebKey\","
                + "\"publicKeyJwk\":" + jwk + "}],\"assertionMethod\":[\"" + asserting + "\"]}";
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
        credential = whole -> IdentityDraft.without(whole, Value.of("validFrom"));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_VALID_FROM_MISSING);
    }

    @Test
    void theDatesOfTheFirstDataModelHaveOtherNames() throws Exception {
        credential = whole -> IdentityDraft.with(
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
        stampedAt = time;
        for (TrustSettings settings : List.of(trust(), trust().withTimeStampAnchors(Authorities.stampRoot()))) {
            Report report = IdentityPicture.verify(maker(UnaryOperator.identity()), settings);
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
                maker(message -> {
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
        subject = about -> IdentityDraft.with(about, "c2paAsset", json(IdentityDraft.payload("other", List.of())));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_SIGNER_PAYLOAD_MISMATCH);
        subject = about -> IdentityDraft.without(about, Value.of("c2paAsset"));
        assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_SIGNER_PAYLOAD_MISMATCH);
    }

    @Test
    void aCredentialAboutNobodyIsSeen() throws Exception {
        for (Value nobody : List.of(Value.of(List.of()), Value.of("text"), Value.NULL)) {
            subject = about -> IdentityDraft.with(about, "verifiedIdentities", nobody);
            assertThat(failures()).containsExactly(StatusCode.CAWG_ICA_VERIFIED_IDENTITIES_MISSING);
        }
        subject = about -> IdentityDraft.with(
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
