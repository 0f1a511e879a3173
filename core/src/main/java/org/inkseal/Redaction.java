package org.inkseal;

/**
 * An assertion of an earlier credential that is taken out (C2PA 2.2 §6.8).
 *
 * @param assertion its absolute URI; or its label, if exactly one manifest of the picture has such an assertion
 * @param reason why, such as {@link #PERSONAL}: one of the standard's reasons, or one of the signer's own
 */
public record Redaction(String assertion, String reason) {
    /** It told something about a person. */
    public static final String PERSONAL = "c2pa.PII.present";

    /** It was wrong. */
    public static final String INVALID = "c2pa.invalid.data";

    /** It told a trade secret. */
    public static final String TRADE_SECRET = "c2pa.trade-secret.present";

    /** It told what a government keeps confidential. */
    public static final String GOVERNMENT = "c2pa.government.confidential";

    /**
     * Checks the reason.
     *
     * @throws IllegalArgumentException if it is no label with a namespace
     */
    public Redaction {
        if (!reason.matches("([0-9A-Za-z_-]+\\.)+[0-9A-Za-z_-]+")) {
            throw new IllegalArgumentException("reason \"" + reason + "\": " + PERSONAL + ", " + INVALID + ", "
                    + TRADE_SECRET + ", " + GOVERNMENT + " or a label of your own namespace is allowed");
        }
    }
}
