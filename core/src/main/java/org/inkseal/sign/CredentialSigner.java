package org.inkseal.sign;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.RSAKey;
import java.util.List;
import org.inkseal.crypto.RawSignature;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.Credential;

/** Signs with a private key that is in memory. */
public final class CredentialSigner implements Signer {
    private final Credential credential;
    private final SignatureAlgorithm algorithm;
    private final int signatureLength;

    private CredentialSigner(Credential credential, SignatureAlgorithm algorithm, int signatureLength) {
        this.credential = credential;
        this.algorithm = algorithm;
        this.signatureLength = signatureLength;
    }

    /**
     * A signer with the usual algorithm of its key: ES256, ES384 or ES512 by the curve, PS256 for RSA, Ed25519.
     *
     * @throws SigningException if the certificate's key is not one that C2PA allows
     */
    public static CredentialSigner of(Credential credential) throws SigningException {
        return of(credential, usualAlgorithm(key(credential).kind()));
    }

    /**
     * A signer with an algorithm.
     *
     * @throws SigningException if the certificate's key does not fit the algorithm
     */
    public static CredentialSigner of(Credential credential, SignatureAlgorithm algorithm) throws SigningException {
        VerificationKey key = key(credential);
        if (!key.fits(algorithm) || isOddPair(key.kind(), algorithm)) {
            throw new SigningException("a key of type " + key.kind() + " cannot sign with " + algorithm);
        }
        return new CredentialSigner(credential, algorithm, signatureLength(credential, key.kind()));
    }

    private static VerificationKey key(Credential credential) throws SigningException {
        try {
            return credential.leaf().key();
        } catch (MalformedException e) {
            throw new SigningException("the certificate's key cannot be used: " + e.getMessage(), e);
        }
    }

    /** C2PA 2.5 §12.2 pairs each curve with one algorithm; older verifiers may refuse other pairs. */
    private static boolean isOddPair(VerificationKey.Kind kind, SignatureAlgorithm algorithm) {
        return kind != VerificationKey.Kind.RSA && usualAlgorithm(kind) != algorithm;
    }

    private static SignatureAlgorithm usualAlgorithm(VerificationKey.Kind kind) {
        return switch (kind) {
            case P256 -> SignatureAlgorithm.ES256;
            case P384 -> SignatureAlgorithm.ES384;
            case P521 -> SignatureAlgorithm.ES512;
            case RSA -> SignatureAlgorithm.PS256;
            case ED25519 -> SignatureAlgorithm.ED25519;
        };
    }

    private static int signatureLength(Credential credential, VerificationKey.Kind kind) throws SigningException {
        return switch (kind) {
            case P256, ED25519 -> 64;
            case P384 -> 96;
            case P521 -> 132;
            case RSA -> {
                if (credential.key() instanceof RSAKey key) {
                    yield (key.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
                }
                throw new SigningException("the private key is not the RSA key that the certificate speaks of");
            }
        };
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public List<Bytes> certificates() {
        return credential.chainWithoutRoot().stream().map(Certificate::der).toList();
    }

    @Override
    public int signatureLength() {
        return signatureLength;
    }

    @Override
    public Bytes sign(Bytes message) throws SigningException {
        try {
            return RawSignature.sign(algorithm, credential.key(), message, new SecureRandom());
        } catch (GeneralSecurityException e) {
            throw new SigningException("the key cannot sign with " + algorithm + ": " + e.getMessage(), e);
        }
    }
}
