package org.inkseal.cli;

import java.util.Optional;

/** The command was used wrongly in a way that the parser of the options cannot see. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<String> hint;

    /** Says what is wrong and what is allowed. */
    UsageException(String message) {
        super(message);
        this.hint = Optional.empty();
    }

    /** Says what is wrong, and how to do it. */
    UsageException(String message, String hint) {
        super(message);
        this.hint = Optional.of(hint);
    }

    Optional<String> hint() {
        return hint;
    }
}
