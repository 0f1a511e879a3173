package org.inkseal.sign;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.List;
import org.inkseal.crypto.RawSignature;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.trust.Credential;

/** Signs with a private key that is in memory. */
public final class CredentialSigner implements Signer {
    private final PrivateKey key;
    private final SignerCertificates own;

    private CredentialSigner(PrivateKey key, SignerCertificates own) {
        this.key = key;
        this.own = own;
    }

    /**
     * A signer with the usual algorithm of its key: ES256, ES384 or ES512 by the curve, PS256 for RSA, Ed25519.
     *
     * @throws SigningException if the certificate's key is not one that C2PA allows
     */
    public static CredentialSigner of(Credential credential) throws SigningException {
        return new CredentialSigner(credential.key(), SignerCertificates.of(credential.chain()));
    }

    /**
     * A signer with an algorithm.
     *
     * @throws SigningException if the certificate's key does not fit the algorithm
     */
    public static CredentialSigner of(Credential credential, SignatureAlgorithm algorithm) throws SigningException {
        return new CredentialSigner(credential.key(), SignerCertificates.of(credential.chain(), algorithm));
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return own.algorithm();
    }

    @Override
    public List<Bytes> certificates() {
        return own.chain();
    }

    @Override
    public int signatureLength() {
        return own.signatureLength();
    }

    @Override
    public Bytes sign(Bytes message) throws SigningException {
        try {
            return RawSignature.sign(own.algorithm(), key, message, new SecureRandom());
        } catch (GeneralSecurityException e) {
            throw new SigningException("the key cannot sign with " + own.algorithm() + ": " + e.getMessage(), e);
        }
    }
}
