package org.inkseal.vectors;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;

/**
 * A verifiable credential about the identities of a person (CAWG identity 1.3 §8.1) to be made, in the place of a signature.
 *
 * @param key the issuer's, which is also named as such
 * @param headers of the protected header, before signing
 * @param fields of the credential, before signing
 * @param subject of what the credential says about the person, before signing
 * @param stamp the time-stamp token over what it is given, or nothing
 */
record CredentialDraft(
        Issuer key,
        UnaryOperator<DictBuilder> headers,
        UnaryOperator<DictBuilder> fields,
        UnaryOperator<DictBuilder> subject,
        UnaryOperator<Bytes> stamp) {
    static final String TYPE = "cawg.identity_claims_aggregation";

    /** The issuer whom the expectations take to be trusted. */
    static final Issuer ISSUER = new Issuer(new NamedKey("Identity Issuer"));

    static final Value ALGORITHM = Value.of(1);
    static final Value CONTENT_TYPE = Value.of(3);

    private static final int ES256 = -7;

    CredentialDraft() {
        this(
                ISSUER,
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                covered -> Bytes.EMPTY);
    }

    /**
     * Somebody whose name is their key.
     *
     * @param key their key
     */
    record Issuer(NamedKey key) {
        private static final int COORDINATE = 32;

        /** The name, a {@code did:jwk}. */
        String did() {
            byte[] point = key.open().getPublicKeyData().getOctets();
            Value jwk = Value.dict()
                    .put("kty", "EC")
                    .put("crv", "P-256")
                    .put("x", base64url(Arrays.copyOfRange(point, 1, 1 + COORDINATE)))
                    .put("y", base64url(Arrays.copyOfRange(point, 1 + COORDINATE, point.length)))
                    .build();
            return "did:jwk:"
                    + base64url(Bytes.utf8(JsonWriter.write(jwk, false)).toArray());
        }

        private static String base64url(byte[] bytes) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }

    CredentialDraft by(Issuer other) {
        return new CredentialDraft(other, headers, fields, subject, stamp);
    }

    CredentialDraft withHeader(Value label, Value value) {
        return new CredentialDraft(key, map -> map.put(label, value), fields, subject, stamp);
    }

    /** With one more field, or another value of it. */
    CredentialDraft with(String name, Value value) {
        return new CredentialDraft(key, headers, map -> map.put(name, value), subject, stamp);
    }

    CredentialDraft saying(String name, Value value) {
        return new CredentialDraft(key, headers, fields, map -> map.put(name, value), stamp);
    }

    CredentialDraft stamped(UnaryOperator<Bytes> other) {
        return new CredentialDraft(key, headers, fields, subject, other);
    }

    /** The signature over what the signer of an identity assertion signs. */
    Bytes over(Value.Dict payload) {
        Value.Dict map = headers.apply(
                        Value.dict().put(ALGORITHM, Value.of(ES256)).put(CONTENT_TYPE, Value.of("application/vc")))
                .build();
        Bytes json = Bytes.utf8(JsonWriter.write(credential(payload), false));
        return IdentityDraft.sign(key.key(), map, json, true, stamp);
    }

    private Value credential(Value.Dict payload) {
        Value identity = Value.dict()
                .put("type", "cawg.social_media")
                .put("username", "mara")
                .put("verifiedAt", "2026-01-01T00:00:00Z")
                .put("provider", Value.dict().put("name", "Example").build())
                .build();
        Value about = subject.apply(Value.dict()
                        .put("verifiedIdentities", List.of(identity))
                        .put("c2paAsset", json(payload)))
                .build();
        return fields.apply(Value.dict()
                        .put(
                                "@context",
                                List.of(
                                        Value.of("https://www.w3.org/ns/credentials/v2"),
                                        Value.of("https://cawg.io/identity/1.1/ica/context/")))
                        .put(
                                "type",
                                List.of(
                                        Value.of("VerifiableCredential"),
                                        Value.of("IdentityClaimsAggregationCredential")))
                        .put("issuer", key.did())
                        .put("validFrom", "2026-05-01T00:00:00Z")
                        .put("credentialSubject", about))
                .build();
    }

    /** The same in JSON, which has no bytes. */
    static Value json(Value.Dict payload) {
        DictBuilder same = Value.dict();
        payload.entries().forEach(same::put);
        List<Value> references = payload.get("referenced_assertions").orElseThrow().asArray().orElseThrow().stream()
                .map(CredentialDraft::reference)
                .toList();
        return same.put("referenced_assertions", references).build();
    }

    private static Value reference(Value reference) {
        DictBuilder same = Value.dict();
        ((Value.Dict) reference).entries().forEach(same::put);
        Bytes hash = reference.get("hash").flatMap(Value::asBytes).orElseThrow();
        return same.put("hash", Base64.getEncoder().encodeToString(hash.toArray()))
                .build();
    }
}
