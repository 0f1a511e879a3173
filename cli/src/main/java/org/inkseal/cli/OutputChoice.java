package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.inkseal.io.AtomicOutput;
import org.inkseal.io.OutputOptions;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say where a changed picture goes. */
final class OutputChoice {
    private final Setting<Path> output = Setting.option(
            Path.class,
            "FILE|FOLDER",
            "Where to write: a file, or for several pictures a folder. Below it, folders found by -r keep "
                    + "their structure. Default: beside the picture, under a name of its own.",
            "-o",
            "--output");

    private final Setting<Boolean> inPlace =
            Setting.flag("Replace each picture with the new file, in one step.", "--in-place");

    private final Setting<Boolean> dryRun =
            Setting.flag("Say what would be written, and write nothing.", "-n", "--dry-run");

    private final Setting<Boolean> force = Setting.flag("Replace existing outputs.", "--force");

    private final Setting<Boolean> resume = Setting.flag(
            "Go on after a run that ended early: leave out each picture whose output is there, newer, whole, signed with"
                    + " this key, and says what this run would say.",
            "--resume");

    private final Setting<Boolean> fsync =
            Setting.flag("Wait for the disk, so that outputs also outlive a power failure.", "--fsync");

    private final Setting<Boolean> sidecar = Setting.flag(
            "Leave each file as it is, and write its credential beside it or to --output, as NAME.png.c2pa. Files named "
                    + "one by one may be of any format.",
            "--sidecar");

    private final RemoteOption remote = new RemoteOption();

    private final Set<Path> taken = new HashSet<>();

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, output, inPlace, dryRun, force, fsync);
    }

    /** Adds the options that only signing has: to go on, and to keep the credential out of the picture. */
    void addSigningTo(CommandSpec command) {
        Setting.add(command, resume, sidecar);
        remote.addTo(command);
    }

    /** Whether outputs of an earlier run are left as they are. */
    boolean resume() {
        return Setting.on(resume);
    }

    boolean force() {
        return Setting.on(force);
    }

    /** Where the credentials will be published. */
    RemoteOption remote() {
        return remote;
    }

    /** Whether a file beside the picture is written, and not the picture. */
    boolean sidecar() {
        return Setting.on(sidecar);
    }

    boolean inPlace() {
        return Setting.on(inPlace);
    }

    boolean dryRun() {
        return Setting.on(dryRun);
    }

    boolean fsync() {
        return Setting.on(fsync);
    }

    OutputOptions options() {
        return force() ? OutputOptions.standard().replacing() : OutputOptions.standard();
    }

    /** Checks what can be checked before the first file. */
    void check(FileSelection files) throws UsageException {
        if (inPlace() && output.value().isPresent()) {
            throw new UsageException("--in-place and --output exclude each other");
        }
        if (resume() && (inPlace() || sidecar() || remote.isGiven())) {
            throw new UsageException(
                    "--resume looks at the signed copy of each picture, and there is none with --in-place, --sidecar or"
                            + " --remote");
        }
        if (sidecar() && remote.isGiven()) {
            throw new UsageException("--remote writes into the picture, which --sidecar leaves as it is");
        }
        remote.check(files.single());
        if (inPlace() && sidecar()) {
            throw new UsageException("--sidecar leaves the picture as it is, so --in-place cannot be used with it");
        }
        if (!files.single()
                && output.value().isPresent()
                && Files.exists(output.value().get())
                && !Files.isDirectory(output.value().get())) {
            throw new UsageException(output.value().get() + ": is a file; several pictures need a folder");
        }
    }

    /** Whether something in a folder that is gone through is an output of this or an earlier run of the same command. */
    boolean isOutput(Path path, String mark) {
        if (output.value().isPresent()) {
            return absolute(path).equals(absolute(output.value().get()));
        }
        if (inPlace() || sidecar()) {
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
        if (inPlace()) {
            requireFree(SidecarOption.nameFor(item.path()), remote.isGiven());
            return item.path();
        }
        Path picture = output.value().isEmpty()
                ? sidecar() ? item.path() : beside(item.path(), mark)
                : chosen(item, output.value().get(), files.single());
        Path target = sidecar() ? SidecarOption.nameFor(picture) : picture;
        if (AtomicOutput.sameFile(item.path(), target)) {
            throw new UsageException("input and output are the same file", "--in-place replaces a picture");
        }
        // One folder alone cannot lead to the same target twice, and may be large.
        if (files.several() && !taken.add(absolute(target))) {
            throw new UsageException("another picture of this run is written to " + target);
        }
        requireFree(target, true);
        requireFree(SidecarOption.nameFor(target), remote.isGiven());
        return target;
    }

    private void requireFree(Path target, boolean written) throws IOException {
        // When going on, it is looked at later, by one of the workers.
        if (written && !force() && !resume() && Files.exists(target)) {
            throw new java.nio.file.FileAlreadyExistsException(target.toString());
        }
    }

    /** Makes the folder of an output, where it was asked for. */
    void prepare(Path target) throws IOException {
        Path parent = target.getParent();
        if (output.value().isPresent() && parent != null && !Files.isDirectory(parent)) {
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
