package org.inkseal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.inkseal.crypto.Der;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
    private static final char[] PASSPHRASE = "schönes Wort".toCharArray();
    private final Made root = Draft.authority("Root").make();
    private final KeyPair pair = Draft.freshKeys();

    private String pkcs8() {
        return Pem.encode("PRIVATE KEY", Bytes.wrap(pair.getPrivate().getEncoded()));
    }

    private static PrivateKey read(String pem) {
        return Pem.privateKey(pem, Optional.empty());
    }

    @Test
    void certificatesAreReadInOrderWhateverTheLineEnds() {
        String two = "\uFEFFa comment\n" + root.pem() + "\n# another\n" + root.pem();
        for (String text : new String[] {two, two.replace("\n", "\r\n"), two.replace("\n", "\r")}) {
            assertThat(Pem.certificates(text))
                    .containsExactly(
                            root.certificate().der(), root.certificate().der());
        }
    }

    @Test
    void privateKeyAmongCertificatesIsNamedButNotShown() {
        String body = pkcs8().lines().skip(1).findFirst().orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pem.certificates(root.pem() + pkcs8()))
                .withMessageContaining("private key")
                .satisfies(e -> assertThat(e.toString()).doesNotContain(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "-----BEGIN CERTIFICATE-----\nAAAA\n",
                "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END X-----",
                "-----BEGIN -----\nAAAA\n-----END -----",
                "-----BEGIN -\n"
            })
    void brokenTextsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Pem.certificates(text));
        assertThatIllegalArgumentException().isThrownBy(() -> read(text));
    }

    @Test
    void everyFormOfKeyIsTheSameKey() throws Exception {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
        ECPrivateKey inner = ECPrivateKey.getInstance(info.parsePrivateKey());
        ECPrivateKey sec1 = new ECPrivateKey(
                256, inner.getKey(), info.getPrivateKeyAlgorithm().getParameters());
        assertThat(read(pkcs8())).isEqualTo(pair.getPrivate());
        PrivateKey again = read(root.pem() + Pem.encode("EC PRIVATE KEY", Der.encode(sec1)));
        assertThat(((java.security.interfaces.ECPrivateKey) again).getS()).isEqualTo(inner.getKey());
        assertThatIllegalArgumentException().isThrownBy(() -> read(Pem.encode("EC PRIVATE KEY", Der.encode(inner))));
    }

    @Test
    void rsaAndEdwardsKeysAreRead() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(2048);
        PrivateKey rsa = generator.generateKeyPair().getPrivate();
        Bytes pkcs1 = Der.encode(PrivateKeyInfo.getInstance(rsa.getEncoded()).parsePrivateKey());
        assertThat(read(Pem.encode("RSA PRIVATE KEY", pkcs1))).isEqualTo(rsa);
        PrivateKey edwards = KeyPairGenerator.getInstance("Ed25519", "SunEC")
                .generateKeyPair()
                .getPrivate();
        assertThat(read(Pem.encode("PRIVATE KEY", Bytes.wrap(edwards.getEncoded())))
                        .getEncoded())
                .isEqualTo(edwards.getEncoded());
    }

    @Test
    void weakAndForeignKeysAreRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(1024);
        Bytes rsa = Bytes.wrap(generator.generateKeyPair().getPrivate().getEncoded());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Pem.encode("PRIVATE KEY", rsa)))
                .withMessageContaining("1024 bits");
        Bytes ed448 = Bytes.wrap(KeyPairGenerator.getInstance("Ed448", "SunEC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded());
        assertThatIllegalArgumentException().isThrownBy(() -> read(Pem.encode("PRIVATE KEY", ed448)));
    }

    @Test
    void twoKeysOrAnOldEncryptionAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> read(pkcs8() + pkcs8()));
        String old = pkcs8().replace("KEY-----\nM", "KEY-----\nProc-Type: 4,ENCRYPTED\nM");
        assertThatIllegalArgumentException().isThrownBy(() -> read(old)).withMessageContaining("topk8");
    }

    @Test
    void changedKeysAreRefusedWithoutACauseThatShowsThem() {
        byte[] der = pair.getPrivate().getEncoded();
        for (int i = 0; i < der.length; i++) {
            byte[] cut = Arrays.copyOf(der, i);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(Pem.encode("PRIVATE KEY", Bytes.wrap(cut))))
                    .withNoCause();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PBKDF2WithHmacSHA1, 1.2.840.113549.2.7",
        "PBKDF2WithHmacSHA256, 1.2.840.113549.2.9",
        "PBKDF2WithHmacSHA512, 1.2.840.113549.2.11"
    })
    void encryptedKeyOpensWithItsPassphraseOnly(String name, String prf) throws Exception {
        byte[] salt = {8, 7, 6, 5, 4, 3, 2, 1};
        byte[] key = SecretKeyFactory.getInstance(name, "SunJCE")
                .generateSecret(new PBEKeySpec(PASSPHRASE, salt, 2048, 256))
                .getEncoded();
        AlgorithmIdentifier hash = new AlgorithmIdentifier(new ASN1ObjectIdentifier(prf), DERNull.INSTANCE);
        KeyDerivationFunc function =
                new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, 2048, hash));
        String pem = encrypted(function, encrypt(key));
        assertThat(Pem.privateKey(pem, Optional.of(PASSPHRASE))).isEqualTo(pair.getPrivate());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pem.privateKey(pem, Optional.of("schones Wort".toCharArray())))
                .withMessageContaining("passphrase");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pem.privateKey(pem, Optional.of(new char[0])))
                .withMessageContaining("passphrase");
        assertThatIllegalArgumentException().isThrownBy(() -> read(pem)).withMessageContaining("passphrase is needed");
    }

    private byte[] encrypt(byte[] key) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding", "SunJCE");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
        return cipher.doFinal(pair.getPrivate().getEncoded());
    }

    @Test
    void scryptIsUnderstood() throws Exception {
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
        byte[] secret = PBEParametersGenerator.PKCS5PasswordToUTF8Bytes(PASSPHRASE);
        byte[] key = SCrypt.generate(secret, salt, 16_384, 8, 1, 32);
        KeyDerivationFunc function =
                new KeyDerivationFunc(MiscObjectIdentifiers.id_scrypt, new ScryptParams(salt, 16_384, 8, 1));
        String pem = encrypted(function, encrypt(key));
        assertThat(Pem.privateKey(pem, Optional.of(PASSPHRASE))).isEqualTo(pair.getPrivate());
    }

    @Test
    void passphrasesThatCostTooMuchAreRefusedAtOnce() {
        byte[] salt = new byte[8];
        AlgorithmIdentifier prf = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256);
        KeyDerivationFunc rounds =
                new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, 10_000_001, 32, prf));
        KeyDerivationFunc memory =
                new KeyDerivationFunc(MiscObjectIdentifiers.id_scrypt, new ScryptParams(salt, 1 << 28, 8, 1));
        KeyDerivationFunc lanes =
                new KeyDerivationFunc(MiscObjectIdentifiers.id_scrypt, new ScryptParams(salt, 1 << 14, 8, 1 << 20));
        for (KeyDerivationFunc function : new KeyDerivationFunc[] {rounds, memory, lanes}) {
            String pem = encrypted(function, new byte[64]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Pem.privateKey(pem, Optional.of(PASSPHRASE)))
                    .withMessageMatching("(PBKDF2|scrypt) with .*");
        }
    }

    private static String encrypted(KeyDerivationFunc function, byte[] content) {
        EncryptionScheme aes =
                new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]));
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, new PBES2Parameters(function, aes));
        return Pem.encode("ENCRYPTED PRIVATE KEY", Der.encode(new EncryptedPrivateKeyInfo(algorithm, content)));
    }
}
