package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Bytes;
import org.inkseal.sign.Pkcs11Signer;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SigningException;
import picocli.CommandLine.Model.CommandSpec;

/** The options that sign with a key on a token. */
final class TokenOptions {
    private final Setting<Path> configuration = Setting.option(
            Path.class,
            "FILE",
            "Sign with a key on a token: a PKCS #11 configuration of the JDK, with its name and library.",
            "--pkcs11");

    private final Setting<String> alias = Setting.option(
            String.class, "LABEL", "Which key of --pkcs11: the label of its certificate.", "--pkcs11-key");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, configuration, alias);
    }

    boolean isGiven() {
        return configuration.value().isPresent();
    }

    void check() throws UsageException {
        if (alias.value().isPresent() && !isGiven()) {
            throw new UsageException("--pkcs11-key needs --pkcs11");
        }
    }

    /** Opens the key; the passphrase is the PIN of the token. */
    Signer open(Terminal terminal, PassphraseOptions passphrase, List<Bytes> certificates)
            throws IOException, SigningException {
        Path file = configuration.value().orElseThrow();
        Optional<Passphrase> given = passphrase.given(terminal).or(() -> terminal.ask("PIN of the token: "));
        try (Passphrase pin = given.orElse(new Passphrase(new char[0]))) {
            return Pkcs11Signer.open(file, pin.characters(), alias.value(), certificates);
        }
    }
}
