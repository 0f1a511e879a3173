package org.inkseal.sign;

/** A key, a certificate or a signing device cannot do what was asked; nothing was written. */
public final class SigningException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what was asked and why it cannot be. */
    public SigningException(String message) {
        super(message);
    }

    /** Says what was asked and why it cannot be. */
    public SigningException(String message, Throwable cause) {
        super(message, cause);
    }
}
