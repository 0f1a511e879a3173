package org.inkseal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.report.Finding;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;

/**
 * A report as the caller wanted it judged.
 *
 * @param report what the library found
 * @param trust how far the name of the signer can be relied on
 * @param met whether the picture has what the caller requires
 */
record Judgement(Report report, SignerTrust trust, boolean met) {
    /** Failures that say that nobody vouches for somebody; they break nothing. */
    static final Set<StatusCode> NOT_VOUCHED_FOR =
            Set.of(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED, StatusCode.CAWG_X509_CREDENTIAL_UNTRUSTED);

    static Judgement of(Report report, Optional<String> ownCertificate, Optional<Requirement> required) {
        SignerTrust trust = SignerTrust.NOT_VERIFIED;
        if (report.state() == ValidationState.TRUSTED) {
            trust = SignerTrust.TRUSTED_LIST;
        } else if (ownCertificate.isPresent()
                && report.signature().map(signer -> signer.certificateSha256()).equals(ownCertificate)) {
            trust = SignerTrust.KNOWN;
        }
        boolean met = required.isEmpty()
                || report.state().isValid() && trust.compareTo(required.get().least()) >= 0;
        return new Judgement(report, trust, met);
    }

    Verdict verdict() {
        return Verdict.of(report.state());
    }

    int exitCode() {
        boolean passed = verdict() == Verdict.OK || verdict() == Verdict.NOTHING;
        return passed && met ? ExitCode.GOOD : ExitCode.NOT_PASSED;
    }

    /** What is wrong, the main thing first; each code once. */
    List<Finding> faults() {
        List<Finding> faults = new ArrayList<>();
        List<StatusCode> seen = new ArrayList<>();
        for (Finding finding : report.failures()) {
            if (!NOT_VOUCHED_FOR.contains(finding.code()) && !seen.contains(finding.code())) {
                seen.add(finding.code());
                faults.add(finding);
            }
        }
        return faults;
    }
}
