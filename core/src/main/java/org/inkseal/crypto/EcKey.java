package org.inkseal.crypto;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.inkseal.crypto.VerificationKey.Kind;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * A point on one of the three curves.
 *
 * @param point the key object, kept because it carries the table that makes the second verification fast
 */
record EcKey(Kind kind, ECPublicKeyParameters point) implements KeyMaterial {
    private static final ECDomainParameters P256 = domain(SECObjectIdentifiers.secp256r1);
    private static final ECDomainParameters P384 = domain(SECObjectIdentifiers.secp384r1);
    private static final ECDomainParameters P521 = domain(SECObjectIdentifiers.secp521r1);

    private static ECDomainParameters domain(ASN1ObjectIdentifier curve) {
        X9ECParameters parameters = CustomNamedCurves.getByOID(curve);
        return new ECDomainParameters(parameters.getCurve(), parameters.getG(), parameters.getN(), parameters.getH());
    }

    /** Decodes a point (SEC 1 §2.3.4) on a named curve (RFC 5480 §2.1.1.1). */
    static EcKey read(ASN1ObjectIdentifier curve, byte[] point) throws MalformedException {
        if (curve.equals(SECObjectIdentifiers.secp256r1)) {
            return read(Kind.P256, P256, point);
        }
        if (curve.equals(SECObjectIdentifiers.secp384r1)) {
            return read(Kind.P384, P384, point);
        }
        if (curve.equals(SECObjectIdentifiers.secp521r1)) {
            return read(Kind.P521, P521, point);
        }
        throw new MalformedException(0, "curve " + curve.getId() + ": only P-256, P-384 and P-521 are allowed");
    }

    private static EcKey read(Kind kind, ECDomainParameters domain, byte[] point) throws MalformedException {
        int field = fieldBytes(domain);
        boolean uncompressed = point.length == 1 + 2 * field && point[0] == 4;
        boolean compressed = point.length == 1 + field && (point[0] == 2 || point[0] == 3);
        if (!uncompressed && !compressed) {
            throw new MalformedException(0, "a point of " + point.length + " bytes does not fit " + kind);
        }
        try {
            return new EcKey(kind, new ECPublicKeyParameters(domain.getCurve().decodePoint(point), domain));
        } catch (RuntimeException e) {
            throw new MalformedException(0, "the point is not on the curve " + kind);
        }
    }

    private static int fieldBytes(ECDomainParameters domain) {
        return (domain.getCurve().getFieldSize() + 7) / 8;
    }

    @Override
    public int signatureLength() {
        return 2 * fieldBytes(point.getParameters());
    }

    @Override
    public boolean fits(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256, ES384, ES512 -> true;
            case PS256, PS384, PS512, ED25519 -> false;
        };
    }

    /** The fixed-length form r‖s (IEEE P1363), the length of which depends on the curve and not on the hash. */
    @Override
    public boolean verify(SignatureAlgorithm algorithm, Bytes message, Bytes signature) {
        int field = fieldBytes(point.getParameters());
        if (signature.length() != 2 * field) {
            return false;
        }
        BigInteger r = new BigInteger(1, signature.slice(0, field).toArray());
        BigInteger s = new BigInteger(1, signature.from(field).toArray());
        return verify(algorithm.hash(), message, r, s);
    }

    /** The form of certificates: a DER sequence of two integers (RFC 3279 §2.2.3). */
    boolean verifyDer(HashAlgorithm hash, Bytes message, Bytes signature) {
        try {
            BigInteger order = point.getParameters().getN();
            BigInteger[] pair = StandardDSAEncoding.INSTANCE.decode(order, signature.toArray());
            return verify(hash, message, pair[0], pair[1]);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private boolean verify(HashAlgorithm hash, Bytes message, BigInteger r, BigInteger s) {
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, point);
        return verifier.verifySignature(hash.hash(message).toArray(), r, s);
    }
}
