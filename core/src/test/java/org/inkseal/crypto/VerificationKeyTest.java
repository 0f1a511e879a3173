package org.inkseal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationKeyTest {
    private static final Bytes MESSAGE = Bytes.utf8("ink");

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void whatIsSignedHereVerifiesAndNothingElseDoes(SignatureAlgorithm algorithm) throws Exception {
        KeyPair pair = pair(algorithm);
        VerificationKey key = VerificationKey.read(Bytes.wrap(pair.getPublic().getEncoded()));
        Bytes signature = RawSignature.sign(algorithm, pair.getPrivate(), MESSAGE, new SecureRandom());
        assertThat(key.verify(algorithm, MESSAGE, signature)).isTrue();
        assertThat(key.verify(algorithm, Bytes.utf8("Ink"), signature)).isFalse();
        for (SignatureAlgorithm other : SignatureAlgorithm.values()) {
            if (other != algorithm) {
                assertThat(key.verify(other, MESSAGE, signature))
                        .as("%s", other)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void onlyTheExactLengthIsLookedAt(SignatureAlgorithm algorithm) throws Exception {
        KeyPair pair = pair(algorithm);
        VerificationKey key = VerificationKey.read(Bytes.wrap(pair.getPublic().getEncoded()));
        byte[] good = RawSignature.sign(algorithm, pair.getPrivate(), MESSAGE, new SecureRandom())
                .toArray();
        for (int length = 0; length <= good.length + 2; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThat(key.verify(algorithm, MESSAGE, Bytes.wrap(cut)))
                    .as("%d bytes", length)
                    .isEqualTo(length == good.length);
        }
    }

    @ParameterizedTest
    @CsvSource({"secp256r1, P256", "secp384r1, P384", "secp521r1, P521"})
    void anyCurveServesAnyEcdsaAlgorithm(String curve, VerificationKey.Kind kind) throws Exception {
        KeyPair pair = curve(curve);
        VerificationKey key = VerificationKey.read(Bytes.wrap(pair.getPublic().getEncoded()));
        assertThat(key.kind()).isEqualTo(kind);
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            boolean ecdsa = algorithm.label().startsWith("es");
            assertThat(key.fits(algorithm)).isEqualTo(ecdsa);
            if (ecdsa) {
                Bytes signature = RawSignature.sign(algorithm, pair.getPrivate(), MESSAGE, new SecureRandom());
                assertThat(key.verify(algorithm, MESSAGE, signature)).isTrue();
            }
        }
    }

    @Test
    void keyThatDoesNotFitTheAlgorithmCannotSign() throws Exception {
        KeyPair pair = curve("secp256r1");
        assertThatThrownBy(() ->
                        RawSignature.sign(SignatureAlgorithm.PS256, pair.getPrivate(), MESSAGE, new SecureRandom()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void compressedPointIsTheSameKey() throws Exception {
        KeyPair pair = curve("secp384r1");
        byte[] point = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        byte[] compressed = Arrays.copyOf(point, 49);
        compressed[0] = (byte) (2 + (point[96] & 1));
        Bytes signature = RawSignature.sign(SignatureAlgorithm.ES384, pair.getPrivate(), MESSAGE, new SecureRandom());
        VerificationKey key = VerificationKey.read(ec(SECObjectIdentifiers.secp384r1, compressed));
        assertThat(key.verify(SignatureAlgorithm.ES384, MESSAGE, signature)).isTrue();
    }

    @Test
    void pointsThatAreNotOnTheCurveAreRefused() throws Exception {
        byte[] point = SubjectPublicKeyInfo.getInstance(
                        curve("secp256r1").getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        byte[] off = point.clone();
        off[64] ^= 1;
        byte[] hybrid = point.clone();
        hybrid[0] = (byte) (6 + (point[64] & 1));
        for (byte[] bad : new byte[][] {off, hybrid, {0}, {}, Arrays.copyOf(point, 64), new byte[65]}) {
            assertRefused(ec(SECObjectIdentifiers.secp256r1, bad));
        }
    }

    @Test
    void otherCurvesAreRefused() {
        byte[] point = SECNamedCurves.getByName("secp256k1").getG().getEncoded(false);
        assertRefused(ec(SECObjectIdentifiers.secp256k1, point));
        assertRefused(ec(new ASN1ObjectIdentifier("1.3.36.3.3.2.8.1.1.7"), point));
        ASN1Encodable explicit = SECNamedCurves.getByName("secp256r1").toASN1Primitive();
        assertRefused(info(X9ObjectIdentifiers.id_ecPublicKey, explicit, point));
        assertRefused(info(X9ObjectIdentifiers.id_ecPublicKey, DERNull.INSTANCE, point));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void edwardsPointsOfSmallOrderAreRefused(String point) {
        assertRefused(
                info(EdECObjectIdentifiers.id_Ed25519, null, HexFormat.of().parseHex(point)));
    }

    @Test
    void otherKeysAreRefused() {
        assertRefused(info(EdECObjectIdentifiers.id_Ed448, null, new byte[57]));
        assertRefused(info(EdECObjectIdentifiers.id_X25519, null, new byte[32]));
        assertRefused(info(EdECObjectIdentifiers.id_Ed25519, null, new byte[31]));
        assertRefused(info(new ASN1ObjectIdentifier("1.2.840.10040.4.1"), null, new byte[32]));
        assertRefused(Bytes.EMPTY);
        assertRefused(Bytes.wrap(new byte[] {0x30, (byte) 0x80, 0, 0}));
        assertRefused(Bytes.wrap(new byte[5_000]));
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 65537, false",
        "2047, 65537, false",
        "2048, 65537, true",
        "2048, 3, true",
        "2048, 1, false",
        "2048, 0, false",
        "2048, -3, false",
        "2048, 65536, false",
        "2048, 18446744073709551615, true",
        "2048, 18446744073709551617, false",
        "16384, 65537, true",
        "16385, 65537, false"
    })
    void rsaSizesAreBounded(int bits, BigInteger exponent, boolean allowed) throws Exception {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.ONE);
        Bytes key = rsa(modulus, exponent);
        if (allowed) {
            assertThat(VerificationKey.read(key).kind()).isEqualTo(VerificationKey.Kind.RSA);
        } else {
            assertRefused(key);
        }
    }

    @Test
    void evenRsaModulusIsRefused() throws Exception {
        assertRefused(rsa(BigInteger.ONE.shiftLeft(2047), BigInteger.valueOf(3)));
    }

    @Test
    void keyReadAgainIsTheSameObject() throws Exception {
        Bytes key = Bytes.wrap(curve("secp256r1").getPublic().getEncoded());
        assertThat(VerificationKey.read(key)).isSameAs(VerificationKey.read(Bytes.wrap(key.toArray())));
    }

    private static void assertRefused(Bytes key) {
        assertThatThrownBy(() -> VerificationKey.read(key)).isInstanceOf(MalformedException.class);
    }

    private static Bytes ec(ASN1ObjectIdentifier curve, byte[] point) {
        return info(X9ObjectIdentifiers.id_ecPublicKey, curve, point);
    }

    private static Bytes rsa(BigInteger modulus, BigInteger exponent) throws Exception {
        byte[] key = new RSAPublicKey(modulus, exponent).getEncoded();
        return info(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE, key);
    }

    private static Bytes info(ASN1ObjectIdentifier algorithm, ASN1Encodable parameters, byte[] key) {
        return Der.encode(new SubjectPublicKeyInfo(new AlgorithmIdentifier(algorithm, parameters), key));
    }

    private static KeyPair curve(String name) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
        generator.initialize(new ECGenParameterSpec(name));
        return generator.generateKeyPair();
    }

    private static KeyPair pair(SignatureAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case ES256 -> curve("secp256r1");
            case ES384 -> curve("secp384r1");
            case ES512 -> curve("secp521r1");
            case ED25519 -> KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair();
            case PS256, PS384, PS512 -> {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
                generator.initialize(2048);
                yield generator.generateKeyPair();
            }
        };
    }
}
