package org.inkseal.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.LimitExceededException;
import org.inkseal.report.StatusCode;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.CertificatePath;
import org.inkseal.trust.CertificateProfile;
import org.inkseal.trust.TrustSettings;

/** The certificate of a signer of claims: with what right, and was it in time (C2PA 2.4 §14.5, §15.7, §15.8.2). */
final class SigningCredential {
    private final Verification verification;
    private final TrustSettings trust;
    private final Certificate leaf;
    private final List<Certificate> others;
    private final Optional<Instant> stamped;
    private final Instant at;
    private final FindingList findings;
    private final String uri;
    private List<Certificate> path = List.of();

    /**
     * A credential that is not checked yet.
     *
     * @param chain the certificates that came with the signature, the signer's first
     * @param stamped when it signed, only by a time-stamp that can be trusted
     */
    SigningCredential(
            Verification verification,
            List<Certificate> chain,
            Optional<Instant> stamped,
            FindingList findings,
            String uri) {
        this.verification = verification;
        this.trust = verification.trust();
        this.leaf = chain.get(0);
        this.others = chain.subList(1, chain.size());
        this.stamped = stamped;
        this.at = stamped.orElse(verification.now());
        this.findings = findings;
        this.uri = uri;
    }

    Certificate leaf() {
        return leaf;
    }

    /** The path to an anchor, whether or not it was valid in time; else what came with the signature. */
    List<Certificate> chain() {
        if (!path.isEmpty()) {
            return path;
        }
        List<Certificate> chain = new ArrayList<>(others);
        chain.add(0, leaf);
        return chain;
    }

    Optional<Certificate> issuer() throws LimitExceededException {
        return path.size() > 1
                ? Optional.of(path.get(1))
                : CertificatePath.issuer(leaf, others, trust.signers(), verification.budget());
    }

    /** Whether a moment lies in the validity of the certificate and of the authorities below the anchor. */
    boolean validAt(Instant moment) {
        return leaf.validAt(moment) && authoritiesValidAt(moment);
    }

    private boolean authoritiesValidAt(Instant moment) {
        return path.stream().skip(1).limit(Math.max(0, path.size() - 2)).allMatch(ca -> ca.validAt(moment));
    }

    void check(RevocationCheck revocation) throws LimitExceededException {
        if (trust.allows(leaf)) {
            findings.add(StatusCode.SIGNING_CREDENTIAL_TRUSTED, uri, "the certificate itself is listed as allowed");
        } else if (isProfiled()) {
            trust(revocation);
        } else {
            untrusted("the certificate breaks its profile");
        }
        validity();
    }

    private boolean isProfiled() {
        List<String> violations = CertificateProfile.violations(leaf, trust.extendedKeyUsages());
        for (String violation : violations) {
            findings.add(StatusCode.SIGNING_CREDENTIAL_INVALID, uri, violation);
        }
        return violations.isEmpty();
    }

    private void trust(RevocationCheck revocation) throws LimitExceededException {
        Optional<List<Certificate>> valid =
                CertificatePath.find(leaf, others, trust.signers(), at, verification.budget());
        Optional<List<Certificate>> any = valid.isPresent()
                ? valid
                : CertificatePath.findWhateverItsValidity(leaf, others, trust.signers(), at, verification.budget());
        path = any.orElse(List.of());
        boolean revoked = revocation.authorityRevoked(path, stamped);
        if (path.isEmpty()) {
            untrusted("the certificate leads to no trust anchor");
        } else if (valid.isEmpty()) {
            untrusted("the certificate leads to a trust anchor, but not all on the way was valid at " + at);
        } else if (revoked) {
            untrusted("an authority between the certificate and the trust anchor was revoked");
        } else {
            String anchor = path.get(path.size() - 1).toString();
            findings.add(StatusCode.SIGNING_CREDENTIAL_TRUSTED, uri, "the certificate leads to " + anchor);
        }
    }

    private void untrusted(String why) {
        findings.add(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED, uri, why);
    }

    private void validity() {
        String when = stamped.isPresent()
                ? "the trusted time-stamp, " + at + ","
                : "no trusted time-stamp; the present, " + at + ",";
        String span = leaf.validAt(at) && !validAt(at)
                ? " the validity of an authority that issued the certificate"
                : " the certificate's validity from " + leaf.notBefore() + " to " + leaf.notAfter();
        if (validAt(at)) {
            findings.add(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY, uri, when + " is inside" + span);
        } else {
            findings.add(StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY, uri, when + " is outside" + span);
        }
    }
}
