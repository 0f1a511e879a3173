package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.inkseal.cbor.CborReader;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.sign.SigningException;

/**
 * Somebody with a key of their own whom nobody trusts, and who changes every part of a credential before signing it: the
 * signature and every hash fit what was changed.
 */
public final class Stranger {
    private static final int NUMBER = 80;
    private static final Issued SELF = CertificateDraft.leaf("Stranger")
            .from(CertificateDraft.authority("Stranger's Root").make())
            .make();

    private final Container container;
    private final Change change;

    private Stranger(Container container, Change change) {
        this.container = container;
        this.change = change;
    }

    /** What can be changed. */
    public enum Part {
        /** The claim, in CBOR. */
        CLAIM,
        /** The box of an assertion. */
        ASSERTION,
        /** The assertion that binds the picture, in CBOR; stays as it is if this is no map any more. */
        BINDING,
        /** The protected header of the signature, in CBOR. */
        PROTECTED_HEADER,
        /** The whole signature, in CBOR, after signing. */
        MESSAGE,
        /** A time-stamp token, in DER. */
        TIME_STAMP,
        /** An OCSP response, in DER. */
        ANSWER,
        /** The signer's own certificate, in DER. */
        CERTIFICATE
    }

    /** Changes a part; must give the same for the same. */
    public interface Change {
        /** The part as it is written. */
        Bytes of(Part part, Bytes bytes);
    }

    /**
     * A small picture with such a credential.
     *
     * @param jpeg whether in JPEG, rather than in PNG
     * @param evidence whether with a time-stamp and an answer about revocation
     * @throws IllegalStateException if the changes never let the store settle on a length
     */
    public static Bytes sign(boolean jpeg, boolean evidence, Change change) throws SigningException {
        return new Stranger(jpeg ? Container.JPEG : Container.PNG, change).file(evidence);
    }

    private Bytes file(boolean evidence) throws SigningException {
        Forgery plain = new Forgery(container, NUMBER);
        for (Bytes box : new Forgery(container, NUMBER).created().boxes()) {
            plain.assertion("c2pa.actions.v2", change.of(Part.ASSERTION, box));
        }
        return plain.changingBinding(this::binding)
                .changingClaimBytes(bytes -> change.of(Part.CLAIM, bytes))
                .signedWith(signature(evidence))
                .file();
    }

    private ForgedSignature signature(boolean evidence) {
        List<Bytes> chain = new ArrayList<>(SELF.chain());
        chain.set(0, change.of(Part.CERTIFICATE, chain.get(0)));
        ForgedSignature signature = new ForgedSignature(SELF.key().presenting(chain))
                .protecting(bytes -> change.of(Part.PROTECTED_HEADER, bytes))
                .wrapped(bytes -> change.of(Part.MESSAGE, bytes));
        if (!evidence) {
            return signature;
        }
        return signature
                .answered(change.of(Part.ANSWER, Evidence.answer()))
                .with((headers, bare, claim) -> Map.entry(
                        "sigTst2",
                        ForgedSignature.stamps(
                                change.of(Part.TIME_STAMP, Evidence.token(ForgedSignature.covered(headers, bare))))));
    }

    private DictBuilder binding(DictBuilder usual) {
        Value.Dict dict = usual.build();
        Bytes changed = change.of(Part.BINDING, CborWriter.write(dict));
        try {
            if (CborReader.read(changed, Budget.standard()) instanceof Value.Dict other) {
                dict = other;
            }
        } catch (MalformedException e) {
            // Then it is signed as it was.
        }
        DictBuilder same = Value.dict();
        dict.entries().forEach(same::put);
        return same;
    }
}
