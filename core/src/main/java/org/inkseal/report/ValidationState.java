package org.inkseal.report;

/**
 * What validation says of a picture as a whole (C2PA 2.4 §14.3). The order is that of strength.
 *
 * <p>A state is earned by successes; it is never the mere absence of failures.
 */
public enum ValidationState {
    /** The picture carries no manifest store. This says nothing about the picture. */
    NONE("None"),
    /** There is a manifest store, and something that must be right is wrong. */
    INVALID("Invalid"),
    /** The manifest is in order but its signature or the time of signing is not proven. */
    WELL_FORMED("WellFormed"),
    /** The picture is as it was signed, by the holder of a key that nobody vouches for. */
    VALID("Valid"),
    /** The picture is as it was signed, by a signer whose certificate leads to a trust anchor. */
    TRUSTED("Trusted");

    private final String label;

    ValidationState(String label) {
        this.label = label;
    }

    /** The word in reports, such as {@code "Trusted"}. */
    public String label() {
        return label;
    }

    /** Whether the picture is proven to be as it was signed. */
    public boolean isValid() {
        return this == VALID || this == TRUSTED;
    }
}
