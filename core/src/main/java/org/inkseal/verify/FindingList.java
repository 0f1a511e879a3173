package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
import org.inkseal.report.StatusCode;

/** Findings in the order in which they are made. */
final class FindingList {
    private final List<Finding> findings = new ArrayList<>();

    void add(StatusCode code, String uri, String explanation) {
        findings.add(new Finding(code, uri, explanation));
    }

    void addAll(FindingList other) {
        findings.addAll(other.findings);
    }

    boolean has(StatusCode code) {
        return findings.stream().anyMatch(f -> f.code() == code);
    }

    List<Finding> list() {
        return List.copyOf(findings);
    }

    Findings sorted() {
        return Findings.of(findings);
    }
}
