package org.inkseal.cli;

/**
 * What happens when somebody ends a run that writes files, by Ctrl-C or SIGTERM. The files are safe without it: each is
 * whole under its name, or not there.
 */
final class Interruption {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** Watches from now on. When it happens, one thing is said unless only errors are wanted, and then nothing more. */
    static Interruption watch(Terminal terminal, boolean quiet) {
        Thread hook = new Thread(
                () -> terminal.silence(quiet ? "" : "interrupted; every file that is there is whole"),
                "inkseal-interruption");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It happened before; nothing new will be written.
        }
        return new Interruption(hook);
    }

    /** The run is over. */
    void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It is running.
        }
    }
}
