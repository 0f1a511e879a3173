package org.inkseal.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * One run of the command line.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it said besides
 */
record Run(int code, String out, String err) {
    /** Runs with a folder for keys; nothing of the real environment is seen. */
    static Run of(Path home, Object... args) {
        return with(Map.of("INKSEAL_HOME", home.toString()), args);
    }

    /** Runs with an environment. */
    static Run with(Map<String, String> env, Object... args) {
        return asked(env, Prompt.NOBODY, args);
    }

    /** Runs with an environment and somebody who answers. */
    static Run asked(Map<String, String> env, Prompt prompt, Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i].toString();
        }
        int code =
                Main.run(new Terminal(new PrintWriter(out), new PrintWriter(err), new HashMap<>(env), prompt), texts);
        return new Run(code, out.toString().replace(System.lineSeparator(), "\n"), err.toString());
    }
}
