package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.inkseal.IngredientFile;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.report.Acceptance;
import org.inkseal.report.Answer;
import org.inkseal.report.Permission;
import org.inkseal.report.Report;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.Use;
import org.inkseal.verify.Verifier;
import picocli.CommandLine.Model.CommandSpec;

/** The options that name pictures which a model was given, and what their makers say to that. */
final class ReferenceOptions {
    private final Setting<List<Path>> references = Setting.files(
            "FILE",
            "A picture that the model was given. It is recorded as input, with its credential. May be given several"
                    + " times.",
            "--ref");

    // Not --force: who wants to replace an output should not go over the word of an artist by the way.
    private final Setting<Boolean> anyway = Setting.flag(
            "Record such a picture although its maker does not allow it as input of a model.", "--ref-anyway");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, references, anyway);
    }

    /**
     * The pictures, after looking at the word of their makers, in the picture or beside it.
     *
     * @throws RefusedException if one does not allow it and nobody said to go ahead; a "no" counts signed by whomever,
     *     and broken too
     * @throws IOException if one cannot be read
     */
    List<IngredientFile> files(TrustOptions trust, Terminal terminal)
            throws IOException, RefusedException, UsageException {
        if (references.value().isEmpty()) {
            return List.of();
        }
        List<Path> files = references.value().get();
        Verifier verifier = trust.verifier(terminal);
        for (Path file : files) {
            Report report = SidecarOption.check(verifier, file);
            Answer answer = report.permissions().to(Use.AI_INFERENCE, Acceptance.ANYBODY);
            if (!answer.isRefused()) {
                continue;
            }
            String what = file + ": its maker" + maker(report)
                    + (answer.permission() == Permission.CONSTRAINED
                            ? " allows use as AI input on terms only"
                            : " does not allow use as AI input");
            if (!Setting.on(anyway)) {
                throw new RefusedException(
                        what, "--ref-anyway records that you went ahead; a licence of your own may allow it");
            }
            terminal.note("warning: " + PlainText.line(what) + "; recorded all the same");
        }
        return files.stream()
                .map(file -> new IngredientFile(file, Relationship.INPUT_TO))
                .toList();
    }

    private static String maker(Report report) {
        Optional<String> name = report.signature().flatMap(SignatureSummary::name);
        String signature = report.state().isValid() ? "valid signature" : "a signature that is not valid";
        return name.map(text -> " (" + PlainText.quoted(text) + ", " + signature + ")")
                .orElse("");
    }
}
