package org.inkseal.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal completion}: prints a script that lets a shell complete commands, options and their values. */
final class CompletionCommand implements Callable<Integer> {
    /** The shells; one script serves both. */
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Terminal terminal;

    private final Setting<Shell> shell = Setting.maybe(Shell.class, "bash|zsh", "The shell (default: bash).");

    private final HelpOption help = new HelpOption();

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("completion");
        spec.usageMessage()
                .description(
                        "Prints a script with which bash or zsh completes commands, options and their values.",
                        "Load it in the file that your shell reads at its start: source <(inkseal completion bash)")
                .footer("", "Example:", "  inkseal completion bash");
        shell.addTo(spec);
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        terminal.out().println(AutoComplete.bash("inkseal", Main.everyCommand(terminal)));
        return ExitCode.GOOD;
    }
}
