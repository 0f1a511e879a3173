package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cose.CoseSign1;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.manifest.Claim;
import org.inkseal.report.RevocationStatus;
import org.inkseal.report.StatusCode;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.PublishedKeys;

/** One claim signature: when was it made, with what right, and is it true (C2PA 2.4 §15.7 to §15.9). */
final class ClaimSignature {
    private final Verification verification;
    private final FindingList findings;
    private final CheckedManifest checked;
    private final CoseSign1 cose;
    private final Claim claim;
    private final Evidence evidence;
    private final String uri;

    ClaimSignature(Verification verification, CheckedManifest checked, CoseSign1 cose, Claim claim, Evidence evidence) {
        this.verification = verification;
        this.findings = checked.findings();
        this.checked = checked;
        this.cose = cose;
        this.claim = claim;
        this.evidence = evidence;
        this.uri = checked.manifest().signatureUri();
    }

    void check(RevocationCheck revocation) throws LimitExceededException {
        Optional<SignatureAlgorithm> algorithm = cose.algorithm();
        if (algorithm.isEmpty()) {
            findings.add(StatusCode.ALGORITHM_UNSUPPORTED, uri, "no signature algorithm that the standard allows");
        }
        List<Certificate> chain = chain();
        if (chain.isEmpty()) {
            return;
        }
        SigningTime.Found time = new SigningTime(verification, checked, cose)
                .find(cose, claim.bytes(), evidence.tokens(checked.manifest().label()));
        revocation.read(cose);
        SigningCredential credential = new SigningCredential(verification, chain, time.time(), findings, uri);
        credential.check(revocation);
        cose.issuedAt().ifPresent(claimed -> new ClaimedTime(claimed).check(credential, time.time(), findings, uri));
        RevocationStatus status = revocation.leaf(credential.leaf(), credential.issuer(), time.time());
        if (PublishedKeys.contain(credential.leaf())) {
            findings.add(StatusCode.PUBLISHED_KEY, uri, "the key comes with the examples of a public project");
        }
        checked.signature(Summaries.signature(credential, algorithm, time, status));
        if (algorithm.isPresent()) {
            signature(credential.leaf(), algorithm.get());
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
}
