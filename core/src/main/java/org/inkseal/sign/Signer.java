package org.inkseal.sign;

import java.util.List;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Bytes;

/**
 * Somebody who signs. The private key may be anywhere: in a file, a token or another process.
 *
 * <p>To add a key source, write one class that implements this. What it signs is checked against its own certificate
 * before anything is written, so a faulty source can never yield a file.
 */
public interface Signer {
    /** The algorithm that {@link #sign} uses. */
    SignatureAlgorithm algorithm();

    /** The certificate chain in DER: the signer's certificate first, then its issuers in order; without the root. */
    List<Bytes> certificates();

    /** Bytes of a signature. */
    int signatureLength();

    /**
     * Signs a message, which is not hashed yet.
     *
     * @return the bare signature: {@code r ‖ s} for ECDSA (IEEE P1363), never DER
     * @throws SigningException if there is no signature to be had
     */
    Bytes sign(Bytes message) throws SigningException;
}
