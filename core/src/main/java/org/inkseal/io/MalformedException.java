package org.inkseal.io;

import java.util.Objects;

/**
 * A parser stopped: the bytes break the rules of their format.
 *
 * <p>Internal by design. The check that called the parser catches it and records a finding; no caller of the library
 * ever sees it.
 */
public class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long offset;

    /**
     * Describes where and why parsing stopped.
     *
     * @param offset byte offset of the fault, counted from the start of what was parsed
     * @param message what is wrong there and what was allowed
     */
    public MalformedException(long offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** Byte offset of the fault, counted from the start of what was parsed. */
    public long offset() {
        return offset;
    }

    /** What is wrong and what was allowed, without the place. */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }

    /** The message with its place: {@code "… at byte 33"}. */
    public String describe() {
        return getMessage() + " at byte " + offset;
    }
}
