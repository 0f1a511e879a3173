package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Where the passphrase of a key comes from. Never from the command line itself, which others can read. */
final class PassphraseOptions {
    private static final String VARIABLE = "INKSEAL_PASSPHRASE";

    /** PKCS #12 needs a passphrase; this one protects nothing, and need not: the permissions of the file do. */
    private static final String PUBLIC = "inkseal";

    private final Setting<Path> file = Setting.option(
            Path.class,
            "FILE",
            "The first line is the passphrase of the key (default: the variable " + VARIABLE + ", or none).",
            "--passphrase-file");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        file.addTo(command);
    }

    /** The passphrase; nothing if there is none. */
    Optional<char[]> ifGiven(Terminal terminal) throws IOException {
        if (file.value().isPresent()) {
            String text = TextFile.read(file.value().get());
            return Optional.of(text.lines().findFirst().orElse("").toCharArray());
        }
        return terminal.variable(VARIABLE).map(String::toCharArray);
    }

    /** The passphrase of the caller's own key, which is a well-known one where none is given. */
    char[] ofOwnKey(Terminal terminal) throws IOException {
        return ifGiven(terminal).orElseGet(PUBLIC::toCharArray);
    }
}
