package org.inkseal.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong in one line, with a hint where there is one, and without a stack trace. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Terminal terminal;
    private final Set<String> told = new HashSet<>();

    ErrorReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The options cannot be understood. */
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String message = String.valueOf(e.getMessage());
        String hint = "'" + command.getCommandSpec().qualifiedName() + " --help' shows what is allowed";
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            boolean root = command.getParent() == null;
            if (root && !first.startsWith("-")) {
                message = "unknown command '" + first + "'";
            }
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                hint = "did you mean " + String.join(" or ", near) + "?";
            }
        }
        terminal.error(Trouble.lower(message));
        terminal.hint(hint);
        trace(e);
        return ExitCode.USAGE;
    }

    /** The command could not begin or go on. */
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        Trouble trouble = Trouble.of(e);
        String file = e instanceof FileSystemException system ? system.getFile() : null;
        terminal.error(file == null ? trouble.what() : file + ": " + trouble.about(file));
        trouble.hint().ifPresent(terminal::hint);
        trace(e);
        return trouble.exitCode();
    }

    /** One file could not be handled. The same hint is given once. */
    void tell(String file, Trouble trouble) {
        terminal.error(file + ": " + trouble.about(file));
        trouble.hint().filter(told::add).ifPresent(terminal::hint);
        trace(trouble.cause());
    }

    private void trace(Exception e) {
        if (terminal.debug()) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            text.toString().lines().forEach(line -> terminal.err().println(PlainText.line(line)));
        }
    }
}
