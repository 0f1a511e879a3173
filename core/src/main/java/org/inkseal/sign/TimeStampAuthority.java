package org.inkseal.sign;

import java.io.IOException;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;

/**
 * Somebody who says when a signature existed. Wherever a token comes from, it is held against what was asked before
 * anything is written.
 */
@FunctionalInterface
public interface TimeStampAuthority {
    /**
     * A time-stamp.
     *
     * @param stamped the bytes whose hash is to be stamped
     * @param algorithm the hash
     * @return a TimeStampToken (RFC 3161 §2.4.2): the ContentInfo in DER, without the response around it
     * @throws IOException if there is none to be had; the message says why
     */
    Bytes token(Bytes stamped, HashAlgorithm algorithm) throws IOException;
}
