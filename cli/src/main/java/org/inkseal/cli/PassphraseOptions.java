package org.inkseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.LockedException;
import picocli.CommandLine.Model.CommandSpec;

/** Where the passphrase of a key comes from. Never from the command line itself, which others can read. */
final class PassphraseOptions {
    private static final int MOST_BYTES = 4 << 10;

    private final String variable;
    private final Setting<Path> file;

    private PassphraseOptions(String variable, Setting<Path> file) {
        this.variable = variable;
        this.file = file;
    }

    /** For the key that signs. */
    static PassphraseOptions ofKey() {
        String variable = "INKSEAL_PASSPHRASE";
        return new PassphraseOptions(
                variable,
                Setting.option(
                        Path.class,
                        "FILE",
                        "The first line is the passphrase of the key, or the PIN of its token (default: the variable "
                                + variable + ", or what you are asked for, or none).",
                        "--passphrase-file"));
    }

    /** For the key of an identity assertion. */
    static PassphraseOptions ofIdentity() {
        String variable = "INKSEAL_IDENTITY_PASSPHRASE";
        return new PassphraseOptions(
                variable,
                Setting.option(
                        Path.class,
                        "FILE",
                        "The first line is the passphrase of --identity (default: the variable " + variable + ").",
                        "--identity-passphrase-file"));
    }

    /** Opens a key with a passphrase; without one where none is known. */
    @FunctionalInterface
    interface Lock<T> {
        T open(Optional<char[]> passphrase) throws IOException, SigningException;
    }

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        file.addTo(command);
    }

    /**
     * Opens a key with the passphrase that was given, or else without one, or else with one that is asked for.
     *
     * @param what the key, for the question
     */
    <T> T open(Terminal terminal, String what, Lock<T> lock) throws IOException, SigningException {
        Optional<Passphrase> given = given(terminal);
        if (given.isPresent()) {
            return open(given.get(), lock);
        }
        try {
            return lock.open(Optional.empty());
        } catch (SigningException e) {
            if (!(e.getCause() instanceof LockedException)) {
                throw e;
            }
            Optional<Passphrase> asked = terminal.ask("Passphrase of " + what + ": ");
            if (asked.isEmpty()) {
                throw e;
            }
            return open(asked.get(), lock);
        }
    }

    private static <T> T open(Passphrase passphrase, Lock<T> lock) throws IOException, SigningException {
        try (passphrase) {
            return lock.open(Optional.of(passphrase.characters()));
        }
    }

    /**
     * A passphrase for a new key: the one that was given, or else one that is typed twice.
     *
     * @return nothing if none is wanted
     * @throws UsageException if what was typed differs, or the one that was given is empty
     */
    Optional<Passphrase> forNewKey(Terminal terminal) throws IOException, UsageException {
        Optional<Passphrase> given = given(terminal);
        if (given.isPresent()) {
            if (given.get().isEmpty()) {
                throw new UsageException("the passphrase is empty");
            }
            return given;
        }
        Optional<Passphrase> typed = terminal.ask("Passphrase for the new key (empty for none): ");
        if (typed.isEmpty() || typed.get().isEmpty()) {
            return Optional.empty();
        }
        try (Passphrase again = terminal.ask("The same once more: ").orElse(new Passphrase(new char[0]))) {
            if (!typed.get().sameAs(again)) {
                typed.get().close();
                throw new UsageException("the two passphrases differ, so no key was made");
            }
        }
        return typed;
    }

    /** The passphrase of a file or of the environment; nothing if neither was given. */
    Optional<Passphrase> given(Terminal terminal) throws IOException {
        return file.value().isPresent()
                ? Optional.of(firstLine(file.value().get()))
                : terminal.variable(variable).map(text -> new Passphrase(text.toCharArray()));
    }

    /** Without a text in between, which could not be wiped. */
    private static Passphrase firstLine(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new IOException(file + ": " + Trouble.of(e).what(), e);
        }
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        CharBuffer decoded = UTF_8.decode(ByteBuffer.wrap(bytes, 0, end));
        char[] line = new char[decoded.remaining()];
        decoded.get(line);
        Arrays.fill(decoded.array(), '\0');
        Arrays.fill(bytes, (byte) 0);
        return new Passphrase(line);
    }
}
