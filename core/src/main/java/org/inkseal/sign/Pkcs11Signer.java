package org.inkseal.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.inkseal.crypto.RawSignature;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.trust.Certificate;

/**
 * Key source: a token or security module that is reached by PKCS #11. The key never leaves it. The JDK's own provider is
 * used as an object and registered nowhere.
 */
public final class Pkcs11Signer implements Signer {
    private final Provider provider;
    private final PrivateKey key;
    private final SignerCertificates own;

    private Pkcs11Signer(Provider provider, PrivateKey key, SignerCertificates own) {
        this.provider = provider;
        this.key = key;
        this.own = own;
    }

    /**
     * Opens a key.
     *
     * @param configuration a configuration of the JDK's PKCS #11 provider, with at least {@code name} and {@code library}
     * @param pin of the user; not changed
     * @param alias which key, where there are several: the label of its certificate
     * @param certificates the signer's certificate and its issuers; empty for those that are on the token
     * @throws IOException if the configuration cannot be read
     * @throws SigningException if the token cannot be reached, the PIN is wrong, or there is no such key
     */
    public static Signer open(Path configuration, char[] pin, Optional<String> alias, List<Bytes> certificates)
            throws IOException, SigningException {
        if (!Files.isRegularFile(configuration)) {
            throw new NoSuchFileException(configuration.toString());
        }
        Provider provider = provider(configuration);
        try {
            KeyStore token = KeyStore.getInstance("PKCS11", provider);
            token.load(null, pin);
            String entry = entry(token, alias);
            if (!(token.getKey(entry, null) instanceof PrivateKey key)) {
                throw new SigningException("\"" + entry + "\" on the token is no private key");
            }
            List<Certificate> chain =
                    SignerCertificates.parse(certificates.isEmpty() ? chain(token, entry) : certificates);
            return new Pkcs11Signer(provider, key, SignerCertificates.of(chain));
        } catch (IOException e) {
            // What the library says of a wrong PIN may hold anything.
            throw new SigningException("the token does not let us in: is the PIN right?", e);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new SigningException("the token cannot be used: " + e.getMessage(), e);
        }
    }

    private static Provider provider(Path configuration) throws SigningException {
        Provider known = Security.getProvider("SunPKCS11");
        if (known == null) {
            throw new SigningException("this Java runtime has no PKCS #11 provider (module jdk.crypto.cryptoki)");
        }
        try {
            return known.configure(configuration.toString());
        } catch (RuntimeException e) {
            // Its words may show what is in the file, which may be a secret that was named by mistake.
            String why = e instanceof ProviderException ? String.valueOf(e.getMessage()) : "";
            throw new SigningException(configuration + ": "
                    + (why.startsWith("Library ")
                            ? why
                            : "not usable for PKCS #11: lines such as 'name = Token' and 'library = FILE' are needed"));
        }
    }

    private static String entry(KeyStore token, Optional<String> alias)
            throws GeneralSecurityException, SigningException {
        List<String> keys = new ArrayList<>();
        for (String name : Collections.list(token.aliases())) {
            if (token.isKeyEntry(name) && alias.map(name::equals).orElse(true)) {
                keys.add(name);
            }
        }
        if (keys.size() != 1) {
            throw new SigningException(
                    alias.isPresent()
                            ? "the token has no key with a certificate labelled \"" + alias.get() + "\""
                            : "the token has " + keys.size() + " keys with certificates: a label has to say which one");
        }
        return keys.get(0);
    }

    private static List<Bytes> chain(KeyStore token, String entry) throws GeneralSecurityException {
        List<Bytes> chain = new ArrayList<>();
        for (java.security.cert.Certificate certificate : token.getCertificateChain(entry)) {
            chain.add(Bytes.wrap(certificate.getEncoded()));
        }
        return chain;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return own.algorithm();
    }

    @Override
    public List<Bytes> certificates() {
        return own.chain();
    }

    @Override
    public int signatureLength() {
        return own.signatureLength();
    }

    @Override
    public Bytes sign(Bytes message) throws SigningException {
        try {
            return RawSignature.sign(own.algorithm(), key, message, provider);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new SigningException("the token cannot sign with " + own.algorithm() + ": " + e.getMessage(), e);
        }
    }
}
