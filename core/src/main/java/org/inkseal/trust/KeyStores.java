package org.inkseal.trust;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps a {@link Credential} in a PKCS #12 file (RFC 7292). */
public final class KeyStores {
    private KeyStores() {}

    /**
     * Writes a new file which only its owner can read, from its first byte on where the file system knows owners.
     *
     * @param passphrase encrypts the file; not changed
     * @throws java.nio.file.FileAlreadyExistsException if the file exists: a key is never overwritten
     */
    public static void save(Path file, Credential credential, char[] passphrase) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads the one credential of a file.
     *
     * @param passphrase opens the file; not changed
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the passphrase is wrong, or the file is not PKCS #12, holds no key or several,
     *     or the key and the certificate do not belong together
     */
    public static Credential load(Path file, char[] passphrase) throws IOException {
        throw new UnsupportedOperationException();
    }
}
