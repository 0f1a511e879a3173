package org.inkseal.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.trust.Certificate;

/**
 * What the certificates of a signer say about the signatures to come; the same for every key source.
 *
 * @param chain in DER: the signer's certificate first, then its issuers in order; without the root
 * @param algorithm what the key signs with
 * @param signatureLength bytes of a signature
 */
public record SignerCertificates(List<Bytes> chain, SignatureAlgorithm algorithm, int signatureLength) {
    /** Copies the list. */
    public SignerCertificates {
        chain = List.copyOf(chain);
    }

    /**
     * With the {@linkplain VerificationKey#usualAlgorithm usual algorithm} of the key.
     *
     * @param certificates the signer's first; a root at the end is left out
     * @throws SigningException if there is none, or its key is not one that C2PA allows
     */
    public static SignerCertificates of(List<Certificate> certificates) throws SigningException {
        SignatureAlgorithm usual = key(certificates)
                .usualAlgorithm()
                .orElseThrow(() -> new SigningException("the RSA key allows no algorithm of C2PA"));
        return of(certificates, usual);
    }

    /**
     * With an algorithm.
     *
     * @param certificates the signer's first; a root at the end is left out
     * @throws SigningException if there is none, or its key does not fit the algorithm
     */
    public static SignerCertificates of(List<Certificate> certificates, SignatureAlgorithm algorithm)
            throws SigningException {
        VerificationKey key = key(certificates);
        if (!key.fits(algorithm) || isOddPair(key, algorithm)) {
            throw new SigningException("a key of type " + key.kind() + " cannot sign with " + algorithm);
        }
        List<Certificate> chain = new ArrayList<>(certificates);
        // A root is the verifier's business (C2PA 2.2 §14.2).
        if (chain.size() > 1 && chain.get(chain.size() - 1).selfIssued()) {
            chain.remove(chain.size() - 1);
        }
        return new SignerCertificates(chain.stream().map(Certificate::der).toList(), algorithm, key.signatureLength());
    }

    /**
     * Reads certificates in DER.
     *
     * @throws SigningException if one cannot be read
     */
    public static List<Certificate> parse(List<Bytes> encoded) throws SigningException {
        List<Certificate> chain = new ArrayList<>();
        for (Bytes der : encoded) {
            try {
                chain.add(Certificate.parse(der));
            } catch (MalformedException e) {
                throw new SigningException("certificate " + (chain.size() + 1) + ": " + e.getMessage(), e);
            }
        }
        return chain;
    }

    private static VerificationKey key(List<Certificate> certificates) throws SigningException {
        if (certificates.isEmpty()) {
            throw new SigningException("the certificate of the key is missing");
        }
        try {
            return certificates.get(0).key();
        } catch (MalformedException e) {
            throw new SigningException("the certificate's key cannot be used: " + e.getMessage(), e);
        }
    }

    /** C2PA 2.5 §12.2 pairs each curve with one algorithm; older verifiers may refuse other pairs. */
    private static boolean isOddPair(VerificationKey key, SignatureAlgorithm algorithm) {
        return key.kind() != VerificationKey.Kind.RSA && !key.usualAlgorithm().equals(Optional.of(algorithm));
    }
}
