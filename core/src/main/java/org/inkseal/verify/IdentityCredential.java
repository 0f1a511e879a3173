package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.MalformedException;

/**
 * A verifiable credential that aggregates identity claims, as it was read (CAWG identity assertion 1.3 §8.1.2; W3C
 * verifiable credentials data model 1.1 §4 and 2.0 §4).
 *
 * @param issuer the text of {@code issuer} or {@code issuer.id}
 * @param validFrom {@code validFrom}, or {@code issuanceDate} in version 1.1
 * @param validUntil {@code validUntil}, or {@code expirationDate} in version 1.1
 * @param status the types of the entries of {@code credentialStatus}; {@code ""} for one without a type
 * @param verifiedIdentities what the credential says of the person
 * @param c2paAsset what the credential was issued for
 */
record IdentityCredential(
        Optional<String> issuer,
        Optional<String> validFrom,
        Optional<String> validUntil,
        List<String> status,
        Optional<Value> verifiedIdentities,
        Optional<Value> c2paAsset) {
    private static final String CONTEXT_1 = "https://www.w3.org/2018/credentials/v1";
    private static final String CONTEXT_2 = "https://www.w3.org/ns/credentials/v2";

    IdentityCredential {
        status = List.copyOf(status);
    }

    /**
     * Reads a credential.
     *
     * @throws MalformedException if it is not an object with the context and type of a verifiable credential that
     *     aggregates identity claims, about one subject
     */
    static IdentityCredential read(Value json) throws MalformedException {
        if (json.asDict().isEmpty()) {
            throw malformed("the credential is not an object");
        }
        List<String> contexts = texts(json, "@context");
        boolean first = !contexts.isEmpty() && contexts.get(0).equals(CONTEXT_1);
        if (!first && (contexts.isEmpty() || !contexts.get(0).equals(CONTEXT_2))) {
            throw malformed("the context is not that of a verifiable credential");
        }
        List<String> types = texts(json, "type");
        for (String wanted : List.of("VerifiableCredential", "IdentityClaimsAggregationCredential")) {
            if (!types.contains(wanted)) {
                throw malformed("the credential is not of the type " + wanted);
            }
        }
        Value subject = subject(json);
        Optional<Value> issuer = json.get("issuer");
        return new IdentityCredential(
                issuer.flatMap(Value::asText)
                        .or(() -> issuer.flatMap(value -> value.get("id")).flatMap(Value::asText)),
                date(json, first ? "issuanceDate" : "validFrom"),
                date(json, first ? "expirationDate" : "validUntil"),
                status(json),
                subject.get("verifiedIdentities"),
                subject.get("c2paAsset"));
    }

    private static Value subject(Value json) throws MalformedException {
        List<Value> subjects = list(json, "credentialSubject");
        if (subjects.size() != 1 || subjects.get(0).asDict().isEmpty()) {
            throw malformed("the credential is not about one subject");
        }
        return subjects.get(0);
    }

    /** A date that is there but not text is kept as text that is no date. */
    private static Optional<String> date(Value json, String key) {
        return json.get(key).map(value -> value.asText().orElse("no text"));
    }

    private static List<String> status(Value json) {
        List<String> types = new ArrayList<>();
        for (Value entry : list(json, "credentialStatus")) {
            types.add(entry.get("type").flatMap(Value::asText).orElse(""));
        }
        return types;
    }

    private static List<Value> list(Value json, String key) {
        Optional<Value> value = json.get(key);
        return value.flatMap(Value::asArray).orElseGet(() -> value.map(List::of).orElse(List.of()));
    }

    private static List<String> texts(Value json, String key) {
        return list(json, key).stream().map(item -> item.asText().orElse("")).toList();
    }

    private static MalformedException malformed(String message) {
        return new MalformedException(0, message);
    }
}
