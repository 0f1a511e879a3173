package org.inkseal.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** Keeps a {@link Credential} in a PKCS #12 file (RFC 7292). */
public final class KeyStores {
    private static final String ENTRY = "inkseal";
    private static final long MOST_BYTES = 1L << 20;

    private KeyStores() {}

    /**
     * Writes a new file which only its owner can read, from its first byte on where the file system knows owners.
     *
     * @param passphrase encrypts the file, not empty; not changed
     * @throws FileAlreadyExistsException if the file exists: a key is never overwritten
     * @throws IllegalArgumentException if the passphrase is empty
     */
    public static void save(Path file, Credential credential, char[] passphrase) throws IOException {
        if (passphrase.length == 0) {
            throw new IllegalArgumentException("the passphrase is empty");
        }
        save(file, encode(credential, passphrase));
    }

    /**
     * Writes a new file with a key in text which only its owner can read, from its first byte on where the file system
     * knows owners.
     *
     * @throws FileAlreadyExistsException if the file exists: a key is never overwritten
     */
    public static void saveText(Path file, String pem) throws IOException {
        save(file, pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static void save(Path file, byte[] content) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(file, options, ownerOnly(file))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions =
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static byte[] encode(Credential credential, char[] passphrase) throws IOException {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509", "SUN");
            List<java.security.cert.Certificate> chain = new ArrayList<>();
            for (Certificate certificate : credential.chain()) {
                byte[] der = certificate.der().toArray();
                chain.add(factory.generateCertificate(new ByteArrayInputStream(der)));
            }
            KeyStore store = KeyStore.getInstance("PKCS12", "SUN");
            store.load(null, null);
            store.setKeyEntry(
                    ENTRY, credential.key(), passphrase, chain.toArray(new java.security.cert.Certificate[0]));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, passphrase);
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IOException("the credential cannot be written as PKCS #12", e);
        }
    }

    /**
     * Reads the one credential of a file.
     *
     * @param passphrase opens the file; not changed
     * @throws IOException if the file cannot be read
     * @throws LockedException if the passphrase is wrong
     * @throws IllegalArgumentException if the file is not PKCS #12, holds no key or several,
     *     or the key and the certificate do not belong together
     */
    public static Credential load(Path file, char[] passphrase) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException(
                    file + " has more than " + MOST_BYTES + " bytes: that is no PKCS #12 file");
        }
        byte[] content = Files.readAllBytes(file);
        try {
            return read(open(file, content, passphrase), file, passphrase);
        } catch (GeneralSecurityException | MalformedException e) {
            throw new IllegalArgumentException(file + ": the key or its certificate cannot be read", e);
        }
    }

    private static KeyStore open(Path file, byte[] content, char[] passphrase) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12", "SUN");
        try {
            store.load(new ByteArrayInputStream(content), passphrase);
            return store;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new LockedException(file + ": the passphrase is wrong");
            }
            throw new IllegalArgumentException(file + " is no PKCS #12 file", e);
        }
    }

    private static Credential read(KeyStore store, Path file, char[] passphrase)
            throws GeneralSecurityException, MalformedException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new IllegalArgumentException(file + " holds " + keys.size() + " keys: exactly one is allowed");
        }
        Key key = store.getKey(keys.get(0), passphrase);
        java.security.cert.Certificate[] stored = store.getCertificateChain(keys.get(0));
        if (stored == null) {
            throw new IllegalArgumentException(file + " holds a key without its certificate");
        }
        List<Certificate> chain = new ArrayList<>();
        for (java.security.cert.Certificate certificate : stored) {
            chain.add(Certificate.parse(Bytes.wrap(certificate.getEncoded())));
        }
        if (!(key instanceof PrivateKey secret)) {
            throw new IllegalArgumentException(file + " holds no private key");
        }
        Credential credential = new Credential(secret, chain);
        credential.check();
        return credential;
    }
}
