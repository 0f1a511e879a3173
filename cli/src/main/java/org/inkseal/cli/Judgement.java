package org.inkseal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.report.Finding;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;

/**
 * A report as the caller wanted it judged.
 *
 * @param report what the library found
 * @param signer what the caller knows of the signer
 * @param met whether the picture has what the caller requires
 * @param site what came of the website that the signer claims, if there is one; it decides nothing
 */
record Judgement(Report report, Acquaintance signer, boolean met, Optional<SiteProof> site) {
    /** Failures that say that nobody vouches for somebody; they break nothing. */
    static final Set<StatusCode> NOT_VOUCHED_FOR =
            Set.of(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED, StatusCode.CAWG_X509_CREDENTIAL_UNTRUSTED);

    static Judgement of(Report report, Acquaintance signer, Optional<Requirement> required, Optional<SiteProof> site) {
        boolean met = required.isEmpty()
                || report.state().isValid()
                        && signer.trust().compareTo(required.get().least()) >= 0;
        return new Judgement(report, signer, met, site);
    }

    /** How far the name of the signer can be relied on. */
    SignerTrust trust() {
        return signer.trust();
    }

    /** The word for the picture. A known name with another key is a warning, whoever vouches for it. */
    Verdict verdict() {
        Verdict verdict = Verdict.of(report.state());
        return verdict == Verdict.OK && signer.other().isPresent() ? Verdict.WARNING : verdict;
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
