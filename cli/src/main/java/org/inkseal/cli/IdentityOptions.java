package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.inkseal.Signing;
import org.inkseal.sign.NamedActor;
import org.inkseal.sign.Pkcs12Signer;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SigningException;
import picocli.CommandLine.Model.CommandSpec;

/** The options that have somebody with a certificate stand behind what is stated, beside the signer. */
final class IdentityOptions {
    private final Setting<Path> keyStore = Setting.option(
            Path.class,
            "FILE",
            "Add an identity assertion (CAWG) by the holder of the key in this PKCS #12 file, as creator.",
            "--identity");

    private final PassphraseOptions passphrase = PassphraseOptions.ofIdentity();

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        keyStore.addTo(command);
        passphrase.addTo(command);
    }

    /**
     * Opens the key, if one was given.
     *
     * @throws IOException if it cannot be used
     */
    Optional<NamedActor> open(Terminal terminal) throws IOException {
        if (keyStore.value().isEmpty()) {
            return Optional.empty();
        }
        Path file = keyStore.value().get();
        KeyOptions.warnIfOpen(file, terminal);
        try {
            Signer signer = passphrase.open(
                    terminal, file.toString(), secret -> Pkcs12Signer.open(file, secret.orElseGet(() -> new char[0])));
            NamedActor actor = NamedActor.creator(signer);
            actor.check();
            return Optional.of(actor);
        } catch (SigningException e) {
            throw new IOException("--identity: " + e.getMessage(), e);
        }
    }

    /** Makes a signing do so. */
    Signing applyTo(Signing signing, Terminal terminal) throws IOException {
        return open(terminal).map(signing::identifying).orElse(signing);
    }
}
