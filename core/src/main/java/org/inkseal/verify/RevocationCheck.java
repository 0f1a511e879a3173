package org.inkseal.verify;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.CertificateStatus;
import org.inkseal.cbor.Value;
import org.inkseal.cose.CoseSign1;
import org.inkseal.io.Bytes;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.net.Network;
import org.inkseal.report.RevocationStatus;
import org.inkseal.report.StatusCode;
import org.inkseal.trust.Certificate;
import org.inkseal.trust.OcspResponse;
import org.inkseal.trust.OcspRule;
import org.inkseal.trust.OcspVerdict;
import org.inkseal.trust.OcspVerdict.Status;

/**
 * Whether the certificates of one signature were revoked when it was made (C2PA 2.4 §15.9): by the answers that came with
 * it, then by those that later manifests bring along, then by asking, if the caller allows that.
 *
 * <p>An answer that shows a revocation overrides the others. One that says nothing counts as none, so junk never stands
 * in the way of asking.
 */
final class RevocationCheck {
    private final Verification verification;
    private final Evidence evidence;
    private final Responder responder;
    private final RevocationCodes codes;
    private final FindingList findings;
    private final String uri;
    private final List<OcspResponse> stapled = new ArrayList<>();
    private final Set<OcspResponse> used = new HashSet<>();

    /**
     * A check of one signature.
     *
     * @param codes what to call what is found
     * @param findings where to put it
     * @param uri the place that it is about
     */
    RevocationCheck(
            Verification verification,
            Evidence evidence,
            Responder responder,
            RevocationCodes codes,
            FindingList findings,
            String uri) {
        this.verification = verification;
        this.evidence = evidence;
        this.responder = responder;
        this.codes = codes;
        this.findings = findings;
        this.uri = uri;
    }

    /** Reads the answers that came with a signature. */
    void read(CoseSign1 cose) throws LimitExceededException {
        Optional<Value> header = cose.unprotected("rVals");
        if (header.isEmpty()) {
            return;
        }
        try {
            for (Bytes response : CertificateStatus.read(header.get()).responses()) {
                readOne(response);
            }
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedException e) {
            ignore(e.getMessage());
        }
    }

    private void readOne(Bytes response) throws LimitExceededException {
        try {
            stapled.add(OcspResponse.read(response, verification.budget()));
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedException e) {
            ignore(e.getMessage());
        }
    }

    private void ignore(String why) {
        findings.add(StatusCode.REVOCATION_UNUSABLE, uri, why);
    }

    /** Whether an authority above the leaf of a path to an anchor was revoked; the anchor itself is trusted as it is. */
    boolean authorityRevoked(List<Certificate> path, Optional<Instant> stamped) throws LimitExceededException {
        boolean revoked = false;
        for (int i = 1; i < path.size() - 1; i++) {
            revoked |= stored(path.get(i), path.get(i + 1), stamped).status() == Status.REVOKED;
        }
        return revoked;
    }

    /** What is known of the leaf; adds the one finding about it. */
    RevocationStatus leaf(Certificate leaf, Optional<Certificate> issuer, Optional<Instant> stamped)
            throws LimitExceededException {
        OcspVerdict verdict =
                issuer.isPresent() ? stored(leaf, issuer.get(), stamped) : unusable("its issuer is unknown");
        for (OcspResponse response : stapled) {
            if (!used.contains(response)) {
                ignore("it speaks of no certificate whose issuer is known");
            }
        }
        RevocationStatus status = RevocationStatus.SKIPPED;
        Optional<URI> address = responder.address(leaf);
        if (verdict.status() == Status.UNKNOWN || verdict.status() == Status.UNUSABLE) {
            if (issuer.isPresent() && address.isPresent()) {
                verdict = ask(address.get(), leaf, issuer.get(), stamped);
                status = RevocationStatus.INACCESSIBLE;
            } else {
                verdict = unusable("revocation was not looked up");
            }
        }
        return report(verdict, status);
    }

    private OcspVerdict ask(URI address, Certificate leaf, Certificate issuer, Optional<Instant> stamped) {
        Network network = verification.network().orElseThrow();
        OcspRule rule = new OcspRule(stamped, verification.now(), true);
        return responder.ask(network, address, leaf, issuer, rule);
    }

    private RevocationStatus report(OcspVerdict verdict, RevocationStatus otherwise) {
        RevocationStatus status = switch (verdict.status()) {
            case REVOKED -> RevocationStatus.REVOKED;
            case NOT_REVOKED -> RevocationStatus.NOT_REVOKED;
            case UNKNOWN -> RevocationStatus.UNKNOWN;
            case UNUSABLE -> otherwise;
        };
        findings.add(codes.of(status), uri, verdict.explanation());
        return status;
    }

    /** What the answers of the store say of a certificate; each that says nothing of it leaves a remark. */
    private OcspVerdict stored(Certificate subject, Certificate issuer, Optional<Instant> stamped)
            throws LimitExceededException {
        OcspRule rule = new OcspRule(stamped, verification.now(), false);
        OcspVerdict verdict = unusable("nothing is said of it");
        List<OcspResponse> responses = new ArrayList<>(stapled);
        responses.addAll(evidence.responses());
        for (OcspResponse response : responses) {
            if (response.mentions(subject, issuer)) {
                used.add(response);
                OcspVerdict next = response.about(subject, issuer, rule, verification.budget());
                if (next.status() == Status.UNUSABLE || next.status() == Status.UNKNOWN) {
                    ignore(next.explanation());
                }
                verdict = verdict.or(next);
            }
        }
        return verdict;
    }

    private static OcspVerdict unusable(String why) {
        return new OcspVerdict(Status.UNUSABLE, why);
    }
}
