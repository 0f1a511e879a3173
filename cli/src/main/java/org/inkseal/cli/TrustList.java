package org.inkseal.cli;

import java.time.Instant;

/**
 * An installed list of certificates.
 *
 * @param role what they are trusted with
 * @param name how the list is called; with the role, unique among the lists that count
 * @param sha256 SHA-256 of the list in hexadecimal digits, which is also the name of its file
 * @param count how many entries it has
 * @param installed when it was installed
 * @param source where it came from: an address or a file name
 */
record TrustList(TrustRole role, String name, String sha256, int count, Instant installed, String source) {
    /** Whether this is another state of the same list. */
    boolean sameListAs(TrustList other) {
        return role == other.role && name.equals(other.name);
    }
}
