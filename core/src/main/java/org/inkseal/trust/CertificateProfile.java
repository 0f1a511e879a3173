package org.inkseal.trust;

import java.util.List;
import java.util.Set;

/**
 * The certificate profile of C2PA (2.2 §14.5.1), which applies whoever is trusted. Time is no part of it.
 *
 * <p>Every answer is a list of broken rules in plain words, empty for a good certificate.
 */
public final class CertificateProfile {
    private CertificateProfile() {}

    /**
     * The rules that a signer of claims breaks.
     *
     * @param acceptedEkus object identifiers of extended key usages, one of which the certificate must have
     */
    public static List<String> violations(Certificate leaf, Set<String> acceptedEkus) {
        throw new UnsupportedOperationException();
    }

    /** The rules that a time-stamp authority breaks (with RFC 3161 §2.3). */
    public static List<String> timeStampViolations(Certificate leaf) {
        throw new UnsupportedOperationException();
    }

    /** The rules that an authority which issued a certificate breaks. */
    public static List<String> issuerViolations(Certificate authority) {
        throw new UnsupportedOperationException();
    }
}
