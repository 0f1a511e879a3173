package org.inkseal.io;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Removes what killed processes left behind. */
final class Sweep {
    private Sweep() {}

    /** Sweeps one directory, not those in it; answers with the number of files deleted. */
    static int of(Path directory) throws IOException {
        int deleted = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ".*")) {
            for (Path file : files) {
                deleted += sweepFile(file) ? 1 : 0;
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return deleted;
    }

    private static boolean sweepFile(Path file) {
        try {
            return TempNames.isLock(file) ? OwnerLock.sweep(file) : sweepTemporary(file);
        } catch (IOException notOursToDelete) {
            return false;
        }
    }

    private static boolean sweepTemporary(Path file) throws IOException {
        OptionalLong owner = TempNames.owner(file);
        return owner.isPresent()
                && Leftovers.isAbandoned(owner.getAsLong())
                && !Leftovers.contains(file)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.deleteIfExists(file);
    }
}
