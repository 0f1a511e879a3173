package org.inkseal.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.Credential;
import org.inkseal.trust.Pem;

/** Key source: a private key and its certificates in PEM, as OpenSSL writes them. */
public final class PemSigner {
    private PemSigner() {}

    /**
     * Opens a key.
     *
     * @param key file with one private key: PKCS #8, encrypted or not, SEC 1 or PKCS #1
     * @param certificates file with the signer's certificate first and then its issuers
     * @param passphrase opens an encrypted key
     * @throws IOException if a file cannot be read
     * @throws SigningException if there is no usable key or certificate in them
     */
    public static Signer open(Path key, Path certificates, Optional<char[]> passphrase)
            throws IOException, SigningException {
        String keyText = Files.readString(key);
        String chainText = Files.readString(certificates);
        PrivateKey privateKey;
        try {
            privateKey = Pem.privateKey(keyText, passphrase);
        } catch (IllegalArgumentException e) {
            throw new SigningException(key + ": " + e.getMessage(), e);
        }
        List<Certificate> chain = new ArrayList<>();
        try {
            for (Bytes der : Pem.certificates(chainText)) {
                chain.add(Certificate.parse(der));
            }
            return CredentialSigner.of(new Credential(privateKey, chain));
        } catch (IllegalArgumentException | MalformedException e) {
            throw new SigningException(certificates + ": " + e.getMessage(), e);
        }
    }
}
