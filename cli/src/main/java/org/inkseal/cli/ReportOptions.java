package org.inkseal.cli;

import picocli.CommandLine.Model.CommandSpec;

/** The options that say how to answer. */
final class ReportOptions {
    private final Setting<Boolean> json = Setting.flag("Answer with one JSON document.", "--json");
    private final Setting<Boolean> quiet =
            Setting.flag("Print nothing but errors; the exit code is the answer.", "-q", "--quiet");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, json, quiet);
    }

    boolean json() {
        return Setting.on(json) && !quiet();
    }

    boolean lines() {
        return !Setting.on(json) && !quiet();
    }

    boolean quiet() {
        return Setting.on(quiet);
    }
}
