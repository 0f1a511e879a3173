package org.inkseal.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say how to answer. */
final class ReportOptions {
    private final Setting<?> json;
    private final Setting<Boolean> quiet =
            Setting.flag("Print nothing but errors; the exit code is the answer.", "-q", "--quiet");

    /** JSON has our own form. */
    ReportOptions() {
        this(Setting.flag("Answer with one JSON document.", "--json"));
    }

    private ReportOptions(Setting<?> json) {
        this.json = json;
    }

    /** JSON can have another form. */
    static ReportOptions withForms() {
        return new ReportOptions(Setting.attachedValue(
                JsonForm.class,
                "cr",
                JsonForm.OWN,
                "Answer with one JSON document; with --json=cr with Content Credential JSON of C2PA 2.4, an array of it for"
                        + " several files.",
                "--json"));
    }

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        json.addTo(command);
        quiet.addTo(command);
    }

    boolean json() {
        return form().isPresent();
    }

    /** The form of JSON that was asked for, if any. */
    Optional<JsonForm> form() {
        Object given = json.value().map(Object.class::cast).orElse(false);
        if (quiet() || given.equals(false)) {
            return Optional.empty();
        }
        return Optional.of(given instanceof JsonForm form ? form : JsonForm.OWN);
    }

    boolean lines() {
        return json.value().map(given -> given.equals(false)).orElse(true) && !quiet();
    }

    boolean quiet() {
        return Setting.on(quiet);
    }
}
