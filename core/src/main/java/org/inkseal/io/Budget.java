package org.inkseal.io;

/**
 * What one verification may still spend. Passed to every parser so that a small file can never ask for much work.
 *
 * <p>Not thread-safe: one budget belongs to one verification.
 */
public final class Budget {
    private final Limits limits;
    private final long[] spent = new long[Limit.values().length];

    /** A budget that starts out whole. */
    public Budget(Limits limits) {
        this.limits = limits;
    }

    /** A whole budget with the standard limits. */
    public static Budget standard() {
        return new Budget(Limits.standard());
    }

    /** The limits that this budget enforces. */
    public Limits limits() {
        return limits;
    }

    /**
     * Checks one value against a limit.
     *
     * @throws LimitExceededException if the value is above the limit
     */
    public void check(Limit limit, long value, long offset) throws LimitExceededException {
        if (value > limits.of(limit)) {
            throw new LimitExceededException(limit, offset, value, limits.of(limit));
        }
    }

    /**
     * Spends an amount of a limit that counts a total.
     *
     * @throws LimitExceededException if the total passes the limit
     */
    public void spend(Limit limit, long amount, long offset) throws LimitExceededException {
        long before = spent[limit.ordinal()];
        long after = before + amount;
        if (amount < 0 || after < before) {
            after = Long.MAX_VALUE;
        }
        spent[limit.ordinal()] = after;
        check(limit, after, offset);
    }
}
