package org.inkseal.io;

/** Input asked for more than its {@link Budget} allows. The file is then never valid. */
public final class LimitExceededException extends MalformedException {
    private static final long serialVersionUID = 1L;

    private final Limit limit;

    LimitExceededException(Limit limit, long offset, long observed, long allowed) {
        super(offset, "limit." + limit.key() + ": " + observed + " asked for, " + allowed + " allowed");
        this.limit = limit;
    }

    /** The limit that was passed. */
    public Limit limit() {
        return limit;
    }
}
