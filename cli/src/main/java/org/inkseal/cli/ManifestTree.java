package org.inkseal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;

/**
 * Manifests and their ingredients as an indented list for a person. What a manifest says is told as a claim, and only if
 * the manifest is proven or the caller insists; what was gathered is told apart from what the signer states (C2PA 2.2
 * §10.2, §15.3).
 */
final class ManifestTree {
    private static final String STEP = "   ";

    private final Report report;
    private final Lineage lineage;
    private final boolean insist;
    private final List<String> lines = new ArrayList<>();

    ManifestTree(Report report, boolean insist) {
        this.report = report;
        this.lineage = new Lineage(report);
        this.insist = insist;
    }

    /** The lines, safe to print. */
    List<String> lines() {
        lines.add("state: " + report.state().label());
        for (Lineage.Step step : lineage.steps()) {
            // An ingredient takes two lines, one below the other: how it was taken in, and its manifest.
            int depth = 2 * step.depth();
            step.taken().ifPresent(ingredient -> ingredient(ingredient, step.label(), depth - 1));
            step.label().ifPresent(label -> manifest(label, step, depth));
        }
        return lines;
    }

    private void line(int depth, String text) {
        lines.add(STEP.repeat(depth) + text);
    }

    private void ingredient(Lineage.Ingredient ingredient, Optional<String> label, int depth) {
        String relation = ingredient.text("relationship").orElse("");
        String title = ingredient
                .text("dc:title")
                .filter(text -> isTold(ingredient.holder()))
                .map(text -> ", claims the title " + PlainText.quoted(text))
                .orElse("");
        String provenance = label.isPresent() ? "" : ", without a credential";
        line(depth, "ingredient " + PlainText.of(relation) + title + provenance);
    }

    private void manifest(String label, Lineage.Step step, int depth) {
        String name = "manifest " + PlainText.of(label);
        if (step.manifest().isEmpty()) {
            line(depth, name + ": not in this file");
        } else if (step.again()) {
            line(depth, name + ": shown above");
        } else {
            ManifestSummary manifest = step.manifest().get();
            line(depth, name + (lineage.isActive(manifest) ? " (active)" : ""));
            body(manifest, depth + 1);
        }
    }

    private boolean isTold(ManifestSummary manifest) {
        return insist || lineage.isProven(manifest);
    }

    private void body(ManifestSummary manifest, int depth) {
        if (!lineage.isProven(manifest)) {
            line(depth, "not valid; nothing below is attributed to its signer or anybody");
        }
        if (isTold(manifest)) {
            manifest.title().ifPresent(title -> line(depth, "claims the title " + PlainText.quoted(title)));
            manifest.generator().ifPresent(name -> line(depth, "claims to be made by " + PlainText.quoted(name)));
            manifest.signature().ifPresent(signature -> line(depth, lineage.signer(manifest, signature)));
        } else {
            line(depth, "what it claims is not shown (--show-unverified)");
        }
        assertions("stated by the signer:", manifest, true, depth);
        assertions("gathered, not attributed to the signer:", manifest, false, depth);
    }

    private void assertions(String heading, ManifestSummary manifest, boolean created, int depth) {
        List<AssertionSummary> some = manifest.assertions().stream()
                .filter(assertion -> assertion.created() == created)
                .toList();
        if (!some.isEmpty()) {
            line(depth, heading);
        }
        for (AssertionSummary assertion : some) {
            boolean picture = assertion.label().startsWith("c2pa.thumbnail.");
            line(depth + 1, PlainText.of(assertion.label()) + (picture ? " (picture supplied by the signer)" : ""));
        }
    }
}
