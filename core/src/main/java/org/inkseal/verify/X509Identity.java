package org.inkseal.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Identity;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseSign1;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.report.RevocationStatus;
import org.inkseal.report.StatusCode;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.CertificatePath;
import org.inkseal.trust.CertificateProfile;
import org.inkseal.trust.KeyPurpose;
import org.inkseal.trust.TimeStamp;

/** An identity assertion that is signed with a certificate (CAWG identity assertion 1.3 §8.2). */
final class X509Identity {
    static final String SIG_TYPE = Identity.X509;

    private static final Map<StatusCode, StatusCode> TIME_STAMP_CODES = Map.of(
            StatusCode.TIME_STAMP_VALIDATED, StatusCode.CAWG_X509_TIME_STAMP_VALIDATED,
            StatusCode.TIME_STAMP_TRUSTED, StatusCode.CAWG_X509_TIME_STAMP_TRUSTED,
            StatusCode.TIME_STAMP_MALFORMED, StatusCode.CAWG_X509_TIME_STAMP_MALFORMED,
            StatusCode.TIME_STAMP_MISMATCH, StatusCode.CAWG_X509_TIME_STAMP_MISMATCH,
            StatusCode.TIME_STAMP_UNTRUSTED, StatusCode.CAWG_X509_TIME_STAMP_UNTRUSTED,
            StatusCode.TIME_STAMP_OUTSIDE_VALIDITY, StatusCode.CAWG_X509_TIME_STAMP_OUTSIDE_VALIDITY,
            StatusCode.TIME_STAMP_CREDENTIAL_INVALID, StatusCode.CAWG_X509_TIME_STAMP_CREDENTIAL_INVALID);

    /** Policies of certificates for e-mail whose issuer looked at who the holder is (§8.2.3.1). */
    private static final Set<String> MAIL_POLICIES = Set.of(
            "2.23.140.1.5.2.2",
            "2.23.140.1.5.2.3",
            "2.23.140.1.5.3.2",
            "2.23.140.1.5.3.3",
            "2.23.140.1.5.4.2",
            "2.23.140.1.5.4.3");

    /** Certificates for e-mail are accepted on or before 31 March 2027 (§8.2.3.1). */
    private static final Instant MAIL_END = Instant.parse("2027-04-01T00:00:00Z");

    private final Verification verification;
    private final CheckedManifest checked;
    private final Identity identity;
    private final FindingList findings;
    private final String uri;

    X509Identity(
            Verification verification, CheckedManifest checked, Identity identity, FindingList findings, String uri) {
        this.verification = verification;
        this.checked = checked;
        this.identity = identity;
        this.findings = findings;
        this.uri = uri;
    }

    /**
     * Adds what is found; {@code findings} holds what was found about the rest of the assertion.
     *
     * @return the holder of the certificate, whoever that is said to be
     */
    IdentityHolder check(RevocationCheck revocation) throws LimitExceededException {
        boolean sound = findings.list().isEmpty();
        CoseSign1 cose;
        List<Certificate> chain;
        try {
            cose = CoseSign1.read(identity.signature(), verification.budget());
            if (cose.payload().isPresent()) {
                throw new MalformedException(0, "the signature holds a payload of its own");
            }
            chain = chain(cose);
        } catch (MalformedException e) {
            findings.add(StatusCode.CAWG_X509_SIGNATURE_MISMATCH, uri, e.describe());
            return IdentityHolder.UNKNOWN;
        }
        Optional<Instant> stamped = time(cose);
        Instant at = stamped.orElse(verification.now());
        revocation.read(cose);
        Optional<List<Certificate>> path = path(chain, at);
        boolean trusted = path.isPresent() && !authorityRevoked(path.get(), revocation, stamped);
        boolean timely = validity(chain.get(0), at);
        boolean revoked = revocation.leaf(chain.get(0), issuer(chain, path), stamped) == RevocationStatus.REVOKED;
        if (signature(cose, chain.get(0)) && sound && timely && !revoked) {
            // The name comes last, so that nothing in it can pass for words of ours.
            String name = chain.get(0).commonName().orElse("somebody without a name");
            if (trusted) {
                findings.add(StatusCode.CAWG_IDENTITY_TRUSTED, uri, "somebody vouches for the signer: " + name);
            } else {
                findings.add(StatusCode.CAWG_IDENTITY_WELL_FORMED, uri, "nobody vouches for the signer: " + name);
            }
        }
        return IdentityHolder.of(chain.get(0));
    }

    private List<Certificate> chain(CoseSign1 cose) throws MalformedException {
        List<Certificate> chain = new ArrayList<>();
        for (Bytes der : cose.certificates(verification.budget())) {
            chain.add(Certificate.parse(der));
        }
        if (chain.isEmpty()) {
            throw new MalformedException(0, "no certificate in the signature");
        }
        return Collections.unmodifiableList(chain);
    }

    /** §8.2.2: by the assertion's own time-stamp, or else the claim's; nothing, which means now, without either. */
    private Optional<Instant> time(CoseSign1 cose) throws LimitExceededException {
        Optional<Value> container = cose.unprotected(CoseTimeStamp.VERSION_2);
        if (container.isEmpty()) {
            return checked.boundTime();
        }
        TimeStamp.Result stamp = new CoseTimeStamp(verification, cose).ofSignature(container.get());
        for (TimeStamp.Remark remark : stamp.remarks()) {
            Optional.ofNullable(TIME_STAMP_CODES.get(remark.code()))
                    .ifPresent(code -> findings.add(code, uri, remark.explanation()));
        }
        return stamp.time().or(checked::boundTime);
    }

    /** The path to an anchor; nothing, and the reason among the findings, where there is none. */
    private Optional<List<Certificate>> path(List<Certificate> chain, Instant at) throws LimitExceededException {
        Certificate leaf = chain.get(0);
        List<String> violations = CertificateProfile.violations(leaf, KeyPurpose.IDENTITY_SIGNERS);
        if (violations.isEmpty() && !mayVouch(leaf, at)) {
            violations = List.of("the key is for e-mail, by a policy or at a time for which that is not enough");
        }
        if (!violations.isEmpty()) {
            untrusted(String.join("; ", violations));
            return Optional.empty();
        }
        Optional<List<Certificate>> path = CertificatePath.find(
                leaf,
                chain.subList(1, chain.size()),
                verification.trust().identitySigners(),
                at,
                verification.budget());
        if (path.isEmpty()) {
            untrusted("the certificate leads to no trust anchor for identities");
        }
        return path;
    }

    private boolean authorityRevoked(List<Certificate> path, RevocationCheck revocation, Optional<Instant> stamped)
            throws LimitExceededException {
        boolean revoked = revocation.authorityRevoked(path, stamped);
        if (revoked) {
            untrusted("an authority between the certificate and the trust anchor was revoked");
        } else {
            String anchor = path.get(path.size() - 1).toString();
            findings.add(StatusCode.CAWG_X509_CREDENTIAL_TRUSTED, uri, "the certificate leads to " + anchor);
        }
        return revoked;
    }

    private void untrusted(String why) {
        findings.add(StatusCode.CAWG_X509_CREDENTIAL_UNTRUSTED, uri, why);
    }

    private Optional<Certificate> issuer(List<Certificate> chain, Optional<List<Certificate>> path)
            throws LimitExceededException {
        return path.isPresent() && path.get().size() > 1
                ? Optional.of(path.get().get(1))
                : CertificatePath.issuer(
                        chain.get(0),
                        chain.subList(1, chain.size()),
                        verification.trust().identitySigners(),
                        verification.budget());
    }

    private static boolean mayVouch(Certificate leaf, Instant at) {
        return leaf.extendedKeyUsages().contains(KeyPurpose.DOCUMENT_SIGNING)
                || !Collections.disjoint(leaf.policies(), MAIL_POLICIES) && at.isBefore(MAIL_END);
    }

    private boolean validity(Certificate leaf, Instant at) {
        boolean timely = leaf.validAt(at);
        String span = " the certificate's validity from " + leaf.notBefore() + " to " + leaf.notAfter();
        findings.add(
                timely
                        ? StatusCode.CAWG_X509_SIGNATURE_INSIDE_VALIDITY
                        : StatusCode.CAWG_X509_SIGNATURE_OUTSIDE_VALIDITY,
                uri,
                at + (timely ? " is inside" : " is outside") + span);
        return timely;
    }

    private boolean signature(CoseSign1 cose, Certificate leaf) throws LimitExceededException {
        Optional<SignatureAlgorithm> algorithm = cose.algorithm();
        if (algorithm.isEmpty()) {
            String seen = "no signature algorithm that the standard allows";
            findings.add(StatusCode.CAWG_X509_ALGORITHM_UNSUPPORTED, uri, seen);
            return false;
        }
        boolean match = false;
        try {
            VerificationKey key = leaf.key();
            for (Bytes payload : payloads()) {
                verification.budget().spend(Limit.KEY_OPERATIONS, 1, 0);
                match = match || key.verify(algorithm.get(), cose.signatureStructure(payload), cose.signature());
            }
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedException e) {
            findings.add(StatusCode.CAWG_X509_SIGNATURE_MISMATCH, uri, "no key to check with: " + e.getMessage());
            return false;
        }
        findings.add(
                match ? StatusCode.CAWG_X509_SIGNATURE_VALIDATED : StatusCode.CAWG_X509_SIGNATURE_MISMATCH,
                uri,
                "the signature " + (match ? "fits" : "does not fit") + " what it covers");
        return match;
    }

    /**
     * What may have been signed: the deterministic encoding, as §8.2.1 asks, and the one with the keys as they were
     * stored, since many writers do not sort. Both say the same.
     */
    private Set<Bytes> payloads() {
        Set<Bytes> payloads = new LinkedHashSet<>();
        payloads.add(CborWriter.write(identity.signerPayload()));
        payloads.add(CborWriter.writeInOrder(identity.signerPayload()));
        return payloads;
    }
}
