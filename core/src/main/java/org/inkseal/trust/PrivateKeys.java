package org.inkseal.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.inkseal.crypto.Der;
import org.inkseal.io.Bytes;

/** Private keys of the kinds that C2PA allows. No message shows any of a key, so none carries a cause. */
final class PrivateKeys {
    private static final Set<ASN1ObjectIdentifier> CURVES =
            Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1, SECObjectIdentifiers.secp521r1);

    private PrivateKeys() {}

    /** How a form of key becomes PKCS #8. */
    private interface Form {
        PrivateKeyInfo read(byte[] der) throws IOException;
    }

    /** PKCS #8 (RFC 5958 §2). */
    static PrivateKey pkcs8(Bytes der) {
        return read(der, PrivateKeyInfo::getInstance);
    }

    /** ECPrivateKey with the name of its curve inside (RFC 5915 §3). */
    static PrivateKey sec1(Bytes der) {
        return read(der, bytes -> {
            ECPrivateKey key = ECPrivateKey.getInstance(bytes);
            ASN1Encodable curve = key.getParametersObject();
            return new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key);
        });
    }

    /** RSAPrivateKey (RFC 8017 §A.1.2). */
    static PrivateKey pkcs1(Bytes der) {
        AlgorithmIdentifier rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        return read(der, bytes -> new PrivateKeyInfo(rsa, RSAPrivateKey.getInstance(bytes)));
    }

    private static PrivateKey read(Bytes der, Form form) {
        try {
            return decode(form.read(der.toArray()));
        } catch (KeyRefusedException e) {
            throw new IllegalArgumentException(e.getMessage());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("the private key cannot be read");
        }
    }

    private static PrivateKey decode(PrivateKeyInfo info)
            throws IOException, GeneralSecurityException, KeyRefusedException {
        AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        // Written anew without attributes and public key, which some runtimes do not read.
        byte[] plain = Der.encode(new PrivateKeyInfo(algorithm, info.parsePrivateKey()))
                .toArray();
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(plain);
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            if (!(algorithm.getParameters() instanceof ASN1ObjectIdentifier curve) || !CURVES.contains(curve)) {
                throw new KeyRefusedException("the private key's curve is not P-256, P-384 or P-521");
            }
            return KeyFactory.getInstance("EC", "SunEC").generatePrivate(spec);
        }
        if (oid.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return KeyFactory.getInstance("Ed25519", "SunEC").generatePrivate(spec);
        }
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption) || oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            checkModulus(RSAPrivateKey.getInstance(info.parsePrivateKey()).getModulus());
            String name = oid.equals(PKCSObjectIdentifiers.rsaEncryption) ? "RSA" : "RSASSA-PSS";
            return KeyFactory.getInstance(name, "SunRsaSign").generatePrivate(spec);
        }
        throw new KeyRefusedException("the private key is of a kind that is not allowed: EC, RSA and Ed25519 are");
    }

    private static void checkModulus(BigInteger modulus) throws KeyRefusedException {
        if (modulus.bitLength() < 2048 || modulus.bitLength() > 16_384) {
            throw new KeyRefusedException(
                    "the RSA key has " + modulus.bitLength() + " bits: 2048 to 16384 are allowed");
        }
    }
}
