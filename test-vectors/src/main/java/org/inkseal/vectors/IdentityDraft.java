package org.inkseal.vectors;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/**
 * An identity assertion (CAWG identity 1.3 §5) to be made.
 *
 * @param type the kind of its signature
 * @param seal makes the signature, given what the signer signs
 * @param references of those that the assertion may make, those that it makes
 * @param change of the fields of the assertion, after signing
 */
record IdentityDraft(
        String type,
        Function<Value.Dict, Bytes> seal,
        UnaryOperator<List<HashedUri>> references,
        UnaryOperator<DictBuilder> change) {
    static final String LABEL = "cawg.identity";

    private static final int TAG = 18;
    private static final int ROOM = 512;

    /** From here on each length up to twice the room is written in as many bytes. */
    private static final int LEAST_PADDING = 256;

    IdentityDraft(String type, Function<Value.Dict, Bytes> seal) {
        this(type, seal, UnaryOperator.identity(), UnaryOperator.identity());
    }

    IdentityDraft referring(UnaryOperator<List<HashedUri>> other) {
        return new IdentityDraft(type, seal, other, change);
    }

    IdentityDraft changing(UnaryOperator<DictBuilder> other) {
        return new IdentityDraft(type, seal, references, other);
    }

    Value over(List<HashedUri> assertions) {
        Value.Dict payload = payload(type, references.apply(assertions));
        Bytes signature = seal.apply(payload);
        // The lengths of time-stamps vary with the signatures in them; that of the whole must not.
        int padding = LEAST_PADDING + ROOM - signature.length() % ROOM;
        return change.apply(Value.dict()
                        .put("signer_payload", payload)
                        .put("signature", signature)
                        .put("pad1", Bytes.wrap(new byte[padding])))
                .build();
    }

    static Value.Dict payload(String type, List<HashedUri> references) {
        return Value.dict()
                .put("sig_type", type)
                .put(
                        "referenced_assertions",
                        references.stream().map(HashedUri::toValue).toList())
                .build();
    }

    /**
     * A COSE_Sign1 message, with the payload in it or not, a time-stamp where {@code stamp} gives one, and answers about
     * revocation if there are any.
     */
    static Bytes sign(
            NamedKey key,
            Value.Dict headers,
            Bytes payload,
            boolean attached,
            UnaryOperator<Bytes> stamp,
            Bytes... answers) {
        Bytes protectedBytes = CborWriter.write(headers);
        Bytes signature;
        try {
            signature =
                    key.presenting(List.of()).sign(ForgedSignature.structure("Signature1", protectedBytes, payload));
        } catch (SigningException e) {
            throw new IllegalStateException("a throw-away key cannot sign", e);
        }
        Bytes token = stamp.apply(ForgedSignature.covered(protectedBytes, signature));
        DictBuilder unprotected = Value.dict();
        if (token.length() > 0) {
            unprotected.put("sigTst2", ForgedSignature.stamps(token));
        }
        if (answers.length > 0) {
            unprotected.put("rVals", ForgedSignature.answers(answers));
        }
        Value items = Value.of(List.of(
                Value.of(protectedBytes),
                unprotected.build(),
                attached ? Value.of(payload) : Value.NULL,
                Value.of(signature)));
        return CborWriter.write(new Value.Tagged(TAG, items));
    }
}
