package org.inkseal.fuzz;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.report.Finding;
import org.inkseal.report.Report;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.StatusCode;
import org.inkseal.report.ValidationState;
import org.inkseal.verify.Verifier;

/** What must hold of the verdict on any mutant. */
final class Judge {
    private final Verifier verifier = Samples.VERIFIER;
    private final Bounds bounds;
    private final Map<Bytes, Report> originals = new HashMap<>();

    Judge(Bounds bounds) {
        this.bounds = bounds;
    }

    /** The verdict, or that there is none because the file is of no format. */
    Optional<Report> report(Bytes file) {
        try {
            return Optional.of(bounds.around(() -> verifier.verify(ByteSource.of(file))));
        } catch (IOException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The verdict on a file, {@code "none"} if there is none. */
    String state(Bytes file) {
        return report(file).map(report -> report.state().label()).orElse("none");
    }

    /** What is wrong with the verdict on a mutant. */
    Optional<String> objection(Mutant mutant) {
        Optional<Report> found;
        try {
            found = report(mutant.file());
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of(e.toString());
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Report report = found.get();
        if (mutant.isSigned()) {
            return report.state() == ValidationState.TRUSTED ? Optional.of("trusted") : contradiction(report);
        }
        return report.state().isValid() && isUnnoticed(mutant, report)
                ? Optional.of("unnoticed, " + report.state().label())
                : contradiction(report);
    }

    /**
     * Whether a good verdict keeps silent about a change. One of what stands beside a signature must be remarked upon, or
     * leave the report with no more about time and revocation than before: nobody can know that there was more.
     */
    private boolean isUnnoticed(Mutant mutant, Report report) {
        try {
            Meaning before = Meaning.of(mutant.original());
            Meaning after = Meaning.of(mutant.file());
            if (!before.picture().equals(after.picture())) {
                return true;
            }
            if (after.isEarlierThan(before)) {
                return false;
            }
            Report original = original(mutant.original());
            if (!before.signed().equals(after.signed())) {
                // Manifests that nothing leads to are counted, and that is all that is to be said of them.
                return report.unreferenced() <= original.unreferenced();
            }
            return !before.evidence().equals(after.evidence())
                    && remarks(original).containsAll(remarks(report))
                    && !evidence(original).containsAll(evidence(report));
        } catch (IOException | MalformedException | RuntimeException e) {
            return true;
        }
    }

    /** Whether the verdict on a changed file is good, and the report has no failure or remark that the original's lacks. */
    boolean keepsSilent(Bytes original, Bytes changed) {
        Optional<Report> report = report(changed);
        return report.isPresent()
                && report.get().state().isValid()
                && remarks(original(original)).containsAll(remarks(report.get()));
    }

    /** The report on a file that mutants are made of, which is asked for again and again. */
    private Report original(Bytes file) {
        return originals.computeIfAbsent(file, good -> report(good).orElseThrow());
    }

    /** What a report takes from the time-stamp and the answers about revocation beside the signature. */
    private static Set<String> evidence(Report report) {
        Set<String> told = report.active().success().stream()
                .map(finding -> finding.code().code())
                .filter(code -> code.startsWith("timeStamp.") || code.contains(".ocsp."))
                .collect(Collectors.toSet());
        report.signature().flatMap(SignatureSummary::time).ifPresent(time -> told.add(time.toString()));
        return told;
    }

    private static Set<StatusCode> remarks(Report report) {
        return report.active().all().stream()
                .map(Finding::code)
                .filter(code -> code.kind() != StatusCode.Kind.SUCCESS)
                .collect(Collectors.toSet());
    }

    private static Optional<String> contradiction(Report report) {
        for (Finding success : report.active().success()) {
            String code = success.code().code();
            String opposite = code.replace(".match", ".mismatch");
            if (!opposite.equals(code)
                    && report.active().failure().stream()
                            .anyMatch(failure -> failure.code().code().equals(opposite)
                                    && failure.uri().equals(success.uri()))) {
                return Optional.of(code + " beside " + opposite);
            }
        }
        return Optional.empty();
    }
}
