package org.inkseal.report;

import java.util.Optional;

/** What a maker says to one {@link Use}. The order is that of restriction; silence comes first and allows nothing. */
public enum Permission {
    /** Nothing was said. Not a yes. */
    SILENT("silent", "not said"),
    /** Allowed. */
    ALLOWED("allowed", "yes"),
    /** Allowed on terms; without the terms at hand the same as a no. */
    CONSTRAINED("constrained", "on terms"),
    /** Not allowed. */
    NOT_ALLOWED("notAllowed", "no");

    private final String label;
    private final String word;

    Permission(String label, String word) {
        this.label = label;
        this.word = word;
    }

    /** The permission that an assertion writes so; nothing for any other text. */
    public static Optional<Permission> of(String label) {
        for (Permission permission : values()) {
            if (permission != SILENT && permission.label.equals(label)) {
                return Optional.of(permission);
            }
        }
        return Optional.empty();
    }

    /** The spelling in the assertion, such as {@code "notAllowed"}. */
    public String label() {
        return label;
    }

    /** A word for a person, such as {@code "no"}. */
    public String word() {
        return word;
    }

    /** The more restrictive of two. */
    public Permission and(Permission other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
