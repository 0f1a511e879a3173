package org.inkseal.sign;

import java.io.IOException;
import java.nio.file.Path;
import org.inkseal.trust.KeyStores;

/** Key source: a PKCS #12 file with one key and its certificates. */
public final class Pkcs12Signer {
    private Pkcs12Signer() {}

    /**
     * Opens a key.
     *
     * @throws IOException if the file cannot be read
     * @throws SigningException if the passphrase is wrong, or there is no usable key in the file
     */
    public static Signer open(Path file, char[] passphrase) throws IOException, SigningException {
        try {
            return CredentialSigner.of(KeyStores.load(file, passphrase));
        } catch (IllegalArgumentException e) {
            // The message names the file.
            throw new SigningException(String.valueOf(e.getMessage()), e);
        }
    }
}
