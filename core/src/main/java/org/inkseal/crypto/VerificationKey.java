package org.inkseal.crypto;

import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.inkseal.io.BoundedCache;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * A public key that C2PA allows (C2PA 2.2 §13.2, §14.5.1), decoded once and used many times.
 *
 * <p>Immutable and thread-safe. Checking a signature never throws for bad input: what is not exactly right is false.
 */
public final class VerificationKey {
    /** Keys of signers seen lately: a batch of files has few signers, and a used key is faster than a new one. */
    private static final BoundedCache<Bytes, VerificationKey> RECENT = new BoundedCache<>(256);

    /** An RSA key of 16384 bits takes about 2,100 bytes. */
    private static final int MOST_BYTES = 4_096;

    /** What a thread found good last: who signs has it checked at once, and then again in the file that was written. */
    private static final ThreadLocal<Optional<Found>> LAST = ThreadLocal.withInitial(Optional::empty);

    private record Found(VerificationKey key, SignatureAlgorithm algorithm, Bytes messageHash, Bytes signature) {}

    private final KeyMaterial material;

    private VerificationKey(KeyMaterial material) {
        this.material = material;
    }

    /** The families of keys that are allowed. */
    public enum Kind {
        /** An elliptic-curve key on P-256. */
        P256,
        /** An elliptic-curve key on P-384. */
        P384,
        /** An elliptic-curve key on P-521. */
        P521,
        /** An RSA key of 2048 to 16384 bits. */
        RSA,
        /** An Ed25519 key. */
        ED25519
    }

    /**
     * Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) in DER.
     *
     * @throws MalformedException if it is not in DER, or the key is of a kind, a size or a form that is not allowed
     */
    public static VerificationKey read(Bytes subjectPublicKeyInfo) throws MalformedException {
        if (subjectPublicKeyInfo.length() > MOST_BYTES) {
            throw new MalformedException(
                    0, "a key of " + subjectPublicKeyInfo.length() + " bytes: at most " + MOST_BYTES + " are allowed");
        }
        Optional<VerificationKey> recent = RECENT.get(subjectPublicKeyInfo);
        if (recent.isPresent()) {
            return recent.get();
        }
        VerificationKey key = new VerificationKey(decode(subjectPublicKeyInfo));
        // A copy, so that the cache does not keep the whole file alive.
        RECENT.put(Bytes.wrap(subjectPublicKeyInfo.toArray()), key);
        return key;
    }

    private static KeyMaterial decode(Bytes encoded) throws MalformedException {
        ASN1Sequence sequence = Der.sequence(encoded, "the public key");
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(sequence);
            if (info.getPublicKeyData().getPadBits() != 0) {
                throw new MalformedException(0, "the public key is not a whole number of bytes");
            }
            return decode(info.getAlgorithm(), info.getPublicKeyData().getOctets());
        } catch (RuntimeException e) {
            throw new MalformedException(0, "the public key cannot be read");
        }
    }

    private static KeyMaterial decode(AlgorithmIdentifier algorithm, byte[] key) throws MalformedException {
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        ASN1Encodable parameters = algorithm.getParameters();
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            if (!(parameters instanceof ASN1ObjectIdentifier curve)) {
                throw new MalformedException(0, "a curve is given by parameters: only a name is allowed");
            }
            return EcKey.read(curve, key);
        }
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption) && AlgorithmIdentifiers.hasNoParameters(algorithm)) {
            return RsaKey.read(Bytes.wrap(key), false, Optional.empty());
        }
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            Optional<PssParameters> restriction =
                    parameters == null ? Optional.empty() : Optional.of(PssParameters.read(parameters));
            return RsaKey.read(Bytes.wrap(key), true, restriction);
        }
        if (oid.equals(EdECObjectIdentifiers.id_Ed25519) && parameters == null) {
            return Ed25519Key.read(key);
        }
        throw new MalformedException(0, "key algorithm " + oid.getId() + ": only EC, RSA and Ed25519 are allowed");
    }

    /** Family and, for curves, size. */
    public Kind kind() {
        return material.kind();
    }

    /**
     * The algorithm that every verifier accepts with this key: for a curve the one written for it (C2PA 2.5 §12.2), for
     * RSA PS256 unless the key itself asks for another; nothing for an RSA key that allows none.
     */
    public Optional<SignatureAlgorithm> usualAlgorithm() {
        return switch (kind()) {
            case P256 -> Optional.of(SignatureAlgorithm.ES256);
            case P384 -> Optional.of(SignatureAlgorithm.ES384);
            case P521 -> Optional.of(SignatureAlgorithm.ES512);
            case ED25519 -> Optional.of(SignatureAlgorithm.ED25519);
            case RSA ->
                Stream.of(SignatureAlgorithm.PS256, SignatureAlgorithm.PS384, SignatureAlgorithm.PS512)
                        .filter(this::fits)
                        .findFirst();
        };
    }

    /** Bytes of a signature as COSE writes it (RFC 9053 §2): twice the field, as many as the modulus, or 64. */
    public int signatureLength() {
        return material.signatureLength();
    }

    /**
     * Whether signatures of an algorithm can come from this key: any of the three curves for ES256, ES384 and ES512, RSA
     * for PS256, PS384 and PS512 unless the key itself allows another hash only, Ed25519 for Ed25519.
     */
    public boolean fits(SignatureAlgorithm algorithm) {
        return material.fits(algorithm);
    }

    /**
     * Whether a signature as COSE writes it (RFC 9053 §2) is this key's over a message.
     *
     * @param signature r‖s of exactly twice the field, exactly as many bytes as the modulus, or 64 bytes
     * @return false for an algorithm that does not {@linkplain #fits fit}, and for anything that is not exactly right
     */
    public boolean verify(SignatureAlgorithm algorithm, Bytes message, Bytes signature) {
        Optional<Found> found = Optional.of(new Found(this, algorithm, HashAlgorithm.SHA256.hash(message), signature));
        if (LAST.get().equals(found)) {
            return true;
        }
        boolean good = material.fits(algorithm) && material.verify(algorithm, message, signature);
        if (good) {
            LAST.set(found);
        }
        return good;
    }

    /** Whether an ECDSA signature in DER, as certificates have it (RFC 5758 §3.2), is this key's over a message. */
    public boolean verifyDerEcdsa(HashAlgorithm hash, Bytes message, Bytes derSignature) {
        return material instanceof EcKey key && key.verifyDer(hash, message, derSignature);
    }

    /** Whether an RSASSA-PKCS1-v1_5 signature (RFC 8017 §8.2) is this key's over a message. Never for claims. */
    public boolean verifyPkcs1(HashAlgorithm hash, Bytes message, Bytes signature) {
        return material instanceof RsaKey key && key.verifyPkcs1(hash, message, signature);
    }

    /**
     * Whether an RSASSA-PSS signature (RFC 8017 §8.1) with MGF1 of the same hash is this key's over a message.
     *
     * @param saltLength the exact number of bytes of salt, not negative
     */
    public boolean verifyPss(HashAlgorithm hash, int saltLength, Bytes message, Bytes signature) {
        return material instanceof RsaKey key && key.verifyPss(hash, saltLength, message, signature);
    }
}
