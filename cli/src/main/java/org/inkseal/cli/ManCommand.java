package org.inkseal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal man}: prints the manual page of a command. */
final class ManCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final Setting<List<String>> command =
            Setting.words("COMMAND", "The command; without one, the page of inkseal itself.");

    private final HelpOption help = new HelpOption();

    ManCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("man");
        spec.usageMessage()
                .description("Prints the manual page of a command, for the program man: inkseal man check | man -l -")
                .footer("", "Example:", "  inkseal man check");
        command.addTo(spec);
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws UsageException {
        CommandLine found = Main.everyCommand(terminal);
        for (String name : command.value().orElse(List.of())) {
            CommandLine below = found.getSubcommands().get(name);
            if (below == null) {
                throw new UsageException(
                        "there is no command '" + name + "' of "
                                + found.getCommandSpec().qualifiedName(),
                        "'inkseal --help' shows the commands");
            }
            found = below;
        }
        terminal.out().print(ManPage.of(found));
        return ExitCode.GOOD;
    }
}
