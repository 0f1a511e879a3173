package org.inkseal.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
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
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.inkseal.crypto.Der;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** Opens a PKCS #8 key encrypted with PBES2 (RFC 8018 §6.2). */
final class EncryptedKey {
    private static final BigInteger MOST_ROUNDS = BigInteger.valueOf(10_000_000);
    private static final long MOST_SCRYPT_BYTES = 256L << 20;

    private static final int ROUNDS = 600_000;
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int BLOCK_BYTES = 16;

    private static final Map<ASN1ObjectIdentifier, String> PRFS = Map.of(
            PKCSObjectIdentifiers.id_hmacWithSHA1, "PBKDF2WithHmacSHA1",
            PKCSObjectIdentifiers.id_hmacWithSHA256, "PBKDF2WithHmacSHA256",
            PKCSObjectIdentifiers.id_hmacWithSHA384, "PBKDF2WithHmacSHA384",
            PKCSObjectIdentifiers.id_hmacWithSHA512, "PBKDF2WithHmacSHA512");

    private static final Map<ASN1ObjectIdentifier, Integer> AES_KEY_BYTES = Map.of(
            NISTObjectIdentifiers.id_aes128_CBC, 16,
            NISTObjectIdentifiers.id_aes192_CBC, 24,
            NISTObjectIdentifiers.id_aes256_CBC, 32);

    private EncryptedKey() {}

    /**
     * The key inside, in PKCS #8.
     *
     * @throws LockedException if the passphrase is wrong
     * @throws IllegalArgumentException if the algorithm is not allowed, or opening would cost
     *     more than 10 million rounds or 256 MiB
     */
    static Bytes open(Bytes der, char[] passphrase) {
        try {
            EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(der.toArray());
            if (!info.getEncryptionAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
                throw new KeyRefusedException("the private key is encrypted in an old way: only PBES2 is allowed");
            }
            PBES2Parameters parameters =
                    PBES2Parameters.getInstance(info.getEncryptionAlgorithm().getParameters());
            EncryptionScheme scheme = parameters.getEncryptionScheme();
            Integer keyBytes = AES_KEY_BYTES.get(scheme.getAlgorithm());
            if (keyBytes == null) {
                throw new KeyRefusedException("the private key is not encrypted with AES in CBC mode");
            }
            byte[] key = derive(parameters.getKeyDerivationFunc(), passphrase, keyBytes);
            byte[] start = ASN1OctetString.getInstance(scheme.getParameters()).getOctets();
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding", "SunJCE");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            Arrays.fill(key, (byte) 0);
            Bytes opened = Bytes.wrap(cipher.doFinal(info.getEncryptedData()));
            // One wrong passphrase in 256 leaves padding that looks right.
            Der.sequence(opened, "the private key");
            return opened;
        } catch (KeyRefusedException e) {
            throw new IllegalArgumentException(e.getMessage());
        } catch (GeneralSecurityException | MalformedException | RuntimeException e) {
            throw new LockedException("the passphrase is wrong, or the encrypted private key is broken");
        }
    }

    /**
     * Encrypts a key in PKCS #8 with AES-256 under PBKDF2.
     *
     * @param passphrase not changed
     */
    static Bytes seal(Bytes pkcs8, char[] passphrase, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] start = new byte[BLOCK_BYTES];
        random.nextBytes(salt);
        random.nextBytes(start);
        AlgorithmIdentifier prf = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
        PBKDF2Params parameters = new PBKDF2Params(salt, ROUNDS, KEY_BYTES, prf);
        try {
            byte[] key = pbkdf2(parameters, passphrase, KEY_BYTES);
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding", "SunJCE");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            Arrays.fill(key, (byte) 0);
            PBES2Parameters scheme = new PBES2Parameters(
                    new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, parameters),
                    new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(start)));
            return Der.encode(new EncryptedPrivateKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, scheme), cipher.doFinal(pkcs8.toArray())));
        } catch (GeneralSecurityException | KeyRefusedException e) {
            throw new IllegalStateException("this Java runtime cannot encrypt a key", e);
        }
    }

    private static byte[] derive(KeyDerivationFunc function, char[] passphrase, int keyBytes)
            throws GeneralSecurityException, KeyRefusedException {
        if (function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            return pbkdf2(PBKDF2Params.getInstance(function.getParameters()), passphrase, keyBytes);
        }
        if (function.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
            return scrypt(ScryptParams.getInstance(function.getParameters()), passphrase, keyBytes);
        }
        throw new KeyRefusedException("the passphrase is not turned into a key by PBKDF2 or scrypt");
    }

    private static byte[] pbkdf2(PBKDF2Params parameters, char[] passphrase, int keyBytes)
            throws GeneralSecurityException, KeyRefusedException {
        String prf = PRFS.get(parameters.getPrf().getAlgorithm());
        BigInteger rounds = parameters.getIterationCount();
        if (prf == null || rounds.signum() <= 0 || rounds.compareTo(MOST_ROUNDS) > 0) {
            throw new KeyRefusedException("PBKDF2 with other than HMAC-SHA-1 or SHA-2 and 1 to 10 million rounds");
        }
        PBEKeySpec spec = new PBEKeySpec(passphrase, parameters.getSalt(), rounds.intValueExact(), 8 * keyBytes);
        try {
            return SecretKeyFactory.getInstance(prf, "SunJCE")
                    .generateSecret(spec)
                    .getEncoded();
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] scrypt(ScryptParams parameters, char[] passphrase, int keyBytes) throws KeyRefusedException {
        int cost = parameters.getCostParameter().intValueExact();
        int block = parameters.getBlockSize().intValueExact();
        int lanes = parameters.getParallelizationParameter().intValueExact();
        boolean positive = cost > 1 && block > 0 && lanes > 0;
        if (!positive || lanes > 16 || block > 1024 || 128L * cost * block > MOST_SCRYPT_BYTES) {
            throw new KeyRefusedException("scrypt with more than 256 MiB or 16 lanes");
        }
        byte[] secret = PBEParametersGenerator.PKCS5PasswordToUTF8Bytes(passphrase);
        try {
            return SCrypt.generate(secret, parameters.getSalt(), cost, block, lanes, keyBytes);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
