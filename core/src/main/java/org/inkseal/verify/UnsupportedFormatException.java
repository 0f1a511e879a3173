package org.inkseal.verify;

import java.io.IOException;

/** The file is of no format that inkseal knows, so nothing can be said about it. */
public final class UnsupportedFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says what was expected. */
    public UnsupportedFormatException(String message) {
        super(message);
    }
}
