package org.inkseal.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inkseal.report.Explanation;
import org.inkseal.report.Finding;
import org.inkseal.report.IngredientDelta;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;

/** Every code of a report in plain words: what it means, and why it was given here. Failures come first. */
final class Explained {
    private static final int MOST_REASONS = 3;

    private Explained() {}

    /** The lines, safe to print. Each code is explained once, with the first few reasons for it. */
    static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        block("failed:", failures(report), lines);
        block("worth knowing:", report.active().informational(), lines);
        block("passed:", report.active().success(), lines);
        return lines;
    }

    private static List<Finding> failures(Report report) {
        List<Finding> failures = new ArrayList<>(report.active().failure());
        for (IngredientDelta delta : report.ingredientDeltas()) {
            failures.addAll(delta.findings().failure());
        }
        return failures;
    }

    private static void block(String heading, List<Finding> findings, List<String> lines) {
        if (findings.isEmpty()) {
            return;
        }
        lines.add("   " + heading);
        Map<StatusCode, List<Finding>> byCode = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byCode.computeIfAbsent(finding.code(), code -> new ArrayList<>()).add(finding);
        }
        byCode.forEach((code, given) -> {
            Explanation explanation = Explanation.of(code);
            lines.add("      " + code + "  [" + explanation.clause() + "]");
            lines.add("         " + explanation.text());
            List<String> reasons = given.stream()
                    .map(Finding::explanation)
                    .filter(reason -> !reason.isEmpty())
                    .distinct()
                    .toList();
            for (String reason : reasons.subList(0, Math.min(MOST_REASONS, reasons.size()))) {
                lines.add("         here: " + PlainText.of(reason));
            }
            if (reasons.size() > MOST_REASONS) {
                lines.add("         and " + (reasons.size() - MOST_REASONS) + " more");
            }
        });
    }
}
