package org.inkseal.cose;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.cbor.CborReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;

/** Reads a COSE_Sign1 message and checks the rules that hold for any (RFC 9052 §3, §3.1, §4.2). */
final class CoseReader {
    static final long COSE_SIGN1_TAG = 18;
    private static final Set<Value> UNDERSTOOD = Set.of(
            CoseHeader.ALGORITHM,
            CoseHeader.CRITICAL,
            CoseHeader.CONTENT_TYPE,
            CoseHeader.CWT_CLAIMS,
            CoseHeader.CERTIFICATES,
            CoseHeader.LEGACY_CERTIFICATES,
            CoseHeader.ISSUED_AT);

    private final Budget budget;

    CoseReader(Budget budget) {
        this.budget = budget;
    }

    CoseSign1 read(Bytes cbor) throws MalformedException {
        Value document = CborReader.read(cbor, budget);
        if (!(document instanceof Value.Tagged tagged) || tagged.tag() != COSE_SIGN1_TAG) {
            throw malformed("signature is not tagged as COSE_Sign1: tag 18 is required (RFC 9052 §4.2)");
        }
        if (!(tagged.content() instanceof Value.Array array) || array.items().size() != 4) {
            throw malformed("COSE_Sign1 is not an array of 4 items under one tag (RFC 9052 §4.2)");
        }
        List<Value> items = array.items();
        Bytes protectedBytes = bytes(items.get(0), "protected header");
        Value.Dict protectedHeaders = protectedHeaders(protectedBytes);
        Value.Dict unprotectedHeaders = headers(items.get(1), "unprotected header");
        checkBuckets(protectedHeaders, unprotectedHeaders);
        checkCritical(protectedHeaders, unprotectedHeaders);
        Optional<Bytes> payload =
                items.get(2).equals(Value.NULL) ? Optional.empty() : Optional.of(bytes(items.get(2), "payload"));
        return new CoseSign1(
                protectedBytes, protectedHeaders, unprotectedHeaders, payload, bytes(items.get(3), "signature"));
    }

    private Value.Dict protectedHeaders(Bytes stored) throws MalformedException {
        if (stored.length() == 0) {
            return Value.dict().build();
        }
        try {
            return headers(CborReader.read(stored, budget), "protected header");
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedException e) {
            throw new MalformedException(0, "in the protected header: " + e.describe());
        }
    }

    private static Value.Dict headers(Value value, String name) throws MalformedException {
        if (!(value instanceof Value.Dict dict)) {
            throw malformed("COSE " + name + " is not a map (RFC 9052 §3)");
        }
        for (Value label : dict.entries().keySet()) {
            if (!(label instanceof Value.Int) && !(label instanceof Value.Text)) {
                throw malformed("COSE " + name + " has a label that is neither integer nor text (RFC 9052 §1.5)");
            }
        }
        return dict;
    }

    private static Bytes bytes(Value value, String name) throws MalformedException {
        if (value instanceof Value.Binary binary) {
            return binary.value();
        }
        throw malformed("COSE " + name + " is not a byte string (RFC 9052 §4.2)");
    }

    private static void checkBuckets(Value.Dict protectedHeaders, Value.Dict unprotectedHeaders)
            throws MalformedException {
        for (Value label : unprotectedHeaders.entries().keySet()) {
            if (protectedHeaders.entries().containsKey(label)) {
                throw malformed("COSE header " + name(label) + " is both protected and unprotected (RFC 9052 §3)");
            }
        }
    }

    private static void checkCritical(Value.Dict protectedHeaders, Value.Dict unprotectedHeaders)
            throws MalformedException {
        if (unprotectedHeaders.entries().containsKey(CoseHeader.CRITICAL)) {
            throw malformed("COSE header crit is unprotected (RFC 9052 §3.1)");
        }
        Value critical = protectedHeaders.entries().get(CoseHeader.CRITICAL);
        if (critical == null) {
            return;
        }
        if (!(critical instanceof Value.Array labels) || labels.items().isEmpty()) {
            throw malformed("COSE header crit is not an array of labels (RFC 9052 §3.1)");
        }
        for (Value label : labels.items()) {
            if (!UNDERSTOOD.contains(label)) {
                throw malformed("COSE header crit names " + name(label) + ", which is not understood (RFC 9052 §3.1)");
            }
            if (!protectedHeaders.entries().containsKey(label)) {
                throw malformed("COSE header crit names " + name(label) + ", which is absent (RFC 9052 §3.1)");
            }
        }
    }

    private static String name(Value label) {
        return label instanceof Value.Int number
                ? number.value().toString()
                : label.asText().filter(text -> text.length() <= 64).orElse("of another kind");
    }

    private static MalformedException malformed(String message) {
        return new MalformedException(0, message);
    }
}
