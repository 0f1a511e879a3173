package org.inkseal.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what came of the files of a run, and keeps the heaviest exit code. */
final class Tally {
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private int files;
    private int skipped;
    private int exitCode = ExitCode.GOOD;

    void add(String word, int code) {
        files++;
        words.merge(word, 1, Integer::sum);
        exitCode = Math.max(exitCode, code);
    }

    void skip() {
        skipped++;
    }

    int exitCode() {
        return exitCode;
    }

    /** Tells the sum on standard error, if there was more than one file. */
    void tell(Terminal terminal) {
        if (files + skipped < 2) {
            return;
        }
        StringBuilder text = new StringBuilder().append(files).append(files == 1 ? " file" : " files");
        String separator = ": ";
        for (Map.Entry<String, Integer> word : words.entrySet()) {
            text.append(separator).append(word.getValue()).append(' ').append(word.getKey());
            separator = ", ";
        }
        if (skipped > 0) {
            text.append("; ").append(skipped).append(" skipped, not pictures");
        }
        terminal.note(text.toString());
    }
}
