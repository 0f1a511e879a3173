package org.inkseal.crypto;

import org.inkseal.io.Bytes;

/** A decoded public key of one family. */
sealed interface KeyMaterial permits EcKey, RsaKey, Ed25519Key {
    /** Family and size. */
    VerificationKey.Kind kind();

    /** Bytes of a signature that COSE takes. */
    int signatureLength();

    /** Whether the key may be used with an algorithm. */
    boolean fits(SignatureAlgorithm algorithm);

    /** Checks a signature of an algorithm that fits; false for anything that is not exactly right. */
    boolean verify(SignatureAlgorithm algorithm, Bytes message, Bytes signature);
}
