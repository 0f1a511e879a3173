package org.inkseal.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.inkseal.report.StatusCode.Kind;

/**
 * Findings sorted by kind, each list in the order of the checks (the {@code status-codes-map} of C2PA 2.4 §15.2.1).
 *
 * @param success checks that passed
 * @param informational what decides nothing
 * @param failure checks that failed
 */
public record Findings(List<Finding> success, List<Finding> informational, List<Finding> failure) {
    /** No findings. */
    public static final Findings NONE = new Findings(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Findings {
        success = List.copyOf(success);
        informational = List.copyOf(informational);
        failure = List.copyOf(failure);
    }

    /** Sorts findings by the kind of their code. */
    public static Findings of(Collection<Finding> findings) {
        return new Findings(
                only(findings, Kind.SUCCESS), only(findings, Kind.INFORMATIONAL), only(findings, Kind.FAILURE));
    }

    private static List<Finding> only(Collection<Finding> findings, Kind kind) {
        return findings.stream().filter(f -> f.code().kind() == kind).toList();
    }

    /** Whether a finding has this code. */
    public boolean has(StatusCode code) {
        return all().stream().anyMatch(f -> f.code() == code);
    }

    /** All findings, successes first. */
    public List<Finding> all() {
        List<Finding> all = new ArrayList<>(success);
        all.addAll(informational);
        all.addAll(failure);
        return all;
    }
}
