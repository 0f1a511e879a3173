package org.inkseal.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.inkseal.crypto.SignatureScheme;
import org.inkseal.io.MalformedException;
import org.inkseal.trust.ProfileRule.Outcome;

/**
 * The certificate profile of C2PA (2.2 §14.5.1). It applies whoever is trusted, except to the
 * {@linkplain TrustSettings#allows single certificates} that the caller allows. Time is no part of it.
 *
 * <p>Every answer is a list of broken rules in plain words, empty for a good certificate.
 */
public final class CertificateProfile {
    private CertificateProfile() {}

    /**
     * The rules that a signer breaks.
     *
     * @param acceptedEkus object identifiers of extended key usages, one of which the certificate must have
     */
    public static List<String> violations(Certificate leaf, Set<String> acceptedEkus) {
        return violations(review(leaf, acceptedEkus));
    }

    /** The rules that a time-stamp authority breaks (with RFC 3161 §2.3). */
    public static List<String> timeStampViolations(Certificate leaf) {
        return violations(endEntity(leaf, timeStampingPurpose(leaf)));
    }

    /** The rules that somebody who answers for an issuer by OCSP breaks (with RFC 6960 §4.2.2.2). */
    public static List<String> responderViolations(Certificate leaf) {
        return violations(endEntity(leaf, respondingPurpose(leaf)));
    }

    /** The rules that an authority between leaf and anchor breaks; an anchor is trusted as it is. */
    public static List<String> issuerViolations(Certificate authority) {
        return violations(issuerReview(authority));
    }

    /**
     * Every rule for a signer, kept or broken.
     *
     * @param acceptedEkus as for {@link #violations}
     */
    public static List<Outcome> review(Certificate leaf, Set<String> acceptedEkus) {
        return endEntity(leaf, acceptedPurpose(leaf, acceptedEkus));
    }

    /** Every rule for an authority between leaf and anchor, kept or broken. */
    public static List<Outcome> issuerReview(Certificate authority) {
        List<Outcome> outcomes = general(authority);
        outcomes.add(new Outcome(ProfileRule.AUTHORITY, authority(authority)));
        outcomes.add(new Outcome(ProfileRule.CERTIFICATE_SIGNING, certificateSigning(authority)));
        outcomes.add(new Outcome(ProfileRule.SUBJECT_KEY_ID, keyId(authority)));
        return List.copyOf(outcomes);
    }

    private static List<String> violations(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.broken().stream()).toList();
    }

    private static List<Outcome> general(Certificate certificate) {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(new Outcome(ProfileRule.VERSION, version(certificate)));
        outcomes.add(new Outcome(ProfileRule.UNIQUE_IDS, uniqueIds(certificate)));
        outcomes.add(new Outcome(ProfileRule.SERIAL_NUMBER, serialNumber(certificate)));
        outcomes.add(new Outcome(ProfileRule.SIGNATURE_ALGORITHM, signatureAlgorithm(certificate)));
        outcomes.add(new Outcome(ProfileRule.KEY, key(certificate)));
        outcomes.add(new Outcome(ProfileRule.AUTHORITY_KEY_ID, authorityKeyId(certificate)));
        outcomes.add(new Outcome(ProfileRule.CRITICAL_EXTENSIONS, criticalExtensions(certificate)));
        return outcomes;
    }

    private static List<Outcome> endEntity(Certificate leaf, Optional<String> purpose) {
        List<Outcome> outcomes = general(leaf);
        outcomes.add(new Outcome(ProfileRule.NOT_AUTHORITY, notAuthority(leaf)));
        outcomes.add(new Outcome(ProfileRule.DIGITAL_SIGNATURE, digitalSignature(leaf)));
        outcomes.add(new Outcome(ProfileRule.NOT_CERTIFICATE_SIGNING, notCertificateSigning(leaf)));
        outcomes.add(new Outcome(ProfileRule.PURPOSES_PRESENT, purposesPresent(leaf)));
        outcomes.add(new Outcome(ProfileRule.NOT_ANY_PURPOSE, notAnyPurpose(leaf)));
        outcomes.add(new Outcome(
                ProfileRule.SOLE_TIME_STAMPING, solePurpose(leaf, KeyPurpose.TIME_STAMPING, "time-stamping")));
        outcomes.add(
                new Outcome(ProfileRule.SOLE_OCSP_SIGNING, solePurpose(leaf, KeyPurpose.OCSP_SIGNING, "OCSP signing")));
        outcomes.add(new Outcome(ProfileRule.ACCEPTED_PURPOSE, purpose));
        return List.copyOf(outcomes);
    }

    private static Optional<String> broken(boolean broken, String rule) {
        return broken ? Optional.of(rule) : Optional.empty();
    }

    private static Optional<String> version(Certificate certificate) {
        int version = certificate.version();
        return broken(version != 3, "the certificate is of version " + version + ", only version 3 is allowed");
    }

    private static Optional<String> uniqueIds(Certificate certificate) {
        return broken(certificate.hasUniqueIds(), "the certificate has unique identifiers, none are allowed");
    }

    private static Optional<String> serialNumber(Certificate certificate) {
        return broken(certificate.serialNumber().signum() < 0, "the serial number is negative");
    }

    private static Optional<String> signatureAlgorithm(Certificate certificate) {
        try {
            SignatureScheme.read(certificate.signatureAlgorithm());
            return Optional.empty();
        } catch (MalformedException e) {
            return Optional.of("the certificate is not signed with an algorithm of the profile: " + e.getMessage());
        }
    }

    private static Optional<String> key(Certificate certificate) {
        try {
            certificate.key();
            return Optional.empty();
        } catch (MalformedException e) {
            return Optional.of("the key is not one of the profile: " + e.getMessage());
        }
    }

    private static Optional<String> authorityKeyId(Certificate certificate) {
        boolean missing = !certificate.selfIssued() && !certificate.extensions().hasAuthorityKeyId();
        return broken(missing, "the authority key identifier is missing");
    }

    private static Optional<String> criticalExtensions(Certificate certificate) {
        List<String> unknown = certificate.extensions().unknownCritical();
        return broken(!unknown.isEmpty(), "critical extensions that are not understood: " + unknown);
    }

    private static Optional<String> notAuthority(Certificate leaf) {
        return broken(leaf.isCa(), "the certificate is an authority's, which may sign certificates only");
    }

    private static Optional<String> digitalSignature(Certificate leaf) {
        return broken(!leaf.allowsDigitalSignature(), "the key usage is missing or lacks digitalSignature");
    }

    private static Optional<String> notCertificateSigning(Certificate leaf) {
        boolean both = !leaf.isCa() && leaf.allowsCertificateSigning();
        return broken(both, "the key usage has keyCertSign, which only an authority may have");
    }

    private static Optional<String> purposesPresent(Certificate leaf) {
        return broken(leaf.extendedKeyUsages().isEmpty(), "the extended key usage is missing or empty");
    }

    private static Optional<String> notAnyPurpose(Certificate leaf) {
        boolean any = leaf.extendedKeyUsages().contains(KeyPurpose.ANY);
        return broken(any, "the extended key usage has anyExtendedKeyUsage, which is not allowed");
    }

    private static Optional<String> solePurpose(Certificate leaf, String oid, String name) {
        Set<String> purposes = leaf.extendedKeyUsages();
        boolean mixed = purposes.contains(oid) && purposes.size() > 1;
        return broken(mixed, "the extended key usage has " + name + " and others, it may only stand alone");
    }

    private static Optional<String> acceptedPurpose(Certificate leaf, Set<String> accepted) {
        Set<String> purposes = leaf.extendedKeyUsages();
        boolean none = !purposes.isEmpty() && purposes.stream().noneMatch(accepted::contains);
        return broken(none, "no extended key usage is one for signing claims, found: " + sorted(purposes));
    }

    private static Optional<String> timeStampingPurpose(Certificate leaf) {
        boolean right = leaf.extendedKeyUsages().equals(Set.of(KeyPurpose.TIME_STAMPING))
                && leaf.extensions().keyPurposesCritical();
        return broken(!right, "the extended key usage is not time-stamping alone and critical");
    }

    private static Optional<String> respondingPurpose(Certificate leaf) {
        boolean right = leaf.extendedKeyUsages().equals(Set.of(KeyPurpose.OCSP_SIGNING));
        return broken(!right, "the extended key usage is not OCSP signing alone");
    }

    private static Optional<String> authority(Certificate authority) {
        return broken(!authority.isCa(), "the issuer is not an authority (basic constraints)");
    }

    private static Optional<String> certificateSigning(Certificate authority) {
        boolean allowed = authority.extensions().allows(KeyUsage.keyCertSign);
        return broken(!allowed, "the issuer's key usage is missing or lacks keyCertSign");
    }

    private static Optional<String> keyId(Certificate authority) {
        boolean missing = authority.extensions().subjectKeyId().isEmpty();
        return broken(missing, "the issuer's subject key identifier is missing");
    }

    private static List<String> sorted(Set<String> oids) {
        return oids.stream().sorted().toList();
    }
}
