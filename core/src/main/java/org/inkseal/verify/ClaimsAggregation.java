package org.inkseal.verify;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Identity;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseSign1;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.manifest.Claim;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.StatusCode;
import org.inkseal.trust.TimeStamp;

/**
 * An identity assertion that is a verifiable credential of somebody who looked at the accounts and papers of a person
 * (CAWG identity assertion 1.3 §8.1).
 */
final class ClaimsAggregation {
    static final String SIG_TYPE = "cawg.identity_claims_aggregation";

    private static final String CONTENT_TYPE = "application/vc";

    private final Verification verification;
    private final CheckedManifest checked;
    private final Identity identity;
    private final FindingList findings;
    private final String uri;
    private final boolean sound;
    private final IssuerDocuments documents;

    ClaimsAggregation(
            Verification verification,
            IssuerDocuments documents,
            CheckedManifest checked,
            Identity identity,
            FindingList findings,
            String uri) {
        this.documents = documents;
        this.verification = verification;
        this.checked = checked;
        this.identity = identity;
        this.findings = findings;
        this.uri = uri;
        this.sound = findings.list().isEmpty();
    }

    /**
     * Adds what is found; {@code findings} holds what was found about the rest of the assertion.
     *
     * @return the person that the credential is about, as it was read
     */
    IdentityHolder check() throws LimitExceededException {
        CoseSign1 cose;
        try {
            cose = CoseSign1.read(identity.signature(), verification.budget());
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedException e) {
            findings.add(StatusCode.CAWG_ICA_INVALID_COSE_SIGN1, uri, e.describe());
            return IdentityHolder.UNKNOWN;
        }
        Optional<SignatureAlgorithm> algorithm = cose.algorithm();
        if (algorithm.isEmpty()) {
            findings.add(StatusCode.CAWG_ICA_INVALID_ALG, uri, "no signature algorithm that the standard allows");
            return IdentityHolder.UNKNOWN;
        }
        if (!cose.contentType().equals(Optional.of(CONTENT_TYPE))) {
            String seen = cose.contentType().orElse("none");
            findings.add(StatusCode.CAWG_ICA_INVALID_CONTENT_TYPE, uri, "content type " + seen);
        }
        Optional<IdentityCredential> credential = credential(cose);
        if (credential.isPresent()) {
            check(cose, algorithm.get(), credential.get());
        }
        return credential.map(IdentityHolder::of).orElse(IdentityHolder.UNKNOWN);
    }

    private Optional<IdentityCredential> credential(CoseSign1 cose) throws LimitExceededException {
        try {
            Bytes payload = cose.payload().orElseThrow(() -> new MalformedException(0, "the signature has no payload"));
            return Optional.of(IdentityCredential.read(JsonReader.read(payload, verification.budget())));
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedException e) {
            findings.add(StatusCode.CAWG_ICA_INVALID_VERIFIABLE_CREDENTIAL, uri, e.describe());
            return Optional.empty();
        }
    }

    private void check(CoseSign1 cose, SignatureAlgorithm algorithm, IdentityCredential credential)
            throws LimitExceededException {
        boolean vouched = issuer(cose, algorithm, credential);
        validity(credential, timeStamp(cose));
        revocation(credential);
        Optional<String> alg = checked.claim().flatMap(Claim::alg);
        if (!new SignerPayloadMatch(alg).matches(identity.signerPayload(), credential.c2paAsset())) {
            String seen = "the credential was issued for other assertions";
            findings.add(StatusCode.CAWG_ICA_SIGNER_PAYLOAD_MISMATCH, uri, seen);
        }
        VerifiedIdentities.check(credential.verifiedIdentities(), findings, uri);
        boolean failed = !findings.sorted().failure().isEmpty();
        if (vouched && !failed) {
            findings.add(StatusCode.CAWG_ICA_CREDENTIAL_VALID, uri, "the credential keeps every rule");
        }
        if (sound && !failed) {
            StatusCode code = vouched ? StatusCode.CAWG_IDENTITY_TRUSTED : StatusCode.CAWG_IDENTITY_WELL_FORMED;
            findings.add(code, uri, "issued by " + credential.issuer().orElse(""));
        }
    }

    /** Whether the issuer's key made the signature and the caller trusts the issuer. */
    private boolean issuer(CoseSign1 cose, SignatureAlgorithm algorithm, IdentityCredential credential)
            throws LimitExceededException {
        Optional<DecentralizedIdentifier> issuer = credential.issuer().flatMap(DecentralizedIdentifier::parse);
        if (issuer.isEmpty()) {
            String seen = "the issuer is not given by a decentralized identifier";
            findings.add(StatusCode.CAWG_ICA_INVALID_ISSUER, uri, seen);
            return false;
        }
        if (!issuer.get().isJwk() && !issuer.get().isWeb()) {
            findings.add(StatusCode.CAWG_ICA_DID_UNSUPPORTED_METHOD, uri, issuer.get() + " is of an unknown method");
            return false;
        }
        if (!isSigned(cose, algorithm, keys(issuer.get()))) {
            return false;
        }
        boolean vouched =
                verification.trust().identityIssuers().contains(issuer.get().toString());
        if (!vouched) {
            findings.add(StatusCode.CAWG_ICA_UNTRUSTED_ISSUER, uri, "nobody vouches for the issuer");
        }
        return vouched;
    }

    /** The keys of an issuer; nothing, and the reason among the findings, where they cannot be had. */
    private List<VerificationKey> keys(DecentralizedIdentifier issuer) throws LimitExceededException {
        try {
            return issuer.isWeb() ? documents.keys(issuer) : List.of(issuer.key(verification.budget()));
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedException e) {
            findings.add(StatusCode.CAWG_ICA_INVALID_DID_DOCUMENT, uri, e.getMessage());
        } catch (IOException e) {
            findings.add(StatusCode.CAWG_ICA_DID_UNAVAILABLE, uri, issuer + ": " + e.getMessage());
        }
        return List.of();
    }

    private boolean isSigned(CoseSign1 cose, SignatureAlgorithm algorithm, List<VerificationKey> keys)
            throws LimitExceededException {
        Bytes signed = cose.signatureStructure(cose.payload().orElse(Bytes.EMPTY));
        for (VerificationKey key : keys) {
            verification.budget().spend(Limit.KEY_OPERATIONS, 1, 0);
            if (key.verify(algorithm, signed, cose.signature())) {
                return true;
            }
        }
        if (!keys.isEmpty()) {
            findings.add(StatusCode.CAWG_ICA_SIGNATURE_MISMATCH, uri, "the issuer's key did not sign this");
        }
        return false;
    }

    /**
     * The time of an intact time-stamp; one that is not intact is a failure. The authority need not be known: the time
     * is only ever held against the credential.
     */
    private Optional<Instant> timeStamp(CoseSign1 cose) throws LimitExceededException {
        Optional<Value> container = cose.unprotected(CoseTimeStamp.VERSION_2);
        if (container.isEmpty()) {
            return Optional.empty();
        }
        TimeStamp.Result stamp = new CoseTimeStamp(verification, cose).ofSignature(container.get());
        List<StatusCode> codes =
                stamp.remarks().stream().map(TimeStamp.Remark::code).toList();
        String seen = String.join(
                "; ",
                stamp.remarks().stream().map(TimeStamp.Remark::explanation).toList());
        if (stamp.isTrusted()) {
            findings.add(StatusCode.CAWG_ICA_TIME_STAMP_VALIDATED, uri, seen);
            return stamp.time();
        }
        if (codes.contains(StatusCode.TIME_STAMP_VALIDATED)) {
            findings.add(StatusCode.TIME_STAMP_UNTRUSTED, uri, seen);
            return stamp.claimedTime();
        }
        findings.add(StatusCode.CAWG_ICA_TIME_STAMP_INVALID, uri, seen);
        return Optional.empty();
    }

    private void validity(IdentityCredential credential, Optional<Instant> stamped) {
        List<Instant> moments = new ArrayList<>(List.of(verification.now()));
        checked.signature()
                .filter(SignatureSummary::timeTrusted)
                .flatMap(SignatureSummary::time)
                .ifPresent(moments::add);
        stamped.ifPresent(moments::add);
        Optional<String> from = credential.validFrom();
        if (from.isEmpty()) {
            String seen = "the credential does not say since when it is valid";
            findings.add(StatusCode.CAWG_ICA_VALID_FROM_MISSING, uri, seen);
        } else {
            Optional<Instant> start = Rfc3339.parse(from.get());
            if (start.isEmpty() || moments.stream().anyMatch(start.get()::isAfter)) {
                findings.add(StatusCode.CAWG_ICA_VALID_FROM_INVALID, uri, "valid from " + from.get());
            }
        }
        Optional<String> until = credential.validUntil();
        if (until.isPresent()) {
            Optional<Instant> end = Rfc3339.parse(until.get());
            if (end.isEmpty() || moments.stream().anyMatch(end.get()::isBefore)) {
                findings.add(StatusCode.CAWG_ICA_VALID_UNTIL_INVALID, uri, "valid until " + until.get());
            }
        }
    }

    private void revocation(IdentityCredential credential) {
        if (!credential.status().isEmpty()) {
            boolean known = credential.status().contains("BitstringStatusListEntry");
            findings.add(
                    known ? StatusCode.CAWG_ICA_REVOCATION_UNAVAILABLE : StatusCode.CAWG_ICA_REVOCATION_UNSUPPORTED,
                    uri,
                    "whether it was revoked is written in a list that is not fetched");
        }
    }
}
