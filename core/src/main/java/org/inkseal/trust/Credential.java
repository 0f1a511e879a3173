package org.inkseal.trust;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.List;
import org.inkseal.crypto.RawSignature;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * What a signer signs with: a private key and the certificates that speak for it.
 *
 * @param key the private key; it appears in no text
 * @param chain the signer's certificate first, then each issuer of the one before; at least one
 */
public record Credential(PrivateKey key, List<Certificate> chain) {
    /** A credential as given; {@link #check} tells whether its parts belong together. */
    public Credential {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a credential needs at least the signer's own certificate");
        }
    }

    /** The signer's own certificate. */
    public Certificate leaf() {
        return chain.get(0);
    }

    /** The last certificate of the chain, which verifiers need as anchor if it is a root. */
    public Certificate last() {
        return chain.get(chain.size() - 1);
    }

    /**
     * The algorithm that every verifier accepts with the leaf's key: for a curve the one written for it, for RSA PS256
     * unless the key itself asks for another.
     *
     * @throws IllegalArgumentException if the key is not one that C2PA allows
     */
    public SignatureAlgorithm algorithm() {
        return leafKey()
                .usualAlgorithm()
                .orElseThrow(() -> new IllegalArgumentException("the RSA key allows no algorithm of C2PA"));
    }

    /**
     * Checks that the key is the leaf's, and that each certificate signed the one before, by a trial signature.
     *
     * @throws IllegalArgumentException if the parts do not belong together, or the key is not one that C2PA allows
     */
    public void check() {
        SignatureAlgorithm algorithm = algorithm();
        Bytes trial = Bytes.utf8("Does this key belong to this certificate?");
        try {
            Bytes signature = RawSignature.sign(algorithm, key, trial, new SecureRandom());
            if (!leafKey().verify(algorithm, trial, signature)) {
                throw new IllegalArgumentException("the private key is not the one of the certificate");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the private key is not of the kind that the certificate names");
        }
        for (int i = 1; i < chain.size(); i++) {
            if (!chain.get(i - 1).isSignedBy(chain.get(i))) {
                throw new IllegalArgumentException(
                        "certificate " + (i + 1) + " of the chain did not issue certificate " + i);
            }
        }
    }

    private VerificationKey leafKey() {
        try {
            return leaf().key();
        } catch (MalformedException e) {
            throw new IllegalArgumentException("the certificate's key is not one that C2PA allows: " + e.getMessage());
        }
    }

    /** Names the leaf only. */
    @Override
    public String toString() {
        return "Credential[" + leaf() + "]";
    }
}
