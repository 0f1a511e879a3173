package org.inkseal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.inkseal.Version;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal} without a command. */
final class RootCommand implements Callable<Integer> {
    private static final List<String> COMMANDS = List.of(
            "init", "sign", "label", "check", "show", "strip", "formats", "trust", "csr", "cert", "completion", "man");

    private final Terminal terminal;

    private final Setting<Boolean> help = Setting.help();

    private final Setting<Boolean> version = Setting.version();

    RootCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The commands that a command line needs: one, if it names it first. Reading the options of all takes time. */
    static List<String> names(String... args) {
        return args.length > 0 && COMMANDS.contains(args[0]) ? List.of(args[0]) : COMMANDS;
    }

    static CommandSpec command(String name, Terminal terminal) {
        return switch (name) {
            case "init" -> new InitCommand(terminal).spec();
            case "sign" -> new SignCommand(terminal).spec();
            case "label" -> new LabelCommand(terminal).spec();
            case "check" -> new CheckCommand(terminal).spec();
            case "show" -> new ShowCommand(terminal).spec();
            case "strip" -> new StripCommand(terminal).spec();
            case "formats" -> new FormatsCommand(terminal).spec();
            case "trust" -> new TrustCommand(terminal).spec();
            case "csr" -> new CsrCommand(terminal).spec();
            case "cert" -> new CertCommand(terminal).spec();
            case "completion" -> new CompletionCommand(terminal).spec();
            case "man" -> new ManCommand(terminal).spec();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("inkseal");
        spec.versionProvider(new Versions());
        spec.usageMessage()
                .description("Signs pictures, says what they may be used for, and checks it: C2PA Content Credentials.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .footer(
                        "",
                        "Example: sign a painting and check it",
                        "  inkseal sign painting.png",
                        "  inkseal check painting.signed.png",
                        "",
                        "Exit codes: 0 all good, 1 something did not pass, 2 wrong usage, 3 could not read or write.",
                        "'inkseal COMMAND --help' shows the options of a command and an example.");
        Setting.add(spec, help, version);
        return spec;
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
