package org.inkseal.crypto;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** How a certificate or a CMS message is signed: the algorithms that C2PA allows there (C2PA 2.2 §14.5.1). */
public sealed interface SignatureScheme {
    /** ECDSA with a signature in DER. */
    record Ecdsa(HashAlgorithm hash) implements SignatureScheme {
        @Override
        public Optional<HashAlgorithm> messageHash() {
            return Optional.of(hash);
        }

        @Override
        public boolean verify(VerificationKey key, Bytes message, Bytes signature) {
            return key.verifyDerEcdsa(hash, message, signature);
        }
    }

    /** RSASSA-PKCS1-v1_5. */
    record Pkcs1(HashAlgorithm hash) implements SignatureScheme {
        @Override
        public Optional<HashAlgorithm> messageHash() {
            return Optional.of(hash);
        }

        @Override
        public boolean verify(VerificationKey key, Bytes message, Bytes signature) {
            return key.verifyPkcs1(hash, message, signature);
        }
    }

    /**
     * RSASSA-PSS with MGF1 of the same hash.
     *
     * @param saltLength bytes of salt, not negative
     */
    record Pss(HashAlgorithm hash, int saltLength) implements SignatureScheme {
        @Override
        public Optional<HashAlgorithm> messageHash() {
            return Optional.of(hash);
        }

        @Override
        public boolean verify(VerificationKey key, Bytes message, Bytes signature) {
            return key.verifyPss(hash, saltLength, message, signature);
        }
    }

    /** Ed25519. */
    record Ed25519() implements SignatureScheme {
        @Override
        public Optional<HashAlgorithm> messageHash() {
            return Optional.empty();
        }

        @Override
        public boolean verify(VerificationKey key, Bytes message, Bytes signature) {
            return key.verify(SignatureAlgorithm.ED25519, message, signature);
        }
    }

    /**
     * Reads an AlgorithmIdentifier (RFC 5280 §4.1.1.2) in DER.
     *
     * @throws MalformedException if it is not in DER or names an algorithm that is not allowed, such as one with SHA-1
     */
    static SignatureScheme read(Bytes algorithmIdentifier) throws MalformedException {
        AlgorithmIdentifier identifier = SignatureSchemes.identifier(algorithmIdentifier);
        ASN1ObjectIdentifier oid = identifier.getAlgorithm();
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            if (identifier.getParameters() == null) {
                throw new MalformedException(0, "RSASSA-PSS without parameters");
            }
            PssParameters parameters = PssParameters.read(identifier.getParameters());
            return new Pss(parameters.hash(), parameters.saltLength());
        }
        SignatureScheme scheme = SignatureSchemes.BY_OID.get(oid);
        if (scheme == null || !AlgorithmIdentifiers.hasNoParameters(identifier)) {
            throw new MalformedException(0, "signature algorithm " + oid.getId() + " is not allowed");
        }
        return scheme;
    }

    /**
     * Reads how a CMS signer signed (RFC 5652 §5.3), where the signature algorithm may name the key's family only and
     * the digest algorithm the hash.
     *
     * @throws MalformedException if one of them is not allowed, or they contradict each other
     */
    static SignatureScheme readCms(Bytes signatureAlgorithm, Bytes digestAlgorithm) throws MalformedException {
        AlgorithmIdentifier identifier = SignatureSchemes.identifier(signatureAlgorithm);
        AlgorithmIdentifier digest = SignatureSchemes.identifier(digestAlgorithm);
        HashAlgorithm hash = AlgorithmIdentifiers.hash(digest)
                .orElseThrow(() -> new MalformedException(
                        0, "digest algorithm " + digest.getAlgorithm().getId() + " is not allowed"));
        if (identifier.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return new Pkcs1(hash);
        }
        if (identifier.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return new Ecdsa(hash);
        }
        SignatureScheme scheme = read(signatureAlgorithm);
        Optional<HashAlgorithm> own = scheme.messageHash();
        if (own.isPresent() && own.get() != hash) {
            throw new MalformedException(0, "digest and signature algorithm name different hashes");
        }
        return scheme;
    }

    /** The hash of the message; nothing for Ed25519, which has its own. */
    Optional<HashAlgorithm> messageHash();

    /** Whether a signature of this kind is a key's over a message; false for anything that is not exactly right. */
    boolean verify(VerificationKey key, Bytes message, Bytes signature);
}
