package org.inkseal.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.inkseal.crypto.VerificationKey.Kind;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * An RSA key of 2048 to 16384 bits.
 *
 * @param restriction what an id-RSASSA-PSS key says about its own use (RFC 4055 §3.3)
 */
record RsaKey(RSAPublicKey key, boolean onlyPss, Optional<PssParameters> restriction) implements KeyMaterial {
    private static final int FEWEST_BITS = 2048;
    private static final int MOST_BITS = 16_384;
    private static final int MOST_EXPONENT_BITS = 64;

    /** Reads an RSAPublicKey (RFC 8017 §A.1.1), looking at the sizes before any arithmetic is done with it. */
    static RsaKey read(Bytes encoded, boolean onlyPss, Optional<PssParameters> restriction) throws MalformedException {
        ASN1Sequence pair = Der.sequence(encoded, "the RSA key");
        if (pair.size() != 2
                || !(pair.getObjectAt(0) instanceof ASN1Integer modulus)
                || !(pair.getObjectAt(1) instanceof ASN1Integer exponent)) {
            throw new MalformedException(0, "an RSA key is a modulus and an exponent");
        }
        BigInteger n = modulus.getValue();
        BigInteger e = exponent.getValue();
        if (n.signum() <= 0 || !n.testBit(0) || n.bitLength() < FEWEST_BITS || n.bitLength() > MOST_BITS) {
            throw new MalformedException(
                    0, "an RSA modulus of " + n.bitLength() + " bits: odd ones of 2048 to 16384 are allowed");
        }
        if (e.signum() <= 0 || !e.testBit(0) || e.bitLength() < 2 || e.bitLength() > MOST_EXPONENT_BITS) {
            throw new MalformedException(
                    0, "an RSA exponent of " + e.bitLength() + " bits: odd ones from 3 to 64 bits are allowed");
        }
        return new RsaKey(decode(n, e), onlyPss, restriction);
    }

    private static RSAPublicKey decode(BigInteger modulus, BigInteger exponent) throws MalformedException {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA", "SunRsaSign");
            return (RSAPublicKey) factory.generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new MalformedException(0, "the RSA key is not usable");
        }
    }

    @Override
    public Kind kind() {
        return Kind.RSA;
    }

    @Override
    public int signatureLength() {
        return (key.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
    }

    @Override
    public boolean fits(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case PS256, PS384, PS512 ->
                allows(algorithm.hash(), algorithm.hash().length());
            case ES256, ES384, ES512, ED25519 -> false;
        };
    }

    @Override
    public boolean verify(SignatureAlgorithm algorithm, Bytes message, Bytes signature) {
        return verifyPss(algorithm.hash(), algorithm.hash().length(), message, signature);
    }

    /** RSASSA-PSS (RFC 8017 §8.1.2) with MGF1 of the same hash. */
    boolean verifyPss(HashAlgorithm hash, int saltLength, Bytes message, Bytes signature) {
        if (saltLength < 0 || !allows(hash, saltLength)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("RSASSA-PSS", "SunRsaSign");
            verifier.setParameter(PssParameters.spec(hash, saltLength));
            return verify(verifier, message, signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2), which certificates may use and claims may not. */
    boolean verifyPkcs1(HashAlgorithm hash, Bytes message, Bytes signature) {
        if (onlyPss) {
            return false;
        }
        String name = switch (hash) {
            case SHA256 -> "SHA256withRSA";
            case SHA384 -> "SHA384withRSA";
            case SHA512 -> "SHA512withRSA";
        };
        try {
            return verify(Signature.getInstance(name, "SunRsaSign"), message, signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private boolean allows(HashAlgorithm hash, int saltLength) {
        return restriction.isEmpty()
                || (restriction.get().hash() == hash && restriction.get().saltLength() <= saltLength);
    }

    private boolean verify(Signature verifier, Bytes message, Bytes signature) throws GeneralSecurityException {
        if (signature.length() != (key.getModulus().bitLength() + 7) / 8) {
            return false;
        }
        verifier.initVerify(key);
        verifier.update(message.buffer());
        return verifier.verify(signature.toArray());
    }
}
