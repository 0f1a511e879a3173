package org.inkseal.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Identity;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;

/**
 * An identity assertion whose size is fixed while the hard binding that it covers and its signature are still open (CAWG
 * identity assertion 1.3 §6.2).
 *
 * <p>The keys of the payload are signed and stored in the order of the schema. §8.2.1 wants them sorted, but verifiers in
 * use encode what they read in that order before they check it; {@code docs/verdicts.md} says more.
 *
 * @param references the other assertions that it covers
 * @param salt of its box
 */
record IdentityPlaceholder(CredentialHolder holder, List<HashedUri> references, Bytes salt) {
    IdentityPlaceholder {
        references = List.copyOf(references);
    }

    /** What the credential holder signs, over a hard binding. */
    Bytes toBeSigned(HashedUri binding) {
        return holder.cose().toBeSigned(CborWriter.writeInOrder(payload(binding)));
    }

    /** The box, over a hard binding. */
    Bytes box(HashedUri binding, Bytes signature) {
        Bytes message = holder.cose().seal(signature, Value.dict().build(), holder.messageLength());
        Bytes content =
                CborWriter.writeInOrder(Identity.of(payload(binding), message).fields());
        return JumbfWriter.superBox(
                ContentType.CBOR, Identity.LABEL, Optional.of(salt), JumbfWriter.contentBox("cbor", content));
    }

    /** A box as long as the finished one. */
    Bytes draft(HashedUri binding) {
        return box(binding, Bytes.wrap(new byte[holder.signatureLength()]));
    }

    private Value payload(HashedUri binding) {
        List<HashedUri> all = new ArrayList<>(List.of(binding));
        all.addAll(references);
        return Identity.payload(all, holder.roles());
    }
}
