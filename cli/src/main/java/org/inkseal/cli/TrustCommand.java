package org.inkseal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal trust}: whom to trust from now on. */
final class TrustCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final HelpOption help = new HelpOption();

    TrustCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its own commands and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("trust");
        spec.usageMessage()
                .description(
                        "Says whom to trust from now on: the lists that C2PA publishes, certificates of your choice,",
                        "and signers whom you know. check, show, sign and label then use them without a network.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .footer(
                        "",
                        "Examples:",
                        "  inkseal trust update",
                        "  inkseal trust add painting.signed.png --as \"Mara Voss\"");
        spec.addSubcommand("update", new TrustUpdateCommand(terminal).spec());
        spec.addSubcommand("list", new TrustListCommand(terminal).spec());
        spec.addSubcommand("add", new TrustAddCommand(terminal).spec());
        spec.addSubcommand("remove", new TrustRemoveCommand(terminal).spec());
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws UsageException {
        throw new UsageException("trust needs one of: update, list, add, remove", "more: inkseal trust --help");
    }

    /**
     * Names stand in lines of text and on the screen, so they hold nothing but what can be seen.
     *
     * @throws UsageException if a name is empty, too long or holds anything else
     */
    static String checkedName(String name) throws UsageException {
        if (name.isBlank() || !PlainText.of(name).equals(name)) {
            throw new UsageException(
                    "the name " + PlainText.quoted(name) + ": up to 256 letters that can be seen are allowed");
        }
        return name;
    }
}
