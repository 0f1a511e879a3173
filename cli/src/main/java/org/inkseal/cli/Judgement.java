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
 * @param wanted what the caller wants of the picture
 * @param site what came of the website that the signer claims, if there is one; it decides nothing
 */
record Judgement(Report report, Acquaintance signer, Wanted wanted, Optional<SiteProof> site) {
    /** Without a look at what the signer claims. */
    Judgement(Report report, Acquaintance signer, Wanted wanted) {
        this(report, signer, wanted, Optional.empty());
    }

    /** Failures that say that nobody vouches for somebody; they break nothing. */
    static final Set<StatusCode> NOT_VOUCHED_FOR =
            Set.of(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED, StatusCode.CAWG_X509_CREDENTIAL_UNTRUSTED);

    /** Whether the signer is known as far as the caller requires. */
    boolean met() {
        return wanted.required().isEmpty()
                || report.state().isValid()
                        && signer.trust().compareTo(wanted.required().get().least()) >= 0;
    }

    /** Whether the picture may be used for everything that the caller asks about. */
    boolean allowed() {
        return wanted.uses().stream()
                .allMatch(asked -> report.permissions()
                        .to(asked.use(), wanted.acceptance())
                        .isYes());
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
        return passed && met() && allowed() ? ExitCode.GOOD : ExitCode.NOT_PASSED;
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
