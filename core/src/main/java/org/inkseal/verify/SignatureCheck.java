package org.inkseal.verify;

import java.util.List;
import java.util.Optional;
import org.inkseal.cose.CoseSign1;
import org.inkseal.io.Bytes;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Claim;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.StatusCode;

/** Finds the claim signatures of a store and has each checked (C2PA 2.4 §15.7). */
final class SignatureCheck {
    private final Verification verification;
    private final Evidence evidence;
    private final Responder responder;

    SignatureCheck(Verification verification, Evidence evidence, Responder responder) {
        this.verification = verification;
        this.evidence = evidence;
        this.responder = responder;
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
        new ClaimSignature(verification, checked, cose, claim, evidence)
                .check(new RevocationCheck(
                        verification,
                        evidence,
                        responder,
                        RevocationCodes.CLAIM_SIGNERS,
                        checked.findings(),
                        manifest.signatureUri()));
    }

    /** The signature must be the one signature box of the same manifest. */
    private Optional<SuperBox> signatureBox(Manifest manifest, Claim claim) {
        List<SuperBox> boxes = manifest.signatureBoxes();
        Optional<SuperBox> named = verification.store().resolve(claim.signature(), manifest.label());
        return boxes.size() == 1 ? named.filter(box -> box == boxes.get(0)) : Optional.empty();
    }
}
