package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.inkseal.io.OutputOptions;
import picocli.CommandLine.Model.CommandSpec;

/** The option that writes the answer into a web page as well. */
final class HtmlOption {
    private final Setting<Path> file = Setting.option(
            Path.class, "FILE", "Write a page about the pictures as well, in one file for any browser.", "--html");

    private final Setting<Boolean> force = Setting.flag("Replace the page if it exists.", "--force");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, file, force);
    }

    /**
     * Begins the page, if there shall be one.
     *
     * @throws IOException if it exists and may not be replaced, or cannot be written
     */
    Optional<HtmlReport> open() throws IOException, UsageException {
        if (file.value().isEmpty()) {
            if (Setting.on(force)) {
                throw new UsageException("--force: is for --html");
            }
            return Optional.empty();
        }
        if (!Setting.on(force) && Files.exists(file.value().get())) {
            throw new FileAlreadyExistsException(file.value().get().toString());
        }
        OutputOptions options = OutputOptions.standard();
        return Optional.of(HtmlReport.begin(file.value().get(), Setting.on(force) ? options.replacing() : options));
    }
}
