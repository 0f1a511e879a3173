package org.inkseal.verify;

import java.security.PrivateKey;
import java.util.List;
import java.util.function.UnaryOperator;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseSign1;
import org.inkseal.crypto.RawSignature;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;

/** Pieces of identity assertions, good unless a test spoils them. */
final class IdentityDraft {
    private static final Value SIG_TST_2 = Value.of("sigTst2");

    private IdentityDraft() {}

    static Value.Dict payload(String sigType, List<HashedUri> references) {
        return Value.dict()
                .put("sig_type", sigType)
                .put(
                        "referenced_assertions",
                        references.stream().map(HashedUri::toValue).toList())
                .build();
    }

    static Value.Dict assertion(Value payload, Bytes signature) {
        return Value.dict()
                .put("signer_payload", payload)
                .put("signature", signature)
                .put("pad1", Bytes.wrap(new byte[8]))
                .build();
    }

    /** The map with one entry more, or another in its place. */
    static Value.Dict with(Value.Dict dict, String key, Value value) {
        return with(dict, Value.of(key), value);
    }

    static Value.Dict with(Value.Dict dict, Value key, Value value) {
        var builder = Value.dict();
        dict.entries().forEach(builder::put);
        return builder.put(key, value).build();
    }

    static Value.Dict without(Value.Dict dict, Value key) {
        var builder = Value.dict();
        dict.entries().forEach((name, value) -> {
            if (!name.equals(key)) {
                builder.put(name, value);
            }
        });
        return builder.build();
    }

    /** A COSE_Sign1 message; the payload is stored if it is attached. */
    static Bytes sign(SignatureAlgorithm algorithm, PrivateKey key, Value.Dict headers, Bytes payload, boolean attached)
            throws Exception {
        Bytes protectedBytes = CborWriter.write(headers);
        Bytes message = CborWriter.write(Value.of(
                List.of(Value.of("Signature1"), Value.of(protectedBytes), Value.of(Bytes.EMPTY), Value.of(payload))));
        Bytes signature = RawSignature.sign(algorithm, key, message, IdentityPicture.random());
        return message(protectedBytes, Value.dict().build(), attached ? Value.of(payload) : Value.NULL, signature);
    }

    private static Bytes message(Bytes protectedBytes, Value.Dict unprotected, Value payload, Bytes signature) {
        return CborWriter.write(new Value.Tagged(
                18, Value.of(List.of(Value.of(protectedBytes), unprotected, payload, Value.of(signature)))));
    }

    /** The message with a token over it in its header. */
    static Bytes stamped(Bytes message, Stamper stamper) throws Exception {
        CoseSign1 cose = CoseSign1.read(message, Budget.standard());
        Bytes covered = cose.counterSignatureStructure(CborWriter.write(Value.of(cose.signature())));
        Value token = Value.dict().put("val", stamper.token(covered)).build();
        Value container = Value.dict().put("tstTokens", List.of(token)).build();
        return message(
                cose.protectedBytes(),
                Value.dict().put(SIG_TST_2, container).build(),
                cose.payload().<Value>map(Value::of).orElse(Value.NULL),
                cose.signature());
    }

    /** Makes a time-stamp token. */
    interface Stamper {
        Bytes token(Bytes stamped) throws Exception;
    }

    /** The message with other headers than were signed. */
    static Bytes tampered(Bytes message, UnaryOperator<Bytes> change) throws Exception {
        CoseSign1 cose = CoseSign1.read(message, Budget.standard());
        return message(
                cose.protectedBytes(),
                cose.unprotectedHeaders(),
                cose.payload().<Value>map(Value::of).orElse(Value.NULL),
                change.apply(cose.signature()));
    }

    static Bytes flipped(Bytes bytes) {
        byte[] copy = bytes.toArray();
        copy[copy.length - 1] ^= 1;
        return Bytes.wrap(copy);
    }
}
