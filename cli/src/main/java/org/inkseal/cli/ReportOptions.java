package org.inkseal.cli;

import picocli.CommandLine.Option;

/** The options that say how to answer. */
final class ReportOptions {
    @Option(names = "--json", description = "Answer with one JSON document.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but errors; the exit code is the answer.")
    private boolean quiet;

    boolean json() {
        return json && !quiet;
    }

    boolean lines() {
        return !json && !quiet;
    }

    boolean quiet() {
        return quiet;
    }
}
