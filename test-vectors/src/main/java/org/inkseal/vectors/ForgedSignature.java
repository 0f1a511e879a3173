package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.inkseal.cbor.CborReader;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseDraft;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.sign.SigningException;

/**
 * A claim signature of which every part can be made wrong.
 *
 * @param signer signs
 * @param tagged whether the message has its tag 18
 * @param change of the four items of the message, after signing
 * @param attached what is added to the unprotected header, after signing
 * @param headers of the protected header, before signing
 * @param wrapping of the whole message, as it is written
 */
record ForgedSignature(
        ThrowAwaySigner signer,
        boolean tagged,
        UnaryOperator<List<Value>> change,
        List<Attachment> attached,
        UnaryOperator<Bytes> headers,
        UnaryOperator<Bytes> wrapping) {
    /** Bytes that are reserved beyond the least length, so that there is padding to hide things in. */
    private static final int PADDING = 64;

    private static final int TAG = 18;

    /** Attachments are taken to be as long as the next multiple, for their lengths vary with the signatures in them. */
    private static final int ATTACHED = 512;

    ForgedSignature {
        attached = List.copyOf(attached);
    }

    ForgedSignature(ThrowAwaySigner signer) {
        this(signer, true, UnaryOperator.identity());
    }

    ForgedSignature(ThrowAwaySigner signer, boolean tagged, UnaryOperator<List<Value>> change) {
        this(signer, tagged, change, List.of(), UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** Makes a field of the unprotected header. */
    interface Attachment {
        Map.Entry<String, Value> to(Bytes protectedBytes, Bytes signature, Bytes claim);
    }

    /** With one more field in the unprotected header. */
    ForgedSignature with(Attachment attachment) {
        List<Attachment> more = new ArrayList<>(attached);
        more.add(attachment);
        return new ForgedSignature(signer, tagged, change, more, headers, wrapping);
    }

    /** With one more field in the unprotected header, whatever was signed. */
    ForgedSignature with(String name, Value value) {
        return with((headers, signature, claim) -> Map.entry(name, value));
    }

    /** With a time-stamp over the signature. */
    ForgedSignature stamped(StampDraft stamp) {
        return with(
                (headers, signature, claim) -> Map.entry("sigTst2", stamps(stamp.token(covered(headers, signature)))));
    }

    /** With answers about revocation. */
    ForgedSignature answered(Bytes... responses) {
        return with("rVals", answers(responses));
    }

    /** The field with answers about revocation. */
    static Value answers(Bytes... responses) {
        List<Value> values = new ArrayList<>();
        for (Bytes response : responses) {
            values.add(Value.of(response));
        }
        return Value.dict().put("ocspVals", values).build();
    }

    /** What a time-stamp over a signature covers. */
    static Bytes covered(Bytes protectedBytes, Bytes signature) {
        return structure("CounterSignature", protectedBytes, CborWriter.write(Value.of(signature)));
    }

    /** What is signed, or counter-signed (RFC 9052 §4.4). */
    static Bytes structure(String context, Bytes protectedBytes, Bytes payload) {
        return CborWriter.write(Value.of(
                List.of(Value.of(context), Value.of(protectedBytes), Value.of(Bytes.EMPTY), Value.of(payload))));
    }

    /** The field with time-stamps. */
    static Value stamps(Bytes... tokens) {
        List<Value> values = new ArrayList<>();
        for (Bytes token : tokens) {
            values.add(Value.dict().put("val", token).build());
        }
        return Value.dict().put("tstTokens", values).build();
    }

    /** Without its tag. */
    ForgedSignature untagged() {
        return new ForgedSignature(signer, false, change, attached, headers, wrapping);
    }

    /** With another protected header, which is the one that is signed. */
    ForgedSignature protecting(UnaryOperator<Bytes> other) {
        return new ForgedSignature(signer, tagged, change, attached, other, wrapping);
    }

    /** With the bytes of the message changed. */
    ForgedSignature wrapped(UnaryOperator<Bytes> other) {
        return new ForgedSignature(signer, tagged, change, attached, headers, other);
    }

    /** With one more field in the protected header, or another value of it. */
    ForgedSignature protectingField(Value label, Value value) {
        return protecting(bytes -> {
            DictBuilder fields = Value.dict();
            ((Value.Dict) read(bytes)).entries().forEach(fields::put);
            return CborWriter.write(fields.put(label, value).build());
        });
    }

    /** With one of its items replaced: protected header, unprotected header, payload or signature. */
    ForgedSignature replacing(int item, UnaryOperator<Value> by) {
        return new ForgedSignature(
                signer,
                tagged,
                items -> {
                    List<Value> changed = new ArrayList<>(change.apply(items));
                    changed.set(item, by.apply(changed.get(item)));
                    return changed;
                },
                attached,
                headers,
                wrapping);
    }

    Bytes over(Bytes claim) throws SigningException {
        CoseDraft draft = new CoseDraft(signer.algorithm(), signer.certificates());
        Value.Dict none = Value.dict().build();
        int least = draft.minimumLength(signer.signatureLength(), none);
        Bytes unsigned = draft.seal(Bytes.wrap(new byte[signer.signatureLength()]), none, least);
        Bytes protectedBytes = headers.apply(items(unsigned).get(0).asBytes().orElseThrow());
        Bytes bare = signer.sign(structure("Signature1", protectedBytes, claim));
        DictBuilder fields = Value.dict();
        for (Attachment attachment : attached) {
            Map.Entry<String, Value> field = attachment.to(protectedBytes, bare, claim);
            fields.put(field.getKey(), field.getValue());
        }
        Value.Dict more = fields.build();
        int room = attached.isEmpty() ? 0 : (CborWriter.write(more).length() / ATTACHED + 1) * ATTACHED;
        List<Value> items = new ArrayList<>(items(draft.seal(bare, more, least + PADDING + room)));
        items.set(0, Value.of(protectedBytes));
        Value array = Value.of(change.apply(items));
        return wrapping.apply(CborWriter.write(tagged ? new Value.Tagged(TAG, array) : array));
    }

    private static List<Value> items(Bytes sealed) {
        return ((Value.Tagged) read(sealed)).content().asArray().orElseThrow();
    }

    private static Value read(Bytes written) {
        try {
            return CborReader.read(written, Budget.standard());
        } catch (MalformedException e) {
            throw new IllegalStateException("what was just written cannot be read", e);
        }
    }
}
