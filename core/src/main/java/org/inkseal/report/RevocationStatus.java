package org.inkseal.report;

/** What was found about revocation of a signer's certificate (C2PA 2.4 §15.9). */
public enum RevocationStatus {
    /** It was not revoked when it signed, and the issuer says so. */
    NOT_REVOKED("notRevoked"),
    /** It was revoked when it signed. */
    REVOKED("revoked"),
    /** The responder that was asked does not know it. */
    UNKNOWN("unknown"),
    /** The responder could not be asked, or its answer cannot be used. */
    INACCESSIBLE("inaccessible"),
    /** Nobody was asked, and nothing usable came with the picture. */
    SKIPPED("skipped");

    private final String label;

    RevocationStatus(String label) {
        this.label = label;
    }

    /** The last part of the status code, such as {@code "notRevoked"}. */
    public String label() {
        return label;
    }
}
