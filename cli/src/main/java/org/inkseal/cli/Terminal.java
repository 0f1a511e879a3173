package org.inkseal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the words go. Everything that a file or a caller may have written passes through {@link PlainText} before it
 * gets here, or is made of our own words only.
 */
final class Terminal {
    private static final int OUT = 1;
    private static final int ERR = 2;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, String> env;
    private final Prompt prompt;
    private volatile boolean silent;

    /** With nobody who could be asked. */
    Terminal(PrintWriter out, PrintWriter err, Map<String, String> env) {
        this(out, err, env, Prompt.NOBODY);
    }

    Terminal(PrintWriter out, PrintWriter err, Map<String, String> env, Prompt prompt) {
        this.out = out;
        this.err = err;
        this.env = env;
        this.prompt = prompt;
    }

    /** What a person types, unseen, after a question; nothing if nobody is there. */
    Optional<Passphrase> ask(String question) {
        out.flush();
        err.flush();
        return prompt.ask(PlainText.line(question));
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** A variable of the environment; nothing when it is absent or empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(env.get(name)).filter(value -> !value.isEmpty());
    }

    /** Says what went wrong. */
    void error(String what) {
        line("inkseal: error: " + what);
    }

    /** Says what to do about it. */
    void hint(String what) {
        line("inkseal: hint: " + what);
    }

    /** Says what the caller should know although nothing went wrong. */
    void note(String what) {
        line("inkseal: " + what);
    }

    /**
     * Says no more: what goes wrong because the process ends is no news.
     *
     * @param last what is still said; may be empty
     */
    void silence(String last) {
        if (!last.isEmpty()) {
            note(last);
        }
        silent = true;
    }

    private void line(String text) {
        if (silent) {
            return;
        }
        out.flush();
        err.println(PlainText.line(text));
        err.flush();
    }

    /** Whether {@code INKSEAL_DEBUG=1} asks for stack traces. */
    boolean debug() {
        return "1".equals(env.get("INKSEAL_DEBUG"));
    }

    /** Whether progress may be drawn on standard error and erased again. */
    boolean canDraw() {
        return canStandOut(ERR) && variable("NO_COLOR").isEmpty();
    }

    /** A word in a colour, where colours are wanted. */
    String coloured(String word, Colour colour) {
        return canStandOut(OUT) && variable("NO_COLOR").isEmpty() ? colour.code + word + "\u001b[0m" : word;
    }

    private boolean canStandOut(int descriptor) {
        return !"dumb".equals(env.get("TERM")) && env.containsKey("TERM") && isTerminal(descriptor);
    }

    /**
     * Whether a stream of this process is a terminal. Java knows only whether all of them are, so Linux is asked itself.
     */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return hasConsole();
        }
    }

    /** From Java 22 on there is always a console, and it says itself whether it is a terminal. */
    static boolean hasConsole() {
        Object console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** What a word may stand out with. */
    enum Colour {
        /** No colour, but strong. */
        BOLD("\u001b[1m"),
        /** Beware. */
        YELLOW("\u001b[1;33m"),
        /** Stop. */
        RED("\u001b[1;31m");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }
}
