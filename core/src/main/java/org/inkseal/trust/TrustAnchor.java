package org.inkseal.trust;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that ends a path, and what it is good for (C2PA 2.4 §14.4.1, §15.7).
 *
 * @param certificate the certificate
 * @param notBefore the first moment of a signature that it vouches for
 * @param notAfter the last such moment
 * @param purposes object identifiers of key purposes, one of which a leaf must have; empty for any
 */
public record TrustAnchor(Certificate certificate, Instant notBefore, Instant notAfter, Set<String> purposes) {
    /**
     * Copies the set.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public TrustAnchor {
        purposes = Set.copyOf(purposes);
        if (notAfter.isBefore(notBefore)) {
            throw new IllegalArgumentException("anchor ends at " + notAfter + ", before it begins at " + notBefore);
        }
    }

    // Written out because the generated form is linked when it is first used, which slows every start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TrustAnchor that
                && certificate.equals(that.certificate)
                && notBefore.equals(that.notBefore)
                && notAfter.equals(that.notAfter)
                && purposes.equals(that.purposes);
    }

    @Override
    public int hashCode() {
        return certificate.hashCode();
    }

    /** An anchor at all times for all purposes. */
    public static TrustAnchor of(Certificate certificate) {
        return new TrustAnchor(certificate, Instant.MIN, Instant.MAX, Set.of());
    }

    /** Whether it vouches for signatures of a moment, both ends included. */
    boolean servesAt(Instant moment) {
        return !moment.isBefore(notBefore) && !moment.isAfter(notAfter);
    }

    /** Whether it vouches for a leaf's purposes. */
    boolean serves(Certificate leaf) {
        return purposes.isEmpty() || !Collections.disjoint(purposes, leaf.extendedKeyUsages());
    }
}
