package org.inkseal.cli;

import picocli.CommandLine.Model.CommandSpec;

/** The option that every command has. */
final class HelpOption {
    private final Setting<Boolean> help = Setting.help();

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        help.addTo(command);
    }
}
