package org.inkseal.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import org.inkseal.io.Bytes;

/**
 * Makes signatures in the form that COSE wants (RFC 9053 §2), with the JDK, whose private-key arithmetic is written to
 * take the same time for every key.
 */
public final class RawSignature {
    private RawSignature() {}

    /**
     * Signs a message.
     *
     * @param key a key that the JDK's own providers can use, of the algorithm's family; for ECDSA the length of the
     *     signature follows the key's curve
     * @return r‖s, the RSASSA-PSS signature with a salt as long as the hash, or the 64 bytes of Ed25519
     * @throws GeneralSecurityException if the key does not fit the algorithm or cannot be used
     */
    public static Bytes sign(SignatureAlgorithm algorithm, PrivateKey key, Bytes message, SecureRandom random)
            throws GeneralSecurityException {
        Signature signer = Signature.getInstance(name(algorithm), isRsa(algorithm) ? "SunRsaSign" : "SunEC");
        setParameters(signer, algorithm);
        signer.initSign(key, random);
        signer.update(message.buffer());
        return Bytes.wrap(signer.sign());
    }

    /**
     * Signs a message with a key that only one provider can use, such as that of a token.
     *
     * @return as {@link #sign(SignatureAlgorithm, PrivateKey, Bytes, SecureRandom)}
     * @throws GeneralSecurityException if the provider lacks the algorithm, or the key does not fit or cannot be used
     */
    public static Bytes sign(SignatureAlgorithm algorithm, PrivateKey key, Bytes message, Provider provider)
            throws GeneralSecurityException {
        Signature signer = Signature.getInstance(name(algorithm), provider);
        setParameters(signer, algorithm);
        signer.initSign(key);
        // Not all tokens take direct or read-only buffers.
        signer.update(message.toArray());
        return Bytes.wrap(signer.sign());
    }

    private static void setParameters(Signature signer, SignatureAlgorithm algorithm) throws GeneralSecurityException {
        if (isRsa(algorithm)) {
            HashAlgorithm hash = algorithm.hash();
            signer.setParameter(PssParameters.spec(hash, hash.length()));
        }
    }

    private static boolean isRsa(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case PS256, PS384, PS512 -> true;
            case ES256, ES384, ES512, ED25519 -> false;
        };
    }

    private static String name(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> "SHA256withECDSAinP1363Format";
            case ES384 -> "SHA384withECDSAinP1363Format";
            case ES512 -> "SHA512withECDSAinP1363Format";
            case ED25519 -> "Ed25519";
            case PS256, PS384, PS512 -> "RSASSA-PSS";
        };
    }
}
