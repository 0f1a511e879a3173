package org.inkseal.asset;

import java.io.IOException;

/** Nothing can be put into a file or taken out of it: numbers in it, which say where its parts are, cannot be set right. */
public final class ImmovableException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says which numbers, and why. */
    public ImmovableException(String message) {
        super(message);
    }
}
