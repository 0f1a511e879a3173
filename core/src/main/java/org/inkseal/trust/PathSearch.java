package org.inkseal.trust;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;

/** One breadth-first search for a path. Each question whether one certificate issued another is a step. */
final class PathSearch {
    private static final int LONGEST = 6;

    private final Map<Bytes, List<Certificate>> candidates = new LinkedHashMap<>();
    private final TrustAnchors anchors;
    private final Instant at;
    private final boolean onlyValid;
    private final Budget budget;
    private final Queue<List<Certificate>> open = new ArrayDeque<>();
    private long steps;

    PathSearch(List<Certificate> candidates, TrustAnchors anchors, Instant at, boolean onlyValid, Budget budget) {
        for (Certificate candidate : new LinkedHashSet<>(candidates)) {
            this.candidates
                    .computeIfAbsent(candidate.subject(), name -> new ArrayList<>())
                    .add(candidate);
        }
        this.anchors = anchors;
        this.at = at;
        this.onlyValid = onlyValid;
        this.budget = budget;
    }

    Optional<List<Certificate>> from(Certificate leaf) throws LimitExceededException {
        if (leaf.isCa() || anchors.isEmpty()) {
            return Optional.empty();
        }
        open.add(List.of(leaf));
        while (!open.isEmpty()) {
            List<Certificate> path = open.remove();
            Optional<List<Certificate>> whole = toAnchor(path);
            if (whole.isPresent()) {
                return whole;
            }
            if (path.size() < LONGEST - 1) {
                prolong(path);
            }
        }
        return Optional.empty();
    }

    private Optional<List<Certificate>> toAnchor(List<Certificate> path) throws LimitExceededException {
        for (TrustAnchor anchor : anchors.named(last(path).issuer())) {
            if (anchor.servesAt(at) && anchor.serves(path.get(0)) && continues(path, anchor.certificate())) {
                List<Certificate> whole = with(path, anchor.certificate());
                if (NameRules.allow(whole)) {
                    return Optional.of(whole);
                }
            }
        }
        return Optional.empty();
    }

    private void prolong(List<Certificate> path) throws LimitExceededException {
        for (Certificate candidate : candidates.getOrDefault(last(path).issuer(), List.of())) {
            if (continues(path, candidate)) {
                open.add(with(path, candidate));
            }
        }
    }

    /** Whether a path may go on to an issuer; what costs most is asked last. */
    private boolean continues(List<Certificate> path, Certificate issuer) throws LimitExceededException {
        steps++;
        budget.check(Limit.PATH_STEPS, steps, 0);
        if (path.contains(issuer)
                || !mayIssue(issuer)
                || onlyValid && !issuer.validAt(at)
                || tooLong(path, issuer)
                || !keyIdsAgree(last(path), issuer)) {
            return false;
        }
        budget.spend(Limit.KEY_OPERATIONS, 1, 0);
        return last(path).isSignedBy(issuer);
    }

    /** RFC 5280 §6.1.4 (k), (n) and (o). */
    private static boolean mayIssue(Certificate issuer) {
        CertificateExtensions extensions = issuer.extensions();
        return extensions.ca()
                && (extensions.keyUsage().isEmpty() || extensions.allows(KeyUsage.keyCertSign))
                && extensions.unknownCritical().isEmpty();
    }

    /** RFC 5280 §4.2.1.9: the leaf and self-issued authorities do not count. */
    private static boolean tooLong(List<Certificate> path, Certificate issuer) {
        if (issuer.pathLength().isEmpty()) {
            return false;
        }
        long between = path.stream()
                .skip(1)
                .filter(authority -> !authority.selfIssued())
                .count();
        return between > issuer.pathLength().getAsInt();
    }

    private static boolean keyIdsAgree(Certificate child, Certificate issuer) {
        Optional<Bytes> wanted = child.extensions().authorityKeyId();
        Optional<Bytes> offered = issuer.extensions().subjectKeyId();
        return wanted.isEmpty() || offered.isEmpty() || wanted.equals(offered);
    }

    private static Certificate last(List<Certificate> path) {
        return path.get(path.size() - 1);
    }

    private static List<Certificate> with(List<Certificate> path, Certificate issuer) {
        List<Certificate> longer = new ArrayList<>(path);
        longer.add(issuer);
        return List.copyOf(longer);
    }
}
