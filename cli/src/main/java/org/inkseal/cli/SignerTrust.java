package org.inkseal.cli;

/** How far the name of a signer can be relied on. The order is that of strength. */
enum SignerTrust {
    /** Anybody could have written it. */
    NOT_VERIFIED("not verified"),
    /** The key is the caller's own, or one that the caller remembers. */
    KNOWN("known"),
    /** The certificate leads to one that the caller trusts. */
    TRUSTED_LIST("trusted list");

    private final String words;

    SignerTrust(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
