package org.inkseal.jumbf;

import java.util.OptionalInt;

/**
 * A label and which of its repetitions it names: {@code c2pa.ingredient.v3__1} is instance 1 of {@code
 * c2pa.ingredient.v3}; the first of all has no instance (C2PA 2.2 §6.5).
 *
 * @param base the label without its instance, with its version
 */
public record Label(String base, OptionalInt instance) {
    private static final String SEPARATOR = "__";
    private static final int MAX_DIGITS = 9;

    /**
     * Takes a label apart. Only {@code __} and a decimal number at the very end, of up to 9 digits and without leading
     * zeros, are an instance, so that {@link #toString} always gives the label back.
     */
    public static Label parse(String label) {
        int digits = label.length();
        while (digits > 0 && isDigit(label.charAt(digits - 1))) {
            digits--;
        }
        int count = label.length() - digits;
        boolean number = count > 0 && count <= MAX_DIGITS && (count == 1 || label.charAt(digits) != '0');
        int base = digits - SEPARATOR.length();
        if (!number || base <= 0 || !label.startsWith(SEPARATOR, base)) {
            return new Label(label, OptionalInt.empty());
        }
        int instance = Integer.parseInt(label, digits, label.length(), 10);
        return new Label(label.substring(0, base), OptionalInt.of(instance));
    }

    /** The whole label. */
    @Override
    public String toString() {
        return instance.isPresent() ? base + SEPARATOR + instance.getAsInt() : base;
    }

    /** Whether a box may have this label: no control character, and none of {@code / ; ? #}. */
    static boolean isAllowed(String label) {
        for (int at = 0; at < label.length(); at++) {
            char character = label.charAt(at);
            if (Character.isISOControl(character) || "/;?#".indexOf(character) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
