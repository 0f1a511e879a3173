package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
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

/** The options that say with which key to sign. */
final class KeyOptions {
    private final Setting<Path> key =
            Setting.option(Path.class, "PEM", "Sign with this private key; needs --cert.", "--key");

    private final Setting<Path> certificates =
            Setting.option(Path.class, "PEM", "The certificate of --key, followed by those of its issuers.", "--cert");

    private final Setting<Path> keyStore =
            Setting.option(Path.class, "FILE", "Sign with the key of this PKCS #12 file.", "--p12");

    private final PassphraseOptions passphrase = new PassphraseOptions();

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, key, certificates, keyStore);
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
        try {
            return chosen(terminal, newName);
        } catch (SigningException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Opens a key that a definition names. */
    Identity open(Terminal terminal, Path keyFile, Path certificateFile) throws IOException, UsageException {
        try {
            warnIfOpen(keyFile, terminal);
            return identity(terminal, PemSigner.open(keyFile, certificateFile, passphrase.ifGiven(terminal)));
        } catch (SigningException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Whether a key was asked for. */
    boolean isGiven() {
        return key.value().isPresent() || keyStore.value().isPresent();
    }

    /** All certificates of {@code --cert}, with the root that a chain leaves out. */
    List<Bytes> givenCertificates() throws IOException {
        return certificates.value().isPresent()
                ? Pem.certificates(Files.readString(certificates.value().get()))
                : List.of();
    }

    private Identity chosen(Terminal terminal, String newName) throws IOException, SigningException, UsageException {
        if (key.value().isPresent() != certificates.value().isPresent()) {
            throw new UsageException("--key and --cert belong together");
        }
        if (key.value().isPresent() && keyStore.value().isPresent()) {
            throw new UsageException("--key and --p12 exclude each other");
        }
        if (key.value().isPresent()) {
            warnIfOpen(key.value().get(), terminal);
            return identity(
                    terminal,
                    PemSigner.open(
                            key.value().get(), certificates.value().orElseThrow(), passphrase.ifGiven(terminal)));
        }
        if (keyStore.value().isPresent()) {
            warnIfOpen(keyStore.value().get(), terminal);
            return identity(
                    terminal,
                    Pkcs12Signer.open(
                            keyStore.value().get(), passphrase.ifGiven(terminal).orElseGet(() -> new char[0])));
        }
        return own(terminal, newName);
    }

    /** Whether the caller's own key would have to be made first. */
    boolean needsNewKey(Terminal terminal) throws UsageException {
        return key.value().isEmpty()
                && keyStore.value().isEmpty()
                && !Files.exists(Home.of(terminal).key());
    }

    private Identity own(Terminal terminal, String newName) throws IOException, SigningException, UsageException {
        Home home = Home.of(terminal);
        char[] secret = passphrase.ofOwnKey(terminal);
        if (!Files.exists(home.key())) {
            try {
                NewIdentity made = NewIdentity.make(home, newName, secret);
                terminal.note("made a key for \"" + newName + "\" in " + home.key()
                        + "; 'inkseal init --name NAME' chooses " + "another name when there is no key");
                return identity(terminal, CredentialSigner.of(made.credential()));
            } catch (FileAlreadyExistsException e) {
                // Another run made one just now; that is as good.
            }
        }
        warnIfOpen(home.key(), terminal);
        return identity(terminal, Pkcs12Signer.open(home.key(), secret));
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

    private static void warnIfOpen(Path file, Terminal terminal) throws IOException {
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
