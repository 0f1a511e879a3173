package org.inkseal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal cert}: certificates. */
final class CertCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final HelpOption help = new HelpOption();

    CertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its own commands and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("cert");
        spec.usageMessage()
                .description("Says whether a certificate fits.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .footer("", "Example:", "  inkseal cert check mara.pem");
        spec.addSubcommand("check", new CertCheckCommand(terminal).spec());
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws UsageException {
        throw new UsageException("cert needs: check FILE", "more: inkseal cert --help");
    }
}
