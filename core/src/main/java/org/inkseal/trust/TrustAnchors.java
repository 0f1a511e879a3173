package org.inkseal.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkseal.io.Bytes;

/**
 * A set of certificates that end a path: roots, or intermediates that a trust list names itself.
 *
 * <p>Immutable, and indexed by subject, so that a long list costs a file nothing.
 */
public final class TrustAnchors {
    /** No anchor: nobody is trusted. */
    public static final TrustAnchors NONE = new TrustAnchors(Set.of());

    private final List<TrustAnchor> all;
    private final Map<Bytes, List<TrustAnchor>> bySubject;

    private TrustAnchors(Set<TrustAnchor> anchors) {
        this.all = List.copyOf(anchors);
        Map<Bytes, List<TrustAnchor>> index = new LinkedHashMap<>();
        for (TrustAnchor anchor : all) {
            index.computeIfAbsent(anchor.certificate().subject(), name -> new ArrayList<>())
                    .add(anchor);
        }
        index.replaceAll((name, named) -> List.copyOf(named));
        this.bySubject = Map.copyOf(index);
    }

    /** The given certificates as anchors at all times for all purposes; repeated ones count once. */
    public static TrustAnchors of(List<Certificate> certificates) {
        List<TrustAnchor> anchors = new ArrayList<>();
        for (Certificate certificate : certificates) {
            anchors.add(TrustAnchor.of(certificate));
        }
        return ofAnchors(anchors);
    }

    /** The given anchors; equal ones count once, and a certificate that is given with several spans serves in each. */
    public static TrustAnchors ofAnchors(List<TrustAnchor> anchors) {
        return anchors.isEmpty() ? NONE : new TrustAnchors(new LinkedHashSet<>(anchors));
    }

    /** These anchors and those. */
    public TrustAnchors and(TrustAnchors others) {
        List<TrustAnchor> both = new ArrayList<>(all);
        both.addAll(others.all);
        return ofAnchors(both);
    }

    /** Every anchor, in the order in which they were given. */
    public List<TrustAnchor> anchors() {
        return all;
    }

    /** The certificate of every anchor, each once, in the order in which they were given. */
    public List<Certificate> certificates() {
        Set<Certificate> certificates = new LinkedHashSet<>();
        for (TrustAnchor anchor : all) {
            certificates.add(anchor.certificate());
        }
        return List.copyOf(certificates);
    }

    /** Whether there is no anchor. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The anchors with a subject name. */
    List<TrustAnchor> named(Bytes subject) {
        return bySubject.getOrDefault(subject, List.of());
    }
}
