package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.inkseal.cbor.CborReader;
import org.inkseal.cbor.CborWriter;
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
 */
record ForgedSignature(ThrowAwaySigner signer, boolean tagged, UnaryOperator<List<Value>> change) {
    /** Bytes that are reserved beyond the least length, so that there is padding to hide things in. */
    private static final int PADDING = 64;

    ForgedSignature(ThrowAwaySigner signer) {
        this(signer, true, UnaryOperator.identity());
    }

    /** Without its tag. */
    ForgedSignature untagged() {
        return new ForgedSignature(signer, false, change);
    }

    /** With one of its items replaced: protected header, unprotected header, payload or signature. */
    ForgedSignature replacing(int item, UnaryOperator<Value> by) {
        return new ForgedSignature(signer, tagged, items -> {
            List<Value> changed = new ArrayList<>(change.apply(items));
            changed.set(item, by.apply(changed.get(item)));
            return changed;
        });
    }

    Bytes over(Bytes claim) throws SigningException {
        CoseDraft draft = new CoseDraft(signer.algorithm(), signer.certificates());
        Bytes bare = signer.sign(draft.toBeSigned(claim));
        Value.Dict none = Value.dict().build();
        int length = draft.minimumLength(signer.signatureLength(), none) + PADDING;
        try {
            Value.Tagged message = (Value.Tagged) CborReader.read(draft.seal(bare, none, length), Budget.standard());
            Value array = Value.of(change.apply(message.content().asArray().orElseThrow()));
            return CborWriter.write(tagged ? new Value.Tagged(message.tag(), array) : array);
        } catch (MalformedException e) {
            throw new IllegalStateException("what was just written cannot be read", e);
        }
    }
}
