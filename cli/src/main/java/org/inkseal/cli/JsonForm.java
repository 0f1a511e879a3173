package org.inkseal.cli;

import java.util.Locale;

/** The kinds of JSON with which {@code check} can answer. */
enum JsonForm {
    /** Our own schema. */
    OWN,
    /** Content Credential JSON. */
    CR;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
