package org.inkseal.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.LimitExceededException;

/** Looks for a path from a certificate to a trust anchor (RFC 5280 §6), without a network and without recursion. */
public final class CertificatePath {
    private CertificatePath() {}

    /**
     * A path from a leaf to an anchor.
     *
     * <p>Every issuer on it signed the one before, carries its name and key identifier, is an authority that may sign
     * certificates, keeps its path length and name constraints, has no critical extension that is not understood, and
     * is valid at the given time; so are the names in it. The validity of the leaf itself is not looked at. A leaf that
     * is an authority has no path, nor has one that is an anchor itself. The shortest path wins, of at most six
     * certificates.
     *
     * @param candidates the certificates that came with the leaf, in any order; none of them is trusted
     * @param at the time at which the issuers must be valid
     * @return the leaf first and the anchor last; nothing if no path leads to an anchor
     * @throws LimitExceededException if the search asks for too many steps or key operations
     */
    public static Optional<List<Certificate>> find(
            Certificate leaf, List<Certificate> candidates, TrustAnchors anchors, Instant at, Budget budget)
            throws LimitExceededException {
        return new PathSearch(candidates, anchors, issuer -> issuer.validAt(at), budget).from(leaf);
    }

    /** The same without a look at the time. */
    static Optional<List<Certificate>> findAtAnyTime(
            Certificate leaf, List<Certificate> candidates, TrustAnchors anchors, Budget budget)
            throws LimitExceededException {
        return new PathSearch(candidates, anchors, issuer -> true, budget).from(leaf);
    }
}
