package org.inkseal.cli;

import java.nio.file.Path;

/**
 * One file to handle.
 *
 * @param path the file as the caller would write it
 * @param relative its path below the folder that was named, or its bare name
 * @param found whether it was found in a folder, rather than named itself
 */
record Item(Path path, Path relative, boolean found) {
    /** The path for messages and results. */
    String name() {
        return path.toString();
    }
}
