package org.inkseal.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.crypto.SignatureScheme;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.report.StatusCode;
import org.inkseal.trust.TimeStamp.Remark;
import org.inkseal.trust.TimeStamp.Result;

/** One check of one token: first whether it is intact and covers the bytes, then whether its authority is trusted. */
final class TimeStampCheck {
    /** How far the clocks of an authority and of this computer may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final TimeStampToken token;
    private final TrustAnchors anchors;
    private final Instant now;
    private final Budget budget;
    private final List<Remark> remarks = new ArrayList<>();

    TimeStampCheck(TimeStampToken token, TrustAnchors anchors, Instant now, Budget budget) {
        this.token = token;
        this.anchors = anchors;
        this.now = now;
        this.budget = budget;
    }

    /**
     * The result.
     *
     * @throws MalformedException if the token turns out to be broken
     */
    Result run(List<Bytes> stamped) throws MalformedException {
        if (!coversOne(stamped)) {
            return result(Optional.empty(), Optional.empty());
        }
        if (token.signers().size() != 1) {
            remark(
                    StatusCode.TIME_STAMP_MISMATCH,
                    "the token has " + token.signers().size() + " signers: exactly one is allowed");
            return result(Optional.empty(), Optional.empty());
        }
        TimeStampSigner signer = new TimeStampSigner(token.signers().get(0));
        Optional<Certificate> authority = signer.certificate(token.certificates());
        if (authority.isEmpty()) {
            remark(StatusCode.TIME_STAMP_UNTRUSTED, "the token lacks the certificate of its signer");
            return result(Optional.empty(), Optional.empty());
        }
        boolean good = isIntact(signer, authority.get()) && isTrusted(authority.get());
        return result(good ? Optional.of(token.time()) : Optional.empty(), authority);
    }

    private Result result(Optional<Instant> time, Optional<Certificate> authority) {
        return new Result(time, Optional.of(token.time()), authority, remarks);
    }

    private void remark(StatusCode code, String explanation) {
        remarks.add(new Remark(code, explanation));
    }

    private boolean coversOne(List<Bytes> stamped) {
        if (token.imprintHash().isEmpty()) {
            remark(StatusCode.TIME_STAMP_UNTRUSTED, "the hash of the imprint is not allowed: only SHA-2 is");
            return false;
        }
        HashAlgorithm hash = token.imprintHash().get();
        boolean same = stamped.stream().anyMatch(one -> hash.hash(one).equals(token.imprint()));
        if (!same) {
            remark(StatusCode.TIME_STAMP_MISMATCH, "the token is a time-stamp of something else");
        }
        return same;
    }

    private boolean isIntact(TimeStampSigner signer, Certificate authority) throws MalformedException {
        SignatureScheme scheme;
        try {
            scheme = signer.scheme();
        } catch (MalformedException e) {
            remark(
                    StatusCode.TIME_STAMP_UNTRUSTED,
                    "the token is signed in a way that is not allowed: " + e.getMessage());
            return false;
        }
        budget.spend(Limit.KEY_OPERATIONS, 1, 0);
        Optional<String> fault = signer.fault(scheme, token.content(), authority);
        if (fault.isPresent()) {
            remark(StatusCode.TIME_STAMP_MISMATCH, fault.get());
            return false;
        }
        remark(StatusCode.TIME_STAMP_VALIDATED, "the token is intact and covers this signature");
        return true;
    }

    private boolean isTrusted(Certificate authority) throws LimitExceededException {
        List<String> violations = CertificateProfile.timeStampViolations(authority);
        if (!violations.isEmpty()) {
            violations.forEach(rule -> remark(StatusCode.TIME_STAMP_CREDENTIAL_INVALID, rule));
            remark(StatusCode.TIME_STAMP_UNTRUSTED, "the authority's certificate breaks its profile");
            return false;
        }
        Instant time = token.time();
        boolean path = CertificatePath.find(authority, token.certificates(), anchors, time, budget)
                .isPresent();
        boolean everPath = path
                || CertificatePath.findWhateverItsValidity(authority, token.certificates(), anchors, time, budget)
                        .isPresent();
        if (!everPath) {
            remark(StatusCode.TIME_STAMP_UNTRUSTED, "the authority leads to no anchor for time-stamps");
            return false;
        }
        if (!path || !authority.validAt(time)) {
            remark(
                    StatusCode.TIME_STAMP_OUTSIDE_VALIDITY,
                    "the token names " + time + ", when the authority's certificates were not valid");
            return false;
        }
        if (time.isAfter(now.plus(SKEW))) {
            remark(StatusCode.TIME_STAMP_UNTRUSTED, "the token names " + time + ", which is still to come");
            return false;
        }
        remark(StatusCode.TIME_STAMP_TRUSTED, "the authority leads to an anchor for time-stamps");
        return true;
    }
}
