package org.inkseal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code inkseal init}: makes a key. */
@Command(
        name = "init",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Makes your signing key. An existing key is never overwritten.",
        footer = {"", "Example:", "  inkseal init --name \"Mara Voss\""})
final class InitCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "The name to sign with.")
    private String name = "";

    @Mixin
    private PassphraseOptions passphrase = new PassphraseOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        Home home = Home.of(terminal);
        NewIdentity made;
        try {
            made = NewIdentity.make(home, name, passphrase.ofOwnKey(terminal));
        } catch (FileAlreadyExistsException e) {
            terminal.error(home.key() + ": there is a key already, and a key is never overwritten");
            terminal.hint("move it away to make another one, or set INKSEAL_HOME to another folder");
            return ExitCode.NO_ACCESS;
        }
        PrintWriter out = terminal.out();
        out.println("Made your signing key: " + PlainText.line(home.key().toString()));
        out.println("  signs as     " + PlainText.of(name));
        out.println("  fingerprint  " + made.fingerprint());
        out.println("  own root     " + PlainText.line(home.root().toString())
                + " (give it to those who shall trust you: inkseal check --trust root.pem)");
        out.println("Nobody vouches for the name: others see it as \"not verified\" unless they trust that root.");
        out.println(
                passphrase.ifGiven(terminal).isEmpty()
                        ? "No passphrase: the key is protected by the permissions of its file. INKSEAL_PASSPHRASE or "
                                + "--passphrase-file sets one."
                        : "The key is encrypted with your passphrase.");
        return ExitCode.GOOD;
    }
}
