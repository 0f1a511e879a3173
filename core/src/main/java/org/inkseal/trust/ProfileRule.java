package org.inkseal.trust;

import java.util.Optional;

/** The rules of the certificate profile (C2PA 2.2 §14.5.1), for people who ask an authority for a certificate. */
public enum ProfileRule {
    /** The version of the format. */
    VERSION("version 3", "make a certificate of version 3, as all with extensions are"),
    /** Nothing that X.509 gave up. */
    UNIQUE_IDS("no unique identifiers", "leave issuerUniqueID and subjectUniqueID out"),
    /** A serial number. */
    SERIAL_NUMBER("serial number not negative", "use a positive serial number of at most 20 bytes"),
    /** How the issuer signed. */
    SIGNATURE_ALGORITHM(
            "signed with an allowed algorithm",
            "sign it with ECDSA or RSA and SHA-256, SHA-384 or SHA-512, or with Ed25519"),
    /** The key. */
    KEY("allowed key", "use P-256, P-384, P-521, RSA of 2048 bits or more, or Ed25519"),
    /** Whose key signed it. */
    AUTHORITY_KEY_ID("authority key identifier", "OpenSSL: authorityKeyIdentifier = keyid"),
    /** Nothing critical that is not understood. */
    CRITICAL_EXTENSIONS("no unknown critical extensions", "leave them out, or mark them as not critical"),
    /** Authorities sign no claims. */
    NOT_AUTHORITY("no authority", "OpenSSL: basicConstraints = critical, CA:FALSE"),
    /** The key is for signatures. */
    DIGITAL_SIGNATURE("key usage digitalSignature", "OpenSSL: keyUsage = critical, digitalSignature"),
    /** The key is not for certificates. */
    NOT_CERTIFICATE_SIGNING("key usage without keyCertSign", "OpenSSL: keyUsage = critical, digitalSignature"),
    /** A purpose. */
    PURPOSES_PRESENT("extended key usage", "OpenSSL: extendedKeyUsage = emailProtection, 1.3.6.1.4.1.62558.2.1"),
    /** Not for everything. */
    NOT_ANY_PURPOSE("extended key usage without anyExtendedKeyUsage", "name the purposes"),
    /** Time-stamping stands alone. */
    SOLE_TIME_STAMPING("time-stamping stands alone", "leave timeStamping out: it is for time-stamp authorities"),
    /** OCSP signing stands alone. */
    SOLE_OCSP_SIGNING("OCSP signing stands alone", "leave OCSPSigning out: it is for responders"),
    /** The purpose that is needed. */
    ACCEPTED_PURPOSE(
            "extended key usage for the task",
            "claims need claimSigning (1.3.6.1.4.1.62558.2.1), emailProtection or documentSigning (1.3.6.1.5.5.7.3.36)"),
    /** Authorities issue. */
    AUTHORITY("authority", "OpenSSL: basicConstraints = critical, CA:TRUE"),
    /** The key is for certificates. */
    CERTIFICATE_SIGNING("key usage keyCertSign", "OpenSSL: keyUsage = critical, keyCertSign, cRLSign"),
    /** What the ones below refer to. */
    SUBJECT_KEY_ID("subject key identifier", "OpenSSL: subjectKeyIdentifier = hash");

    private final String title;
    private final String hint;

    ProfileRule(String title, String hint) {
        this.title = title;
        this.hint = hint;
    }

    /** What is wanted, in a few words. */
    public String title() {
        return title;
    }

    /** What to ask the authority for. */
    public String hint() {
        return hint;
    }

    /**
     * What a certificate is like by one rule.
     *
     * @param rule the rule
     * @param broken what is wrong, in words; empty for a certificate that keeps it
     */
    public record Outcome(ProfileRule rule, Optional<String> broken) {}
}
