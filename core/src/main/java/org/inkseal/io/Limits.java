package org.inkseal.io;

import java.util.EnumMap;
import java.util.Map;

/** An immutable choice of value for each {@link Limit}. */
public final class Limits {
    private static final Limits STANDARD = new Limits(new EnumMap<>(Limit.class));

    private final Map<Limit, Long> chosen;

    private Limits(Map<Limit, Long> chosen) {
        this.chosen = chosen;
    }

    /** The standard value of every limit. */
    public static Limits standard() {
        return STANDARD;
    }

    /**
     * These limits with one of them changed.
     *
     * @throws IllegalArgumentException if the value is negative or above the {@linkplain Limit#cap() cap}
     */
    public Limits with(Limit limit, long value) {
        if (value < 0 || value > limit.cap()) {
            throw new IllegalArgumentException(limit.key() + " = " + value + ": allowed are 0 to " + limit.cap());
        }
        Map<Limit, Long> copy = new EnumMap<>(Limit.class);
        copy.putAll(chosen);
        copy.put(limit, value);
        return new Limits(copy);
    }

    /** The value that applies for a limit. */
    public long of(Limit limit) {
        return chosen.getOrDefault(limit, limit.standard());
    }
}
