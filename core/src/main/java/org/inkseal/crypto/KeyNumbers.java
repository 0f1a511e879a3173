package org.inkseal.crypto;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** Public keys from the numbers they are, as JSON web keys give them (RFC 7518 §6). */
public final class KeyNumbers {
    private KeyNumbers() {}

    /**
     * A point on a curve.
     *
     * @param curve P-256, P-384 or P-521
     * @param x as long as the field of the curve
     * @param y as long as the field of the curve
     * @throws MalformedException if the numbers have another length, or there is no such point
     * @throws IllegalArgumentException if that is not a curve
     */
    public static VerificationKey ec(VerificationKey.Kind curve, Bytes x, Bytes y) throws MalformedException {
        ASN1ObjectIdentifier oid = switch (curve) {
            case P256 -> SECObjectIdentifiers.secp256r1;
            case P384 -> SECObjectIdentifiers.secp384r1;
            case P521 -> SECObjectIdentifiers.secp521r1;
            case RSA, ED25519 -> throw new IllegalArgumentException(curve + " is not one of the three curves");
        };
        if (x.length() != y.length()) {
            throw new MalformedException(0, "the coordinates of the point differ in length");
        }
        Bytes point = Bytes.concat(Bytes.wrap(new byte[] {4}), x, y);
        return read(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, oid), point);
    }

    /**
     * A point of Ed25519.
     *
     * @param point in the encoding of RFC 8032 §5.1.2
     * @throws MalformedException if it is not 32 bytes long, or there is no such point
     */
    public static VerificationKey ed25519(Bytes point) throws MalformedException {
        return read(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), point);
    }

    /**
     * An RSA key.
     *
     * @param modulus big-endian, without sign
     * @param exponent big-endian, without sign
     * @throws MalformedException if the key is of a size that is not allowed
     */
    public static VerificationKey rsa(Bytes modulus, Bytes exponent) throws MalformedException {
        ASN1Encodable key =
                new RSAPublicKey(new BigInteger(1, modulus.toArray()), new BigInteger(1, exponent.toArray()));
        return read(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE), Der.encode(key));
    }

    private static VerificationKey read(AlgorithmIdentifier algorithm, Bytes key) throws MalformedException {
        return VerificationKey.read(Der.encode(new SubjectPublicKeyInfo(algorithm, key.toArray())));
    }
}
