package org.inkseal.trust;

/** A key is locked, and the passphrase that was given, if any, does not open it. The message names no secret. */
public final class LockedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    LockedException(String message) {
        super(message);
    }
}
