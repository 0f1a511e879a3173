package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.inkseal.ManifestDefinition;
import picocli.CommandLine.Model.CommandSpec;

/** The options that take what is to be said from a manifest definition. */
final class DefinitionOptions {
    private final Setting<Path> file = Setting.option(
            Path.class,
            "JSON",
            "Say what this manifest definition says, which is in the form that c2patool takes. Files that it names must be"
                    + " in its folder.",
            "--manifest");

    private final Setting<Path> base =
            Setting.option(Path.class, "FOLDER", "The folder of the files that --manifest names.", "--base");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, file, base);
    }

    boolean isGiven() {
        return file.value().isPresent();
    }

    /** The definition, if there is one. */
    Optional<ManifestDefinition> read() throws IOException, UsageException {
        if (base.value().isPresent() && !isGiven()) {
            throw new UsageException("--base needs --manifest");
        }
        if (!isGiven()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ManifestDefinition.read(file.value().get(), base.value()));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--manifest: " + e.getMessage());
        }
    }
}
