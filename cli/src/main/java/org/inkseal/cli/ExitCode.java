package org.inkseal.cli;

/** The exit codes of every command, in order of weight: with several files the heaviest is the answer. */
final class ExitCode {
    /** All good. */
    static final int GOOD = 0;
    /** Something did not pass. */
    static final int NOT_PASSED = 1;
    /** The command was used wrongly. */
    static final int USAGE = 2;
    /** Something could not be read or written. */
    static final int NO_ACCESS = 3;

    private ExitCode() {}
}
