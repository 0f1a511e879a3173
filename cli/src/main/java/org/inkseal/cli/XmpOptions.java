package org.inkseal.cli;

import org.inkseal.Signing;
import org.inkseal.Twins;
import picocli.CommandLine.Model.CommandSpec;

/** The options about what is repeated in the XMP of a picture. */
final class XmpOptions {
    private final Setting<Boolean> none = Setting.flag(
            "Leave the metadata of the picture as they are. Otherwise its XMP repeats what the credential says of origin and"
                    + " permissions, for those who read no credentials.",
            "--no-xmp");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        none.addTo(command);
    }

    /** A signing that does as these options say. */
    Signing applyTo(Signing signing) {
        return Setting.on(none) ? signing : signing.twins(Twins.standard());
    }
}
