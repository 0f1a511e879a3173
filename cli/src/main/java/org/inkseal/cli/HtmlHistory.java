package org.inkseal.cli;

import java.util.List;
import java.util.Optional;
import org.inkseal.cli.html.Html;
import org.inkseal.cli.html.Picture;
import org.inkseal.cli.html.Tag;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.SignatureSummary;

/** What went into a picture, as nested lists with small pictures. What is not proven is there, and not what it says. */
final class HtmlHistory {
    private static final int MOST_STEPS = 400;
    private static final int DEEPEST = 12;
    private static final int MOST_DOINGS = 24;

    private final Html html;
    private final Judgement judgement;
    private final Lineage lineage;
    private final Thumbnails thumbnails;
    private int open;

    HtmlHistory(Html html, Judgement judgement, Thumbnails thumbnails) {
        this.html = html;
        this.judgement = judgement;
        this.lineage = new Lineage(judgement.report());
        this.thumbnails = thumbnails;
    }

    void write() {
        List<Lineage.Step> steps = lineage.steps();
        html.open(Tag.SECTION, "history").element(Tag.H3, "How it came to be");
        for (Lineage.Step step : steps.subList(0, Math.min(MOST_STEPS, steps.size()))) {
            // What is deeper than people can follow is shown at the deepest level that they can.
            place(Math.min(step.depth(), DEEPEST) + 1);
            step(step);
        }
        closeTo(0);
        if (steps.size() > MOST_STEPS) {
            html.element(Tag.P, "note", "and " + (steps.size() - MOST_STEPS) + " more");
        }
        html.close();
    }

    /** Opens an item at a level; each level is a list in the last item of the one above. */
    private void place(int level) {
        closeTo(level);
        if (open == level) {
            html.close();
        } else {
            html.open(Tag.OL, "steps");
            open++;
        }
        html.open(Tag.LI);
    }

    private void closeTo(int level) {
        while (open > level) {
            html.close().close();
            open--;
        }
    }

    private void step(Lineage.Step step) {
        html.open(Tag.DIV, "step");
        // The picture itself is shown above.
        if (step.taken().isPresent()) {
            Optional<Picture> picture = thumbnails.of(lineage, step);
            html.open(Tag.DIV, picture.isPresent() ? "small" : "small none");
            picture.ifPresent(shown -> html.picture(shown, "Small picture of it, as a signer supplied it"));
            html.close();
        }
        html.open(Tag.DIV);
        html.element(Tag.P, "relation", relation(step));
        title(step)
                .ifPresent(title ->
                        html.open(Tag.P).element(Tag.BDI, PlainText.of(title)).close());
        if (step.label().isEmpty()) {
            html.element(Tag.P, "note", "came without a credential");
        } else if (step.manifest().isEmpty()) {
            html.element(Tag.P, "note", "its credential is not in this file");
        } else if (step.again()) {
            html.element(Tag.P, "note", "its credential is shown above");
        } else {
            manifest(step.manifest().get());
        }
        html.close().close();
    }

    private static String relation(Lineage.Step step) {
        if (step.taken().isEmpty()) {
            return "This picture";
        }
        return switch (step.taken().get().text("relationship").orElse("")) {
            case "parentOf" -> "Made from";
            case "componentOf" -> "A part of it";
            case "inputTo" -> "Given to a model or tool";
            default -> "Went into it";
        };
    }

    private Optional<String> title(Lineage.Step step) {
        Optional<String> own = step.manifest().filter(lineage::isProven).flatMap(ManifestSummary::title);
        return step.taken()
                .filter(ingredient -> lineage.isProven(ingredient.holder()))
                .flatMap(ingredient -> ingredient.text("dc:title"))
                .or(() -> own);
    }

    private void manifest(ManifestSummary manifest) {
        if (!lineage.isProven(manifest)) {
            html.element(Tag.P, "note", "not valid; what it says is not shown");
            return;
        }
        manifest.signature().ifPresent(signature -> html.element(Tag.P, "note", signer(manifest, signature)));
        List<String> doings = Doings.of(manifest);
        if (!doings.isEmpty()) {
            html.open(Tag.UL, "doings");
            doings.subList(0, Math.min(MOST_DOINGS, doings.size())).forEach(doing -> html.element(Tag.LI, doing));
            if (doings.size() > MOST_DOINGS) {
                html.element(Tag.LI, "and " + (doings.size() - MOST_DOINGS) + " more");
            }
            html.close();
        }
    }

    private String signer(ManifestSummary manifest, SignatureSummary signature) {
        if (lineage.isActive(manifest)) {
            return Sentence.signer(judgement);
        }
        boolean same = judgement
                .report()
                .signature()
                .map(SignatureSummary::keySha256)
                .equals(Optional.of(signature.keySha256()));
        return lineage.signer(manifest, signature) + (same ? ", the same key as above" : "");
    }
}
