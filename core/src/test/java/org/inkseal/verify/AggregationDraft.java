package org.inkseal.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.trust.Authorities;

/** A credential about the author of a picture (CAWG identity 1.3 §8.1), good unless a test spoils it. */
final class AggregationDraft {
    private static final KeyPair ED25519 = keys("Ed25519", 255);
    private static final KeyPair P256 = keys("EC", 256);

    SignatureAlgorithm algorithm = SignatureAlgorithm.ED25519;
    UnaryOperator<Value.Dict> credential = UnaryOperator.identity();
    UnaryOperator<Value.Dict> subject = UnaryOperator.identity();
    UnaryOperator<Value.Dict> headers = UnaryOperator.identity();
    String stampedAt = "";

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

    /** The key as an identifier. */
    String issuer() {
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

    /** A payload as it stands in a credential. */
    static Value json(Value.Dict payload) {
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

    /** An identity assertion with the credential, changed after signing. */
    IdentityPicture.Maker maker(UnaryOperator<Bytes> change) {
        return references -> {
            Value.Dict payload = IdentityDraft.payload(ClaimsAggregation.SIG_TYPE, references);
            return IdentityDraft.assertion(payload, change.apply(signature(json(payload))));
        };
    }

    /** What the server of a {@code did:web} has, with the key under one name as one for assertions. */
    String document(String did, String asserting) {
        String jwk = new String(Base64.getUrlDecoder().decode(issuer().substring("did:jwk:".length())), UTF_8);
        return "{\"id\":\"" + did + "\",\"verificationMethod\":[{\"id\":\"" + did + "#key\",\"type\":\"JsonWebKey\","
                + "\"publicKeyJwk\":" + jwk + "}],\"assertionMethod\":[\"" + asserting + "\"]}";
    }
}
