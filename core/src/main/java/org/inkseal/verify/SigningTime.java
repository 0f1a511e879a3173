package org.inkseal.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseSign1;
import org.inkseal.io.Bytes;
import org.inkseal.io.LimitExceededException;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.TimeStamp;

/**
 * When a claim was signed, by the first time-stamp that can be trusted (C2PA 2.4 §15.8): the one over the signature, the
 * deprecated one over the claim, then those that later manifests bring along. Each that is tried leaves its findings.
 */
final class SigningTime {
    private final CheckedManifest checked;
    private final CoseTimeStamp reader;
    private final List<TimeStamp.Result> tried = new ArrayList<>();

    SigningTime(Verification verification, CheckedManifest checked, CoseSign1 cose) {
        this.checked = checked;
        this.reader = new CoseTimeStamp(verification, cose);
    }

    /**
     * What was found.
     *
     * @param time the time of signing, only by a time-stamp that can be trusted
     * @param named that time, or else the first that any token names
     * @param authority the authority of that token
     */
    record Found(Optional<Instant> time, Optional<Instant> named, Optional<Certificate> authority) {}

    Found find(CoseSign1 cose, Bytes claim, List<Bytes> tokens) throws LimitExceededException {
        Optional<Value> overSignature = cose.unprotected(CoseTimeStamp.VERSION_2);
        if (overSignature.isPresent() && tryOut(reader.ofSignature(overSignature.get()), true)) {
            return found();
        }
        Optional<Value> overClaim = cose.unprotected(CoseTimeStamp.VERSION_1);
        if (overClaim.isPresent() && tryOut(reader.ofPayload(overClaim.get(), claim), false)) {
            return found();
        }
        for (Bytes token : tokens) {
            if (tryOut(reader.ofAssertion(token), true)) {
                return found();
            }
        }
        return found();
    }

    private boolean tryOut(TimeStamp.Result result, boolean binding) {
        tried.add(result);
        String uri = checked.manifest().signatureUri();
        result.remarks().forEach(remark -> checked.findings().add(remark.code(), uri, remark.explanation()));
        if (binding) {
            result.time().ifPresent(checked::boundTime);
        }
        return result.isTrusted();
    }

    private Found found() {
        for (TimeStamp.Result result : tried) {
            if (result.isTrusted()) {
                return new Found(result.time(), result.time(), result.authority());
            }
        }
        for (TimeStamp.Result result : tried) {
            if (result.claimedTime().isPresent()) {
                return new Found(Optional.empty(), result.claimedTime(), result.authority());
            }
        }
        return new Found(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
