package org.inkseal.cli;

/** An answer of {@code check} for programs, written while the files are handled. */
interface CheckAnswer {
    /** Adds a file that was checked. */
    void add(Item item, Judgement judgement, UnsignedClaims claims);

    /** Adds a file that could not be checked. */
    void add(Item item, Trouble trouble);

    /** Ends the answer. */
    void end();
}
