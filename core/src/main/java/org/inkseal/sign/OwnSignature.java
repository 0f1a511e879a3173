package org.inkseal.sign;

import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.trust.Certificate;

/** Signatures that fit the certificate of their signer; any other is as good as none. */
final class OwnSignature {
    private OwnSignature() {}

    /**
     * Has a message signed.
     *
     * @throws SigningException if the signer gives no signature, or one that does not fit its own certificate
     */
    static Bytes of(Signer signer, Bytes message) throws SigningException {
        Bytes signature = signer.sign(message);
        try {
            VerificationKey key =
                    Certificate.parse(signer.certificates().get(0)).key();
            if (!key.fits(signer.algorithm()) || !key.verify(signer.algorithm(), message, signature)) {
                throw new SigningException("the signature does not fit the signer's own certificate: wrong key?");
            }
        } catch (MalformedException e) {
            throw new SigningException("the signer's certificate cannot be used: " + e.getMessage(), e);
        }
        return signature;
    }
}
