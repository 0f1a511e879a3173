package org.inkseal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal init}: makes a key. */
final class InitCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final Setting<String> name = Setting.required("NAME", "The name to sign with.", "--name");

    private final PassphraseOptions passphrase = new PassphraseOptions();

    private final HelpOption help = new HelpOption();

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("init");
        spec.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description("Makes your signing key. An existing key is never overwritten.")
                .footer("", "Example:", "  inkseal init --name \"Mara Voss\"");
        name.addTo(spec);
        passphrase.addTo(spec);
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        Home home = Home.of(terminal);
        String holder = name.value().orElseThrow();
        NewIdentity made;
        try {
            made = NewIdentity.make(home, holder, passphrase.ofOwnKey(terminal));
        } catch (FileAlreadyExistsException e) {
            terminal.error(home.key() + ": there is a key already, and a key is never overwritten");
            terminal.hint("move it away to make another one, or set INKSEAL_HOME to another folder");
            return ExitCode.NO_ACCESS;
        }
        PrintWriter out = terminal.out();
        out.println("Made your signing key: " + PlainText.line(home.key().toString()));
        out.println("  signs as     " + PlainText.of(holder));
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
