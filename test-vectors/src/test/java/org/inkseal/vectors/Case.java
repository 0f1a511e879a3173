package org.inkseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.Verifier;

/**
 * A file that a test makes, and what checking it must say.
 *
 * @param name what is special about it
 * @param file makes it
 * @param state the state, as in reports
 * @param failures every failure code of the active manifest and of its ingredients
 * @param remarks other codes that must be given
 * @param verifier checks it
 */
record Case(String name, Maker file, String state, Set<String> failures, Set<String> remarks, Verifier verifier) {
    static final Verifier VERIFIER =
            Verifier.at(Vectors.NOW).trusting(TrustSettings.none().withAnchors(Vectors.anchor()));

    /** Makes a file. */
    interface Maker {
        Bytes make() throws Exception;
    }

    /** A file that must be trusted. */
    static Case right(String name, Maker file) {
        return new Case(name, file, "Trusted", Set.of(), Set.of(), VERIFIER);
    }

    /** A file that must be invalid, for these reasons and no other. */
    static Case wrong(String name, Maker file, String... failures) {
        return new Case(name, file, "Invalid", Set.of(failures), Set.of(), VERIFIER);
    }

    /** The same file with another state. */
    Case being(String other) {
        return new Case(name, file, other, failures, remarks, verifier);
    }

    /** The same file with these failures. */
    Case failing(String... codes) {
        return new Case(name, file, state, Set.of(codes), remarks, verifier);
    }

    /** The same file, which must also be remarked upon. */
    Case remarking(String... codes) {
        return new Case(name, file, state, failures, Set.of(codes), verifier);
    }

    /** The same file, checked by somebody else. */
    Case by(Verifier other) {
        return new Case(name, file, state, failures, remarks, other);
    }

    Report report() throws Exception {
        return verifier.verify(ByteSource.of(file.make()));
    }

    static Report verify(Bytes file) throws Exception {
        return VERIFIER.verify(ByteSource.of(file));
    }

    /** Checks the file: what was expected, nothing else, and no success beside its own opposite. */
    void check() throws Exception {
        Report report = report();

        assertThat(failures(report)).isEqualTo(new TreeSet<>(failures));
        assertThat(codes(report)).containsAll(remarks);
        assertThat(report.state().label()).isEqualTo(state);
        for (Findings findings : everything(report)) {
            assertThat(findings.success())
                    .noneMatch(
                            success -> findings.failure().stream().anyMatch(failure -> isOpposite(success, failure)));
            assertThat(findings.success()).allMatch(finding -> finding.code().kind() == StatusCode.Kind.SUCCESS);
            assertThat(findings.failure()).allMatch(finding -> finding.code().kind() == StatusCode.Kind.FAILURE);
        }
    }

    static Set<String> failures(Report report) {
        Set<String> codes = new TreeSet<>();
        for (Findings findings : everything(report)) {
            findings.failure().forEach(finding -> codes.add(finding.code().code()));
        }
        return codes;
    }

    static Set<String> codes(Report report) {
        Set<String> codes = new TreeSet<>();
        for (Findings findings : everything(report)) {
            findings.all().forEach(finding -> codes.add(finding.code().code()));
        }
        return codes;
    }

    private static List<Findings> everything(Report report) {
        List<Findings> all = new java.util.ArrayList<>(List.of(report.active()));
        report.ingredientDeltas().forEach(delta -> all.add(delta.findings()));
        return all;
    }

    private static boolean isOpposite(Finding success, Finding failure) {
        String match = success.code().code();
        return match.endsWith(".match")
                && success.uri().equals(failure.uri())
                && failure.code().code().equals(match.substring(0, match.length() - 5) + "mismatch");
    }

    @Override
    public String toString() {
        return name;
    }
}
