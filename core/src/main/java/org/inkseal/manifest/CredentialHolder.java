package org.inkseal.manifest;

import java.util.List;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseDraft;

/**
 * Who is going to sign the identity assertion of a manifest (CAWG identity assertion 1.3 §6).
 *
 * @param cose the signature to be, with the certificates
 * @param signatureLength bytes of the bare signature
 * @param roles what the named actor is to the picture, such as {@code cawg.creator}; none to leave it open
 */
public record CredentialHolder(CoseDraft cose, int signatureLength, List<String> roles) {
    /** Copies the list. */
    public CredentialHolder {
        roles = List.copyOf(roles);
    }

    /** Bytes of the signature with all that goes along; known before anything is signed. */
    int messageLength() {
        return cose.minimumLength(signatureLength, Value.dict().build());
    }
}
