package org.inkseal.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal trust remove}: trusts a list or a signer no more. */
final class TrustRemoveCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final Setting<String> name =
            Setting.name("NAME", "A list or a signer, as 'inkseal trust list' shows them.");

    private final HelpOption help = new HelpOption();

    TrustRemoveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("remove");
        spec.usageMessage()
                .description("Trusts a list, or knows a signer, no more.")
                .footer("", "Example:", "  inkseal trust remove \"Mara Voss\"");
        name.addTo(spec);
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        String wanted = name.value().orElseThrow();
        TrustFolder folder = Home.of(terminal).trust();
        if (folder.index().without(wanted).equals(folder.index())) {
            terminal.error(PlainText.quoted(wanted) + " is neither a list nor a signer that is known");
            terminal.hint("'inkseal trust list' shows the names");
            return ExitCode.NOT_PASSED;
        }
        folder.change(Map.of(), index -> index.without(wanted));
        terminal.out().println("Removed " + PlainText.quoted(wanted) + ".");
        return ExitCode.GOOD;
    }
}
