package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.inkseal.asset.AssetFormats;
import org.inkseal.io.ByteSource;
import org.inkseal.report.Report;
import org.inkseal.verify.Verifier;
import picocli.CommandLine.Model.CommandSpec;

/** The option that says where the credential of a picture is that carries none; by default it is looked for beside it. */
final class SidecarOption {
    private static final String EXTENSION = ".c2pa";

    private final Setting<Path> file = Setting.option(
            Path.class,
            "FILE",
            "Where the credential is if the picture carries none (default: NAME.png.c2pa or NAME.c2pa beside it).",
            "--sidecar");

    /** Adds this option to a command. */
    void addTo(CommandSpec command) {
        file.addTo(command);
    }

    /** Whether a file was named. */
    boolean isGiven() {
        return file.value().isPresent();
    }

    /** Whether a file is a credential by itself, going by its name. */
    static boolean isStore(Path file) {
        return file.toString().endsWith(EXTENSION);
    }

    /** The first name under which the credential of a file is looked for; a name of that kind is kept. */
    static Path nameFor(Path file) {
        return isStore(file) ? file : file.resolveSibling(file.getFileName() + EXTENSION);
    }

    /** Checks a picture, with the file beside it if there is one. */
    Report verify(Verifier verifier, Path picture) throws IOException {
        return file.value().isPresent() ? verifier.verify(picture, file.value().get()) : check(verifier, picture);
    }

    /** Checks a picture, with the file beside it if there is one that has its name. */
    static Report check(Verifier verifier, Path picture) throws IOException {
        Optional<Path> sidecar = beside(picture);
        return sidecar.isPresent() ? verifier.verify(picture, sidecar.get()) : verifier.verify(picture);
    }

    /**
     * The order is that of C2PA 2.5 §14.5. A name without its ending may be that of several files, so there it is taken for
     * that of the picture.
     */
    private static Optional<Path> beside(Path picture) throws IOException {
        Path name = picture.getFileName();
        if (name == null || isStore(picture)) {
            return Optional.empty();
        }
        Path whole = picture.resolveSibling(name + EXTENSION);
        if (Files.isRegularFile(whole)) {
            return Optional.of(whole);
        }
        int dot = name.toString().lastIndexOf('.');
        Path bare = picture.resolveSibling(name.toString().substring(0, Math.max(0, dot)) + EXTENSION);
        boolean found = dot > 0 && Files.isRegularFile(bare) && isPicture(picture);
        return found ? Optional.of(bare) : Optional.empty();
    }

    private static boolean isPicture(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return AssetFormats.detect(source).isPresent();
        }
    }
}
