package org.inkseal.cli;

import java.io.Console;
import java.util.Optional;

/** Asks the person at the console for something that is not shown while it is typed. */
@FunctionalInterface
interface Prompt {
    /** Nobody is there. */
    Prompt NOBODY = question -> Optional.empty();

    /** What was typed; nothing if nobody is there. */
    Optional<Passphrase> ask(String question);

    /** The console of this process, if it is one that a person sits at. */
    static Prompt ofConsole() {
        Console console = System.console();
        if (console == null || !Terminal.hasConsole()) {
            return NOBODY;
        }
        return question ->
                Optional.ofNullable(console.readPassword("%s", question)).map(Passphrase::new);
    }
}
