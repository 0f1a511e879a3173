package org.inkseal.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * Certificates of which only the subject is known until somebody asks for it: a trust list has many, a picture needs one,
 * and reading them all would take half the time of a short run.
 */
final class UnreadAnchors {
    static final UnreadAnchors NONE = new UnreadAnchors(Map.of());

    private final Map<Bytes, List<Bytes>> bySubject;

    private UnreadAnchors(Map<Bytes, List<Bytes>> bySubject) {
        this.bySubject = bySubject;
    }

    /**
     * Certificates in DER.
     *
     * @throws IllegalArgumentException if one has no subject where a certificate has it
     */
    static UnreadAnchors of(List<Bytes> certificates) {
        Map<Bytes, List<Bytes>> index = new LinkedHashMap<>();
        for (Bytes der : certificates) {
            index.computeIfAbsent(subject(der), name -> new ArrayList<>()).add(der);
        }
        return new UnreadAnchors(index);
    }

    UnreadAnchors and(UnreadAnchors others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        List<Bytes> both = new ArrayList<>();
        bySubject.values().forEach(both::addAll);
        others.bySubject.values().forEach(both::addAll);
        return of(both);
    }

    boolean isEmpty() {
        return bySubject.isEmpty();
    }

    /** The certificates with a subject name; one that cannot be read is no anchor. */
    List<Certificate> named(Bytes subject) {
        return read(bySubject.getOrDefault(subject, List.of()));
    }

    /** All of them. */
    List<Certificate> all() {
        List<Certificate> all = new ArrayList<>();
        bySubject.values().forEach(some -> all.addAll(read(some)));
        return all;
    }

    private static List<Certificate> read(List<Bytes> some) {
        List<Certificate> certificates = new ArrayList<>();
        for (Bytes der : some) {
            try {
                certificates.add(Certificate.parse(der));
            } catch (MalformedException e) {
                // Whoever cannot be read vouches for nobody.
                continue;
            }
        }
        return certificates;
    }

    /** The subject: the sixth field of what is signed, or the fifth without a version (RFC 5280 §4.1). */
    private static Bytes subject(Bytes der) {
        int at = inside(der, inside(der, 0));
        if (at >= der.length()) {
            throw noSubject();
        }
        int fields = der.unsigned(at) == 0xa0 ? 5 : 4;
        for (int i = 0; i < fields; i++) {
            at = after(der, at);
        }
        return der.slice(at, after(der, at));
    }

    /** Where the content of the element at an index begins. */
    private static int inside(Bytes der, int at) {
        int length = der.length() > at + 1 ? der.unsigned(at + 1) : 0xff;
        return length < 0x80 ? at + 2 : at + 2 + (length & 0x7f);
    }

    /** Where the element at an index ends. */
    private static int after(Bytes der, int at) {
        int start = inside(der, at);
        long length = der.length() > at + 1 ? der.unsigned(at + 1) : 0;
        if (length >= 0x80) {
            length = 0;
            for (int i = at + 2; i < start && i < der.length() && length < der.length(); i++) {
                length = length << 8 | der.unsigned(i);
            }
        }
        if (start + length > der.length()) {
            throw noSubject();
        }
        return (int) (start + length);
    }

    private static IllegalArgumentException noSubject() {
        return new IllegalArgumentException("a certificate of the trust list has no subject");
    }
}
