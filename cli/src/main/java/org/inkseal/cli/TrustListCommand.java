package org.inkseal.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal trust list}: what is installed, and who is known. */
final class TrustListCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final HelpOption help = new HelpOption();

    TrustListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("list");
        spec.usageMessage()
                .description("Shows what is installed, and who is known.")
                .footer("", "Example:", "  inkseal trust list");
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        TrustFolder folder = Home.of(terminal).trust();
        TrustIndex index = folder.index();
        if (index.lists().isEmpty() && index.known().isEmpty()) {
            terminal.out().println("Nothing is installed, and nobody is known.");
            terminal.hint("'inkseal trust update' installs the lists of C2PA");
            return ExitCode.GOOD;
        }
        for (TrustList list : index.lists()) {
            folder.text(list);
            terminal.out().println(words(list));
            index.before().stream()
                    .filter(list::sameListAs)
                    .forEach(old -> terminal.out()
                            .println("  before " + Sentence.day(old.installed()) + "  sha256 " + old.sha256()));
        }
        for (KnownSigner signer : index.known()) {
            terminal.out()
                    .println(PlainText.quoted(signer.name()) + ": known since " + Sentence.day(signer.since())
                            + "  key " + Fingerprint.of(signer.keySha256()));
        }
        return ExitCode.GOOD;
    }

    /** A list in two lines: what it is, and how it can be told from another state of it. */
    static String words(TrustList list) {
        return PlainText.of(list.name()) + ": " + list.count() + " "
                + list.role().words() + ", from "
                + PlainText.line(list.source())
                + "\n  since  " + Sentence.day(list.installed()) + "  sha256 " + list.sha256();
    }
}
