package org.inkseal.trust;

/** Names that may stand in a certificate. */
final class NameText {
    /** RFC 5280 §A.1, ub-common-name and ub-organization-name. */
    private static final int MOST_CHARACTERS = 64;

    private NameText() {}

    /**
     * Checks a name.
     *
     * @throws IllegalArgumentException if it is blank, longer than 64 characters, or holds a control character
     */
    static void check(String name) {
        if (name.isBlank() || name.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a name of " + name.length() + " characters: 1 to " + MOST_CHARACTERS
                    + " are allowed, not all blank");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name with a control character in it");
        }
    }
}
