package org.inkseal.cli;

import java.util.Optional;

/**
 * What came of one file: a result, or else a trouble.
 *
 * @param item the file
 * @param result what was found or written
 * @param trouble what went wrong
 */
record Outcome<T>(Item item, Optional<T> result, Optional<Trouble> trouble) {
    static <T> Outcome<T> of(Item item, T result) {
        return new Outcome<>(item, Optional.of(result), Optional.empty());
    }

    static <T> Outcome<T> failed(Item item, Exception e) {
        return new Outcome<>(item, Optional.empty(), Optional.of(Trouble.of(e)));
    }

    /** Whether the file is no picture and was not asked for by name. */
    boolean skipped() {
        return item.found() && trouble.isPresent() && trouble.get().isUnsupportedFormat();
    }
}
