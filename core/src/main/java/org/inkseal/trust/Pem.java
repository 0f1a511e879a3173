package org.inkseal.trust;

import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Bytes;

/** Keys and certificates as text (RFC 7468). */
public final class Pem {
    private Pem() {}

    /**
     * The certificates of a text, in order.
     *
     * @throws IllegalArgumentException if a block is broken or there is a private key
     */
    public static List<Bytes> certificates(String pem) {
        throw new UnsupportedOperationException();
    }

    /**
     * The one private key of a text: PKCS #8, encrypted PKCS #8, SEC 1 (EC) or PKCS #1 (RSA).
     *
     * @param passphrase opens an encrypted key; not changed
     * @throws IllegalArgumentException if there is none or several, it cannot be read, is of a kind that C2PA does not
     *     allow, or needs a passphrase that is missing or wrong; the message never shows the key
     */
    public static PrivateKey privateKey(String pem, Optional<char[]> passphrase) {
        throw new UnsupportedOperationException();
    }

    /** One block with lines of 64 characters. */
    public static String encode(String label, Bytes der) {
        throw new UnsupportedOperationException();
    }
}
