package org.inkseal.cli;

/** Something could be done and should not be, for the sake of somebody else. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /** Says what stands against it, and how to do it all the same. */
    RefusedException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
