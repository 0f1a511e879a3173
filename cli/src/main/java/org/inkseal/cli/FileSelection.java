package org.inkseal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which files to handle, and with how many threads. */
final class FileSelection {
    private static final int MOST_THREADS = 256;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Pictures; with -r also folders.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = {"-r", "--recurse"},
            description = "Go through folders. Files that are no pictures are skipped and counted.")
    private boolean recurse;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "Handle N files at a time (default: one for each processor).")
    private Optional<Integer> jobs = Optional.empty();

    /** The number of threads, at least 1. */
    private int threads() throws UsageException {
        int threads = jobs.orElse(Runtime.getRuntime().availableProcessors());
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UsageException("--jobs: from 1 to " + MOST_THREADS + " are allowed, not " + threads);
        }
        return threads;
    }

    /** Whether there is one file and can be no more. */
    boolean single() {
        return files.size() == 1 && !recurse;
    }

    /** Whether more than one file or folder is named. */
    boolean several() {
        return files.size() > 1;
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
        int total = recurse ? 0 : files.size();
        new Batch(threads(), new ProgressLine(terminal, total, !answers.quiet())).run(items, work, sink);
    }

    private Iterator<Item> items(Predicate<Path> passOver) throws UsageException {
        for (Path file : files) {
            if (!recurse && Files.isDirectory(file)) {
                throw new UsageException(file + ": is a folder", "add -r to go through folders");
            }
        }
        return new Walk(files, passOver);
    }
}
