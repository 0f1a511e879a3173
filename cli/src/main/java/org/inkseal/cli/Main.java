package org.inkseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.inkseal.assertion.AiDisclosure.Oversight;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.sign.HardBinding;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Where the command line begins: a function of its streams and its environment that answers with an exit code. */
public final class Main {
    /** Wide enough for the synopses, narrow enough for half a screen. */
    private static final int HELP_WIDTH = 100;

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        Terminal terminal = new Terminal(
                writer(FileDescriptor.out), writer(FileDescriptor.err), System.getenv(), Prompt.ofConsole());
        System.exit(run(terminal, args));
    }

    /**
     * Runs the command line. Nothing escapes: every trouble is told on {@code err} and by the code. Nobody is asked for
     * anything.
     *
     * @param env the environment; nothing else of the process but its working directory is looked at
     * @return 0 all good, 1 something did not pass, 2 wrong usage, 3 something could not be read or written
     */
    public static int run(PrintWriter out, PrintWriter err, Map<String, String> env, String... args) {
        return run(new Terminal(out, err, env), args);
    }

    static int run(Terminal terminal, String... args) {
        int code = commandLine(terminal, args).execute(args);
        terminal.out().flush();
        if (terminal.out().checkError()) {
            terminal.error("standard output: cannot be written");
            code = Math.max(code, ExitCode.NO_ACCESS);
        }
        terminal.err().flush();
        return code;
    }

    /** The whole command line, for those who describe it. */
    static CommandLine everyCommand(Terminal terminal) {
        return commandLine(terminal);
    }

    private static CommandLine commandLine(Terminal terminal, String... args) {
        CommandLine root = new CommandLine(new RootCommand(terminal).spec());
        for (String name : RootCommand.names(args)) {
            root.addSubcommand(name, RootCommand.command(name, terminal));
        }
        ErrorReport errors = new ErrorReport(terminal);
        return root.setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                // A file may well be called "@home.png".
                .setExpandAtFiles(false)
                .registerConverter(Path.class, new FileName())
                .registerConverter(AskedUse.class, new Choice<>(AskedUse.values()))
                .registerConverter(Making.class, new Choice<>(Making.values()))
                .registerConverter(HardBinding.class, new Choice<>(HardBinding.values()))
                .registerConverter(Oversight.class, new Choice<>(Oversight.values()))
                .registerConverter(Metadata.class, new Choice<>(Metadata.values()))
                .registerConverter(PublishedList.class, new Choice<>(PublishedList.values()))
                .registerConverter(SignatureAlgorithm.class, new Choice<>(SignatureAlgorithm.values()))
                .registerConverter(CompletionCommand.Shell.class, new Choice<>(CompletionCommand.Shell.values()))
                .registerConverter(Requirement.class, new Choice<>(Requirement.values()))
                .registerConverter(PermissionOptions.Answer.class, new Choice<>(PermissionOptions.Answer.values()))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(new FileOutputStream(stream), UTF_8)));
    }
}
