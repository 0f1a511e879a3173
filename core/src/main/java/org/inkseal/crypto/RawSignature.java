package org.inkseal.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
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
        Signature signer = signer(algorithm);
        signer.initSign(key, random);
        signer.update(message.buffer());
        return Bytes.wrap(signer.sign());
    }

    private static Signature signer(SignatureAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case ES256 -> Signature.getInstance("SHA256withECDSAinP1363Format", "SunEC");
            case ES384 -> Signature.getInstance("SHA384withECDSAinP1363Format", "SunEC");
            case ES512 -> Signature.getInstance("SHA512withECDSAinP1363Format", "SunEC");
            case ED25519 -> Signature.getInstance("Ed25519", "SunEC");
            case PS256, PS384, PS512 -> {
                Signature signer = Signature.getInstance("RSASSA-PSS", "SunRsaSign");
                HashAlgorithm hash = algorithm.hash();
                signer.setParameter(PssParameters.spec(hash, hash.length()));
                yield signer;
            }
        };
    }
}
