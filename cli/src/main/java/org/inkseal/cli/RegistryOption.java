package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The option that keeps account of what was signed. */
final class RegistryOption {
    private final Setting<Path> file = Setting.option(
            Path.class,
            "FILE",
            "Enter what is signed into this list, which is made if it is not there: hashes, signer, permissions, and an ISCC"
                    + " code by which copies can be found that lost their credential.",
            "--registry");

    /** Adds this option to a command. */
    void addTo(CommandSpec command) {
        file.addTo(command);
    }

    boolean isGiven() {
        return file.value().isPresent();
    }

    /**
     * The list, if one was named.
     *
     * @param toWrite whether something will be entered
     * @throws IOException if it is no such list, or cannot be read or, where that will be needed, written
     */
    Optional<Registry> open(boolean toWrite) throws IOException {
        return file.value().isEmpty()
                ? Optional.empty()
                : Optional.of(Registry.open(file.value().get(), toWrite));
    }
}
