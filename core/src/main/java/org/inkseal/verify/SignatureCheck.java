package org.inkseal.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseSign1;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Claim;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.StatusCode;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.CertificatePath;
import org.inkseal.trust.CertificateProfile;
import org.inkseal.trust.TimeStamp;
import org.inkseal.trust.TrustSettings;

/** The claim signature: who signed, with what right, when, and is it true (C2PA 2.2 §15.7 to §15.9). */
final class SignatureCheck {
    private final Verification verification;

    SignatureCheck(Verification verification) {
        this.verification = verification;
    }

    void check(CheckedManifest checked) throws LimitExceededException {
        if (checked.claim().isEmpty()) {
            return;
        }
        Claim claim = checked.claim().get();
        Manifest manifest = checked.manifest();
        Optional<Bytes> box = signatureBox(manifest, claim).flatMap(ManifestCheck::soleContent);
        if (box.isEmpty()) {
            String seen = "the claim says its signature is at " + claim.signature();
            checked.findings().add(StatusCode.CLAIM_SIGNATURE_MISSING, manifest.signatureUri(), seen);
            return;
        }
        CoseSign1 cose;
        try {
            cose = CoseSign1.read(box.get(), verification.budget());
            if (cose.payload().isPresent()) {
                throw new MalformedException(0, "the signature box holds a payload of its own");
            }
        } catch (MalformedException e) {
            checked.findings().add(StatusCode.CLAIM_SIGNATURE_MISMATCH, manifest.signatureUri(), e.describe());
            return;
        }
        if (!cose.hidesNothing()) {
            checked.holdsForeignBytes();
        }
        new Run(checked, cose, claim).run();
    }

    /** The signature must be the one signature box of the same manifest. */
    private Optional<SuperBox> signatureBox(Manifest manifest, Claim claim) {
        List<SuperBox> boxes = manifest.signatureBoxes();
        Optional<SuperBox> named = verification.store().resolve(claim.signature(), manifest.label());
        return boxes.size() == 1 ? named.filter(box -> box == boxes.get(0)) : Optional.empty();
    }

    /** One signature. */
    private final class Run {
        private final FindingList findings;
        private final CheckedManifest checked;
        private final CoseSign1 cose;
        private final Claim claim;
        private final String uri;

        Run(CheckedManifest checked, CoseSign1 cose, Claim claim) {
            this.findings = checked.findings();
            this.checked = checked;
            this.cose = cose;
            this.claim = claim;
            this.uri = checked.manifest().signatureUri();
        }

        void run() throws LimitExceededException {
            Optional<SignatureAlgorithm> algorithm = cose.algorithm();
            if (algorithm.isEmpty()) {
                findings.add(StatusCode.ALGORITHM_UNSUPPORTED, uri, "no signature algorithm that the standard allows");
            }
            List<Certificate> chain = chain();
            if (chain.isEmpty()) {
                return;
            }
            Certificate leaf = chain.get(0);
            Optional<TimeStamp.Result> stamp = timeStamp();
            Optional<Instant> stamped = stamp.flatMap(TimeStamp.Result::time);
            Instant at = stamped.orElse(verification.now());
            checked.signature(summary(chain, algorithm, stamp));
            boolean listed = verification.trust().allows(leaf);
            boolean profiled = listed || profile(leaf);
            trust(leaf, chain, listed, profiled, at);
            validity(leaf, at, stamped.isPresent());
            findings.add(StatusCode.SIGNING_CREDENTIAL_OCSP_SKIPPED, uri, "revocation was not looked up");
            if (algorithm.isPresent()) {
                signature(leaf, algorithm.get());
            }
        }

        private List<Certificate> chain() {
            List<Certificate> chain = new ArrayList<>();
            try {
                for (Bytes der : cose.certificates(verification.budget())) {
                    chain.add(Certificate.parse(der));
                }
                if (chain.isEmpty()) {
                    throw new MalformedException(0, "no certificate in the signature");
                }
                return chain;
            } catch (MalformedException e) {
                findings.add(StatusCode.SIGNING_CREDENTIAL_INVALID, uri, e.getMessage());
                return List.of();
            }
        }

        private Optional<TimeStamp.Result> timeStamp() throws LimitExceededException {
            // A claim may carry either; the one that binds the signature is preferred.
            for (boolean v2 : new boolean[] {true, false}) {
                Optional<Value> container = cose.unprotected(v2 ? "sigTst2" : "sigTst");
                if (container.isPresent()) {
                    return Optional.of(timeStamp(container.get(), v2));
                }
            }
            return Optional.empty();
        }

        private TimeStamp.Result timeStamp(Value container, boolean v2) throws LimitExceededException {
            CoseTimeStamp reader = new CoseTimeStamp(verification, cose);
            TimeStamp.Result result = v2 ? reader.ofSignature(container) : reader.ofPayload(container, claim.bytes());
            result.remarks().forEach(remark -> findings.add(remark.code(), uri, remark.explanation()));
            if (v2) {
                result.time().ifPresent(checked::boundTime);
            }
            return result;
        }

        private boolean profile(Certificate leaf) {
            List<String> violations =
                    CertificateProfile.violations(leaf, verification.trust().extendedKeyUsages());
            for (String violation : violations) {
                findings.add(StatusCode.SIGNING_CREDENTIAL_INVALID, uri, violation);
            }
            return violations.isEmpty();
        }

        private void trust(Certificate leaf, List<Certificate> chain, boolean listed, boolean profiled, Instant at)
                throws LimitExceededException {
            TrustSettings trust = verification.trust();
            if (listed) {
                findings.add(StatusCode.SIGNING_CREDENTIAL_TRUSTED, uri, "the certificate itself is listed as allowed");
                return;
            }
            Optional<List<Certificate>> path = profiled
                    ? CertificatePath.find(
                            leaf, chain.subList(1, chain.size()), trust.signers(), at, verification.budget())
                    : Optional.empty();
            if (path.isPresent()) {
                String anchor = path.get().get(path.get().size() - 1).toString();
                findings.add(StatusCode.SIGNING_CREDENTIAL_TRUSTED, uri, "the certificate leads to " + anchor);
            } else {
                findings.add(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED, uri, "the certificate leads to no trust anchor");
            }
        }

        private void validity(Certificate leaf, Instant at, boolean stamped) {
            String when =
                    stamped ? "the trusted time-stamp, " + at + "," : "no trusted time-stamp; the present, " + at + ",";
            String span = " the certificate's validity from " + leaf.notBefore() + " to " + leaf.notAfter();
            if (leaf.validAt(at)) {
                findings.add(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY, uri, when + " is inside" + span);
            } else {
                findings.add(StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY, uri, when + " is outside" + span);
            }
        }

        private void signature(Certificate leaf, SignatureAlgorithm algorithm) throws LimitExceededException {
            verification.budget().spend(Limit.KEY_OPERATIONS, 1, 0);
            try {
                VerificationKey key = leaf.key();
                if (!key.fits(algorithm)) {
                    String seen = "a key of type " + key.kind() + " under " + algorithm;
                    findings.add(StatusCode.SIGNING_CREDENTIAL_INVALID, uri, seen);
                    findings.add(StatusCode.CLAIM_SIGNATURE_MISMATCH, uri, seen);
                    return;
                }
                if (key.verify(algorithm, cose.signatureStructure(claim.bytes()), cose.signature())) {
                    findings.add(StatusCode.CLAIM_SIGNATURE_VALIDATED, uri, "the signature fits the claim");
                } else {
                    findings.add(StatusCode.CLAIM_SIGNATURE_MISMATCH, uri, "the signature does not fit the claim");
                }
            } catch (MalformedException e) {
                findings.add(StatusCode.SIGNING_CREDENTIAL_INVALID, uri, e.getMessage());
                findings.add(StatusCode.CLAIM_SIGNATURE_MISMATCH, uri, "there is no key to check the signature with");
            }
        }

        private SignatureSummary summary(
                List<Certificate> chain, Optional<SignatureAlgorithm> algorithm, Optional<TimeStamp.Result> stamp) {
            Certificate leaf = chain.get(0);
            Optional<Instant> time = stamp.flatMap(TimeStamp.Result::time);
            return new SignatureSummary(
                    algorithm.map(SignatureAlgorithm::label).orElse("unknown"),
                    chain.stream().map(Summaries::of).toList(),
                    stamp.flatMap(TimeStamp.Result::authority).map(Summaries::of),
                    leaf.commonName(),
                    leaf.organization(),
                    leaf.issuerCommonName().or(leaf::issuerOrganization),
                    leaf.serialNumber(),
                    leaf.sha256().hex(),
                    leaf.keySha256().hex(),
                    leaf.notBefore(),
                    leaf.notAfter(),
                    time.or(() -> stamp.flatMap(TimeStamp.Result::claimedTime)),
                    time.isPresent());
        }
    }
}
