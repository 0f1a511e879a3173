package org.inkseal.cli;

/** What a caller can require of a picture. */
enum Requirement {
    /** A valid signature of anybody. */
    SIGNED(SignerTrust.NOT_VERIFIED),
    /** A valid signature with the caller's own key, or a trusted one. */
    KNOWN(SignerTrust.KNOWN),
    /** A valid signature of a signer who is trusted. */
    TRUSTED(SignerTrust.TRUSTED_LIST);

    private final SignerTrust least;

    Requirement(SignerTrust least) {
        this.least = least;
    }

    SignerTrust least() {
        return least;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
