package org.inkseal.trust;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Bytes;
import org.inkseal.trust.PemText.Block;

/** Keys and certificates as text (RFC 7468). */
public final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    /**
     * The certificates of a text in order, at least one. They are decoded, not parsed.
     *
     * @throws IllegalArgumentException if there is none, a block is broken, or one is something else, above all a
     *     private key
     */
    public static List<Bytes> certificates(String pem) {
        List<Block> blocks = PemText.read(pem).blocks();
        if (blocks.stream().anyMatch(Block::isPrivateKey)) {
            throw new IllegalArgumentException("a private key stands where only certificates belong");
        }
        if (blocks.isEmpty() || !blocks.stream().allMatch(Block::isCertificate)) {
            throw new IllegalArgumentException(
                    blocks.isEmpty() ? "there is no PEM certificate" : "a PEM block is not a certificate");
        }
        return blocks.stream().map(Block::der).toList();
    }

    /**
     * The one private key of a text: PKCS #8, encrypted PKCS #8, SEC 1 (EC) or PKCS #1 (RSA). Certificates beside it are
     * passed over.
     *
     * @param passphrase opens an encrypted key; not changed
     * @throws LockedException if it needs a passphrase that is missing or wrong
     * @throws IllegalArgumentException if there is none or several, it cannot be read, or is of a kind that C2PA does not
     *     allow; the message never shows the key
     */
    public static PrivateKey privateKey(String pem, Optional<char[]> passphrase) {
        List<Block> keys =
                PemText.read(pem).blocks().stream().filter(Block::isPrivateKey).toList();
        if (keys.size() != 1) {
            throw new IllegalArgumentException(
                    "there are " + keys.size() + " PEM private keys: exactly one is allowed");
        }
        Block block = keys.get(0);
        if (block.hasHeaders()) {
            throw new IllegalArgumentException(
                    "the private key is encrypted in the old OpenSSL way: convert it to PKCS #8 (openssl pkcs8 -topk8)");
        }
        return switch (block.label()) {
            case "PRIVATE KEY" -> PrivateKeys.pkcs8(block.der());
            case "EC PRIVATE KEY" -> PrivateKeys.sec1(block.der());
            case "RSA PRIVATE KEY" -> PrivateKeys.pkcs1(block.der());
            case "ENCRYPTED PRIVATE KEY" ->
                PrivateKeys.pkcs8(EncryptedKey.open(
                        block.der(),
                        passphrase.orElseThrow(
                                () -> new LockedException("the private key is encrypted: a passphrase is needed"))));
            default ->
                throw new IllegalArgumentException(
                        "the private key is of an unknown form: PKCS #8, SEC 1 and PKCS #1 are allowed");
        };
    }

    /**
     * A private key in PKCS #8.
     *
     * @param passphrase encrypts it; without one it is not encrypted; not changed
     * @throws IllegalArgumentException if the key cannot leave where it is
     */
    public static String encode(PrivateKey key, Optional<char[]> passphrase, SecureRandom random) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new IllegalArgumentException("the private key cannot leave where it is");
        }
        Bytes pkcs8 = Bytes.wrap(encoded);
        return passphrase.isPresent()
                ? encode("ENCRYPTED PRIVATE KEY", EncryptedKey.seal(pkcs8, passphrase.get(), random))
                : encode("PRIVATE KEY", pkcs8);
    }

    /**
     * One block with lines of 64 characters.
     *
     * @param label the words after BEGIN, such as {@code CERTIFICATE}
     */
    public static String encode(String label, Bytes der) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + label + "-----\n" + lines.encodeToString(der.toArray()) + "\n-----END " + label
                + "-----\n";
    }
}
