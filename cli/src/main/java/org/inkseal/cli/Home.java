package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.Credential;
import org.inkseal.trust.KeyStores;
import org.inkseal.trust.Pem;

/** The folder with the caller's own key, and the public certificates that belong to it. */
final class Home {
    private static final String PRIVATE = "rwx------";

    /** PKCS #12 needs a passphrase; this one protects nothing, and need not: the permissions of the file do. */
    private static final String PUBLIC = "inkseal";

    private final Path folder;

    Home(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder of the environment: {@code INKSEAL_HOME}, or else {@code inkseal} in the place where the system keeps
     * settings.
     *
     * @throws UsageException if the environment names no place at all
     */
    static Home of(Terminal terminal) throws UsageException {
        Optional<Path> place = terminal.variable("INKSEAL_HOME").map(Path::of);
        if (place.isEmpty()) {
            place = settings(terminal).map(path -> path.resolve("inkseal"));
        }
        return new Home(place.orElseThrow(
                () -> new UsageException("no place for the key: neither INKSEAL_HOME nor HOME is set")));
    }

    private static Optional<Path> settings(Terminal terminal) {
        return terminal.variable("XDG_CONFIG_HOME")
                .or(() -> terminal.variable("APPDATA"))
                .map(Path::of)
                .or(() -> terminal.variable("HOME").map(home -> Path.of(home, ".config")));
    }

    /** The file with the private key. */
    Path key() {
        return folder.resolve("key.p12");
    }

    /** The file with the root that others may trust. */
    Path root() {
        return folder.resolve("root.pem");
    }

    /** The file with the signer's own certificate, which can be read without a passphrase. */
    Path identity() {
        return folder.resolve("identity.pem");
    }

    /** The file to be put on the website that the certificate names, if it names one. */
    Path proof() {
        return folder.resolve(SiteProof.FILE);
    }

    /** The passphrase of a key that has none: everybody knows it. */
    static char[] publicPassphrase() {
        return PUBLIC.toCharArray();
    }

    /** The folder with what the caller trusts. */
    TrustFolder trust() {
        return new TrustFolder(folder.resolve("trust"));
    }

    /**
     * Keeps a new credential.
     *
     * @throws FileAlreadyExistsException if there is a key already: a key is never overwritten
     */
    void save(Credential credential, char[] passphrase) throws IOException {
        create();
        KeyStores.save(key(), credential, passphrase);
        write(root(), pem(credential.last()));
        write(identity(), pem(credential.leaf()));
        if (credential.leaf().site().isPresent()) {
            write(proof(), SiteProof.of(credential.leaf()));
        }
    }

    /**
     * What others need to know of the caller's key: its root, and its own certificate, with words for people.
     *
     * @throws IOException if there is no key, or its certificates cannot be read
     */
    String publicPart() throws IOException {
        Certificate leaf = certificate(identity());
        return "# " + PlainText.of(leaf.commonName().orElse("no name")) + ", key "
                + Fingerprint.of(leaf.keySha256().hex()) + ": the root, then the signer's own certificate\n"
                + pem(certificate(root())) + pem(leaf);
    }

    private static Certificate certificate(Path file) throws IOException {
        try {
            return Certificate.parse(Pem.certificates(TextFile.read(file)).get(0));
        } catch (IllegalArgumentException | MalformedException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** SHA-256 of the caller's own certificate in hexadecimal digits; nothing where there is none that can be read. */
    Optional<String> certificateSha256() {
        try {
            for (Bytes der : Pem.certificates(TextFile.read(identity()))) {
                return Optional.of(HashAlgorithm.SHA256.hash(der).hex());
            }
        } catch (IOException | IllegalArgumentException e) {
            // Nobody is known then, which is what a missing file means too.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Makes the folder, for its owner only, unless it is there. */
    void create() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (Files.getFileStore(parent == null ? folder : parent)
                .supportsFileAttributeView(PosixFileAttributeView.class)) {
            Set<PosixFilePermission> mode = PosixFilePermissions.fromString(PRIVATE);
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(mode));
        } else {
            Files.createDirectory(folder);
        }
    }

    private static String pem(Certificate certificate) {
        return Pem.encode("CERTIFICATE", certificate.der());
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(
                file, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }
}
