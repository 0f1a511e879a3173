package org.inkseal.fuzz;

import org.inkseal.io.Bytes;

/**
 * A file that nobody wrote.
 *
 * @param from what it was made from, and where it was changed
 * @param original the file that it was made from; empty if it was signed anew
 * @param file its bytes
 */
record Mutant(String from, Bytes original, Bytes file) {
    /** Whether somebody signed what was changed. */
    boolean isSigned() {
        return original.length() == 0;
    }
}
