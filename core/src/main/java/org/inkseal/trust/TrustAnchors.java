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

    private final List<Certificate> all;
    private final Map<Bytes, List<Certificate>> bySubject;

    private TrustAnchors(Set<Certificate> certificates) {
        this.all = List.copyOf(certificates);
        Map<Bytes, List<Certificate>> index = new LinkedHashMap<>();
        for (Certificate anchor : all) {
            index.computeIfAbsent(anchor.subject(), name -> new ArrayList<>()).add(anchor);
        }
        index.replaceAll((name, anchors) -> List.copyOf(anchors));
        this.bySubject = Map.copyOf(index);
    }

    /** The given certificates as anchors; repeated ones count once. */
    public static TrustAnchors of(List<Certificate> certificates) {
        return certificates.isEmpty() ? NONE : new TrustAnchors(new LinkedHashSet<>(certificates));
    }

    /** These anchors and those. */
    public TrustAnchors and(TrustAnchors others) {
        List<Certificate> both = new ArrayList<>(all);
        both.addAll(others.all);
        return of(both);
    }

    /** Every anchor, in the order in which they were given. */
    public List<Certificate> certificates() {
        return all;
    }

    /** Whether there is no anchor. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The anchors with a subject name. */
    List<Certificate> named(Bytes subject) {
        return bySubject.getOrDefault(subject, List.of());
    }
}
