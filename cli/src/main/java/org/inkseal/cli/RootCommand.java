package org.inkseal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.inkseal.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code inkseal} without a command. */
@Command(
        name = "inkseal",
        description = "Signs pictures, says what they may be used for, and checks it: C2PA Content Credentials.",
        versionProvider = RootCommand.Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Example: sign a painting and check it",
            "  inkseal sign painting.png",
            "  inkseal check painting.signed.png",
            "",
            "Exit codes: 0 all good, 1 something did not pass, 2 wrong usage, 3 could not read or write.",
            "'inkseal COMMAND --help' shows the options of a command and an example."
        })
final class RootCommand implements Callable<Integer> {
    private static final List<String> COMMANDS = List.of("init", "sign", "label", "check", "show", "strip");

    private final Terminal terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    RootCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The commands that a command line needs: one, if it names it first. Reading the options of all takes time. */
    static List<String> names(String... args) {
        return args.length > 0 && COMMANDS.contains(args[0]) ? List.of(args[0]) : COMMANDS;
    }

    static Object command(String name, Terminal terminal) {
        return switch (name) {
            case "init" -> new InitCommand(terminal);
            case "sign" -> new SignCommand(terminal);
            case "label" -> new LabelCommand(terminal);
            case "check" -> new CheckCommand(terminal);
            case "show" -> new ShowCommand(terminal);
            case "strip" -> new StripCommand(terminal);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public Integer call() {
        terminal.err().println("usage: inkseal COMMAND [OPTIONS] FILE...");
        terminal.err().println("  inkseal sign painting.png             sign a picture that you made");
        terminal.err().println("  inkseal check painting.signed.png     check a picture");
        terminal.err().println("Commands: " + String.join(", ", COMMANDS) + ". More: inkseal --help");
        return ExitCode.USAGE;
    }

    /** The version of the library, which is also that of the command. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"inkseal " + Version.current()};
        }
    }
}
