package org.inkseal.sign;

import java.io.IOException;
import org.inkseal.io.Bytes;

/** Somebody who says that the signer's certificate is not revoked. */
@FunctionalInterface
public interface RevocationSource {
    /**
     * A present answer.
     *
     * @return an OCSPResponse (RFC 6960 §4.2) in DER
     * @throws IOException if there is none to be had
     * @throws SigningException if the certificate is not good
     */
    Bytes response() throws IOException, SigningException;
}
