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
    public static final TrustAnchors NONE = new TrustAnchors(Set.of(), UnreadAnchors.NONE);

    private final List<TrustAnchor> all;
    private final Map<Bytes, List<TrustAnchor>> bySubject;

    private final UnreadAnchors unread;

    private TrustAnchors(Set<TrustAnchor> anchors, UnreadAnchors unread) {
        this.unread = unread;
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
        return anchors.isEmpty() ? NONE : new TrustAnchors(new LinkedHashSet<>(anchors), UnreadAnchors.NONE);
    }

    /**
     * Certificates that were found good before, in DER, as anchors at all times for all purposes. Each is read when its
     * name is asked for, so that a long list costs a short run little; one that cannot be read then is no anchor.
     *
     * @throws IllegalArgumentException if one is no certificate at first sight
     */
    public static TrustAnchors ofInstalled(List<Bytes> certificates) {
        return certificates.isEmpty() ? NONE : new TrustAnchors(Set.of(), UnreadAnchors.of(certificates));
    }

    /** These anchors and those. */
    public TrustAnchors and(TrustAnchors others) {
        List<TrustAnchor> both = new ArrayList<>(all);
        both.addAll(others.all);
        return new TrustAnchors(new LinkedHashSet<>(both), unread.and(others.unread));
    }

    /** Every anchor, in the order in which they were given. */
    public List<TrustAnchor> anchors() {
        return with(all, unread.all());
    }

    /** The certificate of every anchor, each once, in the order in which they were given. */
    public List<Certificate> certificates() {
        Set<Certificate> certificates = new LinkedHashSet<>();
        for (TrustAnchor anchor : anchors()) {
            certificates.add(anchor.certificate());
        }
        return List.copyOf(certificates);
    }

    /** Whether there is no anchor. */
    public boolean isEmpty() {
        return all.isEmpty() && unread.isEmpty();
    }

    /** The anchors with a subject name. */
    List<TrustAnchor> named(Bytes subject) {
        return with(bySubject.getOrDefault(subject, List.of()), unread.named(subject));
    }

    private static List<TrustAnchor> with(List<TrustAnchor> read, List<Certificate> more) {
        if (more.isEmpty()) {
            return read;
        }
        Set<TrustAnchor> both = new LinkedHashSet<>(read);
        for (Certificate certificate : more) {
            both.add(TrustAnchor.of(certificate));
        }
        return List.copyOf(both);
    }
}
