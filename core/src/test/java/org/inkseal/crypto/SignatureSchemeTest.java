package org.inkseal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureSchemeTest {
    private static final Bytes MESSAGE = Bytes.utf8("ink");
    private static final ASN1ObjectIdentifier SHA256 = NISTObjectIdentifiers.id_sha256;
    private static final ASN1ObjectIdentifier SHA512 = NISTObjectIdentifiers.id_sha512;
    private static final ASN1ObjectIdentifier SHA1 = OIWObjectIdentifiers.idSHA1;

    private static KeyPair rsa;

    @BeforeAll
    static void makeKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(2048);
        rsa = generator.generateKeyPair();
    }

    @Test
    void pssParametersAreReadWithTheirSalt() throws Exception {
        assertThat(SignatureScheme.read(identifier(pss(SHA512, SHA512, 20, 1))))
                .isEqualTo(new SignatureScheme.Pss(HashAlgorithm.SHA512, 20));
    }

    @Test
    void pssParametersOutsideTheProfileAreRefused() {
        assertRefused(identifier(pss(SHA256, SHA512, 32, 1)));
        assertRefused(identifier(pss(SHA1, SHA1, 20, 1)));
        assertRefused(identifier(pss(SHA256, SHA256, 32, 2)));
        assertRefused(identifier(pss(SHA256, SHA256, -1, 1)));
        assertRefused(identifier(pss(SHA256, SHA256, 513, 1)));
        assertRefused(identifier(new RSASSAPSSparams()));
        assertRefused(Der.encode(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.113549.1.1.5",
                "1.2.840.113549.1.1.4",
                "1.2.840.113549.1.1.14",
                "1.2.840.10045.4.1",
                "1.3.101.113",
                "1.2.3"
            })
    void weakOrUnknownAlgorithmsAreRefused(String oid) {
        assertRefused(Der.encode(new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid))));
    }

    @Test
    void pssKeyKeepsItsRestrictions() throws Exception {
        VerificationKey key = pssKey(pss(SHA256, SHA256, 32, 1));
        assertThat(key.fits(SignatureAlgorithm.PS256)).isTrue();
        assertThat(key.fits(SignatureAlgorithm.PS384)).isFalse();
        Bytes good = RawSignature.sign(SignatureAlgorithm.PS256, rsa.getPrivate(), MESSAGE, new SecureRandom());
        assertThat(key.verify(SignatureAlgorithm.PS256, MESSAGE, good)).isTrue();
        Bytes other = RawSignature.sign(SignatureAlgorithm.PS384, rsa.getPrivate(), MESSAGE, new SecureRandom());
        assertThat(key.verify(SignatureAlgorithm.PS384, MESSAGE, other)).isFalse();
        assertThat(key.verifyPkcs1(HashAlgorithm.SHA256, MESSAGE, pkcs1())).isFalse();
        assertThat(pssKey(pss(SHA256, SHA256, 40, 1)).fits(SignatureAlgorithm.PS256))
                .isFalse();
        assertThat(pssKey(null).fits(SignatureAlgorithm.PS512)).isTrue();
    }

    @Test
    void pkcs1IsForCertificatesAndNeverForClaims() throws Exception {
        VerificationKey key = VerificationKey.read(Bytes.wrap(rsa.getPublic().getEncoded()));
        Bytes signature = pkcs1();
        assertThat(new SignatureScheme.Pkcs1(HashAlgorithm.SHA256).verify(key, MESSAGE, signature))
                .isTrue();
        assertThat(key.verify(SignatureAlgorithm.PS256, MESSAGE, signature)).isFalse();
        assertThat(new SignatureScheme.Pkcs1(HashAlgorithm.SHA512).verify(key, MESSAGE, signature))
                .isFalse();
    }

    /** CVE-2026-12860: with the NULL left out, every byte of the digest must still be compared. */
    @Test
    void pkcs1WithoutNullAndWithAChangedTailIsRefused() throws Exception {
        VerificationKey key = VerificationKey.read(Bytes.wrap(rsa.getPublic().getEncoded()));
        byte[] head = HexFormat.of().parseHex("302f300b06096086480165030402010420");
        byte[] digest = HashAlgorithm.SHA256.hash(MESSAGE).toArray();
        for (int changed = 0; changed < digest.length; changed++) {
            byte[] bad = digest.clone();
            bad[changed] ^= 1;
            Bytes info = Bytes.concat(Bytes.wrap(head), Bytes.wrap(bad));
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding", "SunJCE");
            cipher.init(Cipher.ENCRYPT_MODE, rsa.getPrivate());
            Bytes signature = Bytes.wrap(cipher.doFinal(info.toArray()));
            assertThat(key.verifyPkcs1(HashAlgorithm.SHA256, MESSAGE, signature))
                    .as("byte %d", changed)
                    .isFalse();
        }
    }

    @Test
    void derEcdsaIsForCertificatesAndNeverForClaims() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC", "SunEC").generateKeyPair();
        VerificationKey key = VerificationKey.read(Bytes.wrap(pair.getPublic().getEncoded()));
        Signature signer = Signature.getInstance("SHA256withECDSA", "SunEC");
        signer.initSign(pair.getPrivate());
        signer.update(MESSAGE.buffer());
        byte[] signature = signer.sign();
        SignatureScheme scheme = new SignatureScheme.Ecdsa(HashAlgorithm.SHA256);
        assertThat(scheme.verify(key, MESSAGE, Bytes.wrap(signature))).isTrue();
        assertThat(key.verify(SignatureAlgorithm.ES256, MESSAGE, Bytes.wrap(signature)))
                .isFalse();
        byte[] longer = Arrays.copyOf(signature, signature.length + 1);
        assertThat(scheme.verify(key, MESSAGE, Bytes.wrap(longer))).isFalse();
        assertThat(scheme.verify(key, MESSAGE, Bytes.EMPTY)).isFalse();
    }

    @Test
    void cmsMayNameTheFamilyAndTheDigestApart() throws Exception {
        Bytes sha256 = Der.encode(new AlgorithmIdentifier(SHA256, DERNull.INSTANCE));
        Bytes family = Der.encode(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE));
        assertThat(SignatureScheme.readCms(family, sha256)).isEqualTo(new SignatureScheme.Pkcs1(HashAlgorithm.SHA256));
        Bytes whole = Der.encode(new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512));
        assertThatThrownBy(() -> SignatureScheme.readCms(whole, sha256)).isInstanceOf(MalformedException.class);
        Bytes sha1 = Der.encode(new AlgorithmIdentifier(SHA1));
        assertThatThrownBy(() -> SignatureScheme.readCms(family, sha1)).isInstanceOf(MalformedException.class);
    }

    private static void assertRefused(Bytes identifier) {
        assertThatThrownBy(() -> SignatureScheme.read(identifier)).isInstanceOf(MalformedException.class);
    }

    private static Bytes pkcs1() throws Exception {
        Signature signer = Signature.getInstance("SHA256withRSA", "SunRsaSign");
        signer.initSign(rsa.getPrivate());
        signer.update(MESSAGE.buffer());
        return Bytes.wrap(signer.sign());
    }

    private static VerificationKey pssKey(ASN1Encodable parameters) throws MalformedException {
        byte[] key = SubjectPublicKeyInfo.getInstance(rsa.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, parameters);
        return VerificationKey.read(Der.encode(new SubjectPublicKeyInfo(algorithm, key)));
    }

    private static Bytes identifier(ASN1Encodable parameters) {
        return Der.encode(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, parameters));
    }

    private static RSASSAPSSparams pss(
            ASN1ObjectIdentifier hash, ASN1ObjectIdentifier maskHash, int salt, int trailer) {
        AlgorithmIdentifier mask = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_mgf1, new AlgorithmIdentifier(maskHash, DERNull.INSTANCE));
        return new RSASSAPSSparams(
                new AlgorithmIdentifier(hash, DERNull.INSTANCE), mask, new ASN1Integer(salt), new ASN1Integer(trailer));
    }
}
