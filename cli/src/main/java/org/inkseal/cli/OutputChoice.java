package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.AtomicOutput;
import org.inkseal.io.OutputOptions;
import picocli.CommandLine.Option;

/** The options that say where a changed picture goes. */
final class OutputChoice {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|FOLDER",
            description =
                    "Where to write: a file, or for several pictures a folder. Below it, folders found by -r keep "
                            + "their structure. Default: beside the picture, under a name of its own.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--in-place", description = "Replace each picture with the new file, in one step.")
    private boolean inPlace;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Say what would be written, and write nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Replace existing outputs.")
    private boolean force;

    @Option(names = "--fsync", description = "Wait for the disk, so that outputs also outlive a power failure.")
    private boolean fsync;

    private final Set<Path> taken = new HashSet<>();

    boolean inPlace() {
        return inPlace;
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean fsync() {
        return fsync;
    }

    OutputOptions options() {
        return force ? OutputOptions.standard().replacing() : OutputOptions.standard();
    }

    /** Checks what can be checked before the first file. */
    void check(FileSelection files) throws UsageException {
        if (inPlace && output.isPresent()) {
            throw new UsageException("--in-place and --output exclude each other");
        }
        if (!files.single() && output.isPresent() && Files.exists(output.get()) && !Files.isDirectory(output.get())) {
            throw new UsageException(output.get() + ": is a file; several pictures need a folder");
        }
    }

    /** Whether something in a folder that is gone through is an output of this or an earlier run of the same command. */
    boolean isOutput(Path path, String mark) {
        if (output.isPresent()) {
            return absolute(path).equals(absolute(output.get()));
        }
        if (inPlace) {
            return false;
        }
        String name = String.valueOf(path.getFileName());
        int at = name.lastIndexOf("." + mark);
        int end = at + 1 + mark.length();
        boolean marked = at > 0 && (end == name.length() || name.charAt(end) == '.');
        return marked && Files.exists(path.resolveSibling(name.substring(0, at) + name.substring(end)));
    }

    /**
     * Where the new form of a file goes.
     *
     * @param mark what stands for this command in a name, such as {@code "signed"}
     * @param files all files of this run
     * @throws UsageException if it would be the file itself, or another file of this run goes there
     * @throws IOException if something is there already and may not be replaced
     */
    Path target(Item item, String mark, FileSelection files) throws UsageException, IOException {
        if (inPlace) {
            return item.path();
        }
        Path target = output.isEmpty() ? beside(item.path(), mark) : chosen(item, output.get(), files.single());
        if (AtomicOutput.sameFile(item.path(), target)) {
            throw new UsageException("input and output are the same file", "--in-place replaces a picture");
        }
        // One folder alone cannot lead to the same target twice, and may be large.
        if (files.several() && !taken.add(absolute(target))) {
            throw new UsageException("another picture of this run is written to " + target);
        }
        if (!force && Files.exists(target)) {
            throw new java.nio.file.FileAlreadyExistsException(target.toString());
        }
        return target;
    }

    /** Makes the folder of an output, where it was asked for. */
    void prepare(Path target) throws IOException {
        Path parent = target.getParent();
        if (output.isPresent() && parent != null && !Files.isDirectory(parent)) {
            Files.createDirectories(parent);
        }
    }

    private static Path chosen(Item item, Path output, boolean single) {
        return single && !Files.isDirectory(output) ? output : output.resolve(item.relative());
    }

    private static Path beside(Path file, String mark) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(
                dot > 0 ? name.substring(0, dot) + "." + mark + name.substring(dot) : name + "." + mark);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
