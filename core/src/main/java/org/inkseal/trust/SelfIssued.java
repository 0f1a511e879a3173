package org.inkseal.trust;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.inkseal.crypto.SignatureAlgorithm;

/** Makes a credential for somebody who signs alone: a root of their own and a certificate signed by it. */
public final class SelfIssued {
    /**
     * Ten years. Without a time-stamp a picture is valid no longer than its certificate, and nobody vouches for the name
     * in it, so a short life would protect nobody and end the pictures early.
     */
    public static final Duration USUAL_VALIDITY = Duration.ofDays(3653);

    private SelfIssued() {}

    /**
     * Makes a credential. The key of the root is used once and kept nowhere, so nobody can issue another certificate in
     * its name.
     *
     * @param name who signs, as common name and organization; not blank, at most 64 characters
     * @param algorithm the algorithm that the leaf's key is for: P-256, P-384, P-521, RSA of 2048, 3072 or 4096 bits, or
     *     Ed25519
     * @param now the start of the validity
     * @param validity the length of the validity, positive
     * @return the leaf's key, and the leaf and the root as chain
     * @throws IllegalArgumentException if the name or the validity is not allowed
     */
    public static Credential create(
            String name, SignatureAlgorithm algorithm, Instant now, Duration validity, SecureRandom random) {
        throw new UnsupportedOperationException();
    }
}
