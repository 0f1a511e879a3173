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

    /**
     * A code that was given.
     *
     * @param code the code
     * @param explanation what it means
     * @param reasons the first few reasons, as they are
     * @param more how many reasons there are beside these
     */
    record Entry(StatusCode code, Explanation explanation, List<String> reasons, int more) {}

    /** What was found, by whether it passed; a group without codes is left out. Each code is there once. */
    static Map<String, List<Entry>> groups(Report report) {
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        groups.put("failed", entries(failures(report)));
        groups.put("worth knowing", entries(report.active().informational()));
        groups.put("passed", entries(report.active().success()));
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    /** The lines, safe to print. */
    static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        groups(report).forEach((heading, entries) -> {
            lines.add("   " + heading + ":");
            for (Entry entry : entries) {
                lines.add("      " + entry.code() + "  [" + entry.explanation().clause() + "]");
                lines.add("         " + entry.explanation().text());
                for (String reason : entry.reasons()) {
                    lines.add("         here: " + PlainText.of(reason));
                }
                if (entry.more() > 0) {
                    lines.add("         and " + entry.more() + " more");
                }
            }
        });
        return lines;
    }

    private static List<Finding> failures(Report report) {
        List<Finding> failures = new ArrayList<>(report.active().failure());
        for (IngredientDelta delta : report.ingredientDeltas()) {
            failures.addAll(delta.findings().failure());
        }
        return failures;
    }

    /** Each code of some findings once. */
    static List<Entry> entries(List<Finding> findings) {
        Map<StatusCode, List<Finding>> byCode = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byCode.computeIfAbsent(finding.code(), code -> new ArrayList<>()).add(finding);
        }
        List<Entry> entries = new ArrayList<>();
        byCode.forEach((code, given) -> {
            List<String> reasons = given.stream()
                    .map(Finding::explanation)
                    .filter(reason -> !reason.isEmpty())
                    .distinct()
                    .toList();
            int shown = Math.min(MOST_REASONS, reasons.size());
            entries.add(new Entry(code, Explanation.of(code), reasons.subList(0, shown), reasons.size() - shown));
        });
        return entries;
    }
}
