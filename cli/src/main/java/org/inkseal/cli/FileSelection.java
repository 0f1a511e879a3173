package org.inkseal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say which files to handle, and with how many threads. */
final class FileSelection {
    private static final int MOST_THREADS = 256;

    private final Setting<List<Path>> files = Setting.someFiles("FILE", "Pictures; with -r also folders.");

    private final Setting<Boolean> recurse =
            Setting.flag("Go through folders. Files that are no pictures are skipped and counted.", "-r", "--recurse");

    private final Setting<Integer> jobs = Setting.option(
            Integer.class, "N", "Handle N files at a time (default: one for each processor).", "-j", "--jobs");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, files, recurse, jobs);
    }

    /** The number of threads, at least 1. */
    private int threads() throws UsageException {
        int threads = jobs.value().orElse(Runtime.getRuntime().availableProcessors());
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UsageException("--jobs: from 1 to " + MOST_THREADS + " are allowed, not " + threads);
        }
        return threads;
    }

    /** Whether there is one file and can be no more. */
    boolean single() {
        return named().size() == 1 && !Setting.on(recurse);
    }

    /** Whether more than one file or folder is named. */
    boolean several() {
        return named().size() > 1;
    }

    /**
     * Handles all files in a stable order.
     *
     * @param passOver which files and folders inside a named folder to leave out
     * @throws UsageException if a folder is named and may not be gone through
     */
    <T> void run(
            Terminal terminal, ReportOptions answers, Predicate<Path> passOver, Batch.Work<T> work, Batch.Sink<T> sink)
            throws UsageException {
        Iterator<Item> items = items(passOver);
        int total = Setting.on(recurse) ? 0 : named().size();
        new Batch(threads(), new ProgressLine(terminal, total, !answers.quiet())).run(items, work, sink);
    }

    private List<Path> named() {
        return files.value().orElse(List.of());
    }

    private Iterator<Item> items(Predicate<Path> passOver) throws UsageException {
        for (Path file : named()) {
            if (!Setting.on(recurse) && Files.isDirectory(file)) {
                throw new UsageException(file + ": is a folder", "add -r to go through folders");
            }
        }
        return new Walk(named(), passOver);
    }
}
