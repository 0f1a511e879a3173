package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.sign.CredentialSigner;
import org.inkseal.sign.PemSigner;
import org.inkseal.sign.Pkcs12Signer;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.Pem;
import org.inkseal.trust.PublishedKeys;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say with which key to sign: at most one source, or else the caller's own key. */
final class KeyOptions {
    private final Setting<Path> key =
            Setting.option(Path.class, "PEM", "Sign with this private key; needs --cert.", "--key");

    private final Setting<Path> certificates = Setting.option(
            Path.class, "PEM", "The certificate of --key or --pkcs11, followed by those of its issuers.", "--cert");

    private final Setting<Path> keyStore =
            Setting.option(Path.class, "FILE", "Sign with the key of this PKCS #12 file.", "--p12");

    private final TokenOptions token = new TokenOptions();

    private final SignerOptions program = new SignerOptions();

    private final PassphraseOptions passphrase = PassphraseOptions.ofKey();

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, key, certificates, keyStore);
        token.addTo(command);
        program.addTo(command);
        passphrase.addTo(command);
    }

    /**
     * Whose key it is.
     *
     * @param signer signs with it
     * @param name the name in the certificate
     * @param fingerprint the fingerprint of the key
     */
    record Identity(Signer signer, String name, String fingerprint) {}

    /**
     * Opens the key that was asked for, or else the caller's own.
     *
     * @param newName the name for a key that has to be made because there is none
     * @throws IOException if there is no usable key
     * @throws UsageException if the options contradict each other
     */
    Identity open(Terminal terminal, String newName) throws IOException, UsageException {
        check();
        try {
            return identity(terminal, isGiven() ? chosen(terminal) : own(terminal, newName));
        } catch (SigningException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Opens a key that a definition names. */
    Identity open(Terminal terminal, Path keyFile, Path certificateFile) throws IOException {
        try {
            return identity(terminal, pem(terminal, keyFile, certificateFile));
        } catch (SigningException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The passphrase for a key that is about to be made; nothing if none is wanted. */
    Optional<Passphrase> passphraseForNewKey(Terminal terminal) throws IOException, UsageException {
        return passphrase.forNewKey(terminal);
    }

    /** Whether a key was asked for. */
    boolean isGiven() {
        return given() > 0;
    }

    /** All certificates of {@code --cert}, with the root that a chain leaves out. */
    List<Bytes> givenCertificates() throws IOException {
        return certificates.value().isPresent()
                ? Pem.certificates(Files.readString(certificates.value().get()))
                : List.of();
    }

    /** Whether the caller's own key would have to be made first. */
    boolean needsNewKey(Terminal terminal) throws UsageException {
        return !isGiven() && !Files.exists(Home.of(terminal).key());
    }

    private int given() {
        return (int)
                Stream.of(key.value().isPresent(), keyStore.value().isPresent(), token.isGiven(), program.isGiven())
                        .filter(source -> source)
                        .count();
    }

    private void check() throws UsageException {
        if (given() > 1) {
            throw new UsageException("--key, --p12, --pkcs11 and --signer exclude each other");
        }
        boolean certified = certificates.value().isPresent();
        if (key.value().isPresent() && !certified || certified && key.value().isEmpty() && !token.isGiven()) {
            throw new UsageException("--key and --cert belong together");
        }
        token.check();
        program.check();
    }

    private Signer chosen(Terminal terminal) throws IOException, SigningException, UsageException {
        if (token.isGiven()) {
            return token.open(terminal, passphrase, givenCertificates());
        }
        if (program.isGiven()) {
            return program.open(terminal);
        }
        if (key.value().isPresent()) {
            return pem(terminal, key.value().get(), certificates.value().orElseThrow());
        }
        Path file = keyStore.value().orElseThrow();
        warnIfOpen(file, terminal);
        return passphrase.open(
                terminal, file.toString(), secret -> Pkcs12Signer.open(file, secret.orElseGet(() -> new char[0])));
    }

    private Signer pem(Terminal terminal, Path keyFile, Path certificateFile) throws IOException, SigningException {
        warnIfOpen(keyFile, terminal);
        return passphrase.open(
                terminal, keyFile.toString(), secret -> PemSigner.open(keyFile, certificateFile, secret));
    }

    private Signer own(Terminal terminal, String newName) throws IOException, SigningException, UsageException {
        Home home = Home.of(terminal);
        if (!Files.exists(home.key())) {
            try {
                NewIdentity made = NewIdentity.make(home, newName, Optional.empty(), passphrase.given(terminal));
                terminal.note("made a key for \"" + newName + "\" in " + home.key()
                        + "; 'inkseal init --name NAME' chooses another name when there is no key");
                return CredentialSigner.of(made.credential());
            } catch (FileAlreadyExistsException e) {
                // Another run made one just now; that is as good.
            }
        }
        warnIfOpen(home.key(), terminal);
        return passphrase.open(
                terminal,
                home.key().toString(),
                secret -> Pkcs12Signer.open(home.key(), secret.orElseGet(Home::publicPassphrase)));
    }

    private static Identity identity(Terminal terminal, Signer signer) throws SigningException {
        try {
            Certificate leaf = Certificate.parse(signer.certificates().get(0));
            if (PublishedKeys.contain(leaf)) {
                terminal.note("warning: everybody has this key, so nobody can know that it was you who signed with it");
            }
            String name = leaf.commonName().or(leaf::organization).orElse("no name");
            return new Identity(signer, name, Fingerprint.of(leaf.keySha256().hex()));
        } catch (MalformedException e) {
            throw new SigningException("the signer's certificate cannot be read: " + e.getMessage(), e);
        }
    }

    /** Warns of a file with a key that others than its owner can read. */
    static void warnIfOpen(Path file, Terminal terminal) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || !Files.exists(file)) {
            return;
        }
        var mode = view.readAttributes().permissions();
        if (mode.contains(PosixFilePermission.GROUP_READ) || mode.contains(PosixFilePermission.OTHERS_READ)) {
            terminal.note("warning: " + file + " can be read by others; 'chmod 600' keeps it to yourself");
        }
    }
}
