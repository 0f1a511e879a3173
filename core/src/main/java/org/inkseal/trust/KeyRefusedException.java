package org.inkseal.trust;

/** Why a private key is not taken, in words that may be shown, unlike those of libraries. */
final class KeyRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    KeyRefusedException(String message) {
        super(message);
    }
}
