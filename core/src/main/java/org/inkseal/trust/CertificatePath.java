package org.inkseal.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;

/** Looks for a path from a certificate to a trust anchor (RFC 5280 §6), without a network and without recursion. */
public final class CertificatePath {
    private CertificatePath() {}

    /**
     * A path from a leaf to an anchor.
     *
     * <p>Every issuer on it signed the one before, carries its name and key identifier, is an authority that may sign
     * certificates, keeps its path length and name constraints, has no critical extension that is not understood, and
     * is valid at the given time; so are the names in it. The anchor serves at that time, for a purpose of the leaf. The
     * validity of the leaf itself is not looked at. A leaf that is an authority has no path, nor has one that is an
     * anchor itself. The shortest path wins, of at most six certificates.
     *
     * @param candidates the certificates that came with the leaf, in any order; none of them is trusted
     * @param at the time at which the issuers must be valid
     * @return the leaf first and the anchor last; nothing if no path leads to an anchor
     * @throws LimitExceededException if the search asks for too many steps or key operations
     */
    public static Optional<List<Certificate>> find(
            Certificate leaf, List<Certificate> candidates, TrustAnchors anchors, Instant at, Budget budget)
            throws LimitExceededException {
        return new PathSearch(candidates, anchors, at, true, budget).from(leaf);
    }

    /**
     * The same without a look at the validity of the issuers: with it one can tell an authority that was not valid from
     * one that nobody knows. It never makes anybody trusted.
     */
    public static Optional<List<Certificate>> findWhateverItsValidity(
            Certificate leaf, List<Certificate> candidates, TrustAnchors anchors, Instant at, Budget budget)
            throws LimitExceededException {
        return new PathSearch(candidates, anchors, at, false, budget).from(leaf);
    }

    /**
     * Who issued a certificate: an authority of that name, among those that came with it or among anchors, whose key made
     * the signature. Says nothing about trust in it.
     *
     * @throws LimitExceededException if it asks for too many key operations
     */
    public static Optional<Certificate> issuer(
            Certificate subject, List<Certificate> candidates, TrustAnchors anchors, Budget budget)
            throws LimitExceededException {
        List<Certificate> named = new ArrayList<>();
        for (Certificate candidate : candidates) {
            if (candidate.subject().equals(subject.issuer())) {
                named.add(candidate);
            }
        }
        anchors.named(subject.issuer()).forEach(anchor -> named.add(anchor.certificate()));
        for (Certificate candidate : named) {
            budget.spend(Limit.KEY_OPERATIONS, 1, 0);
            if (candidate.isCa() && subject.isSignedBy(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
