package org.inkseal.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The one step in which a finished temporary file gets its name. Never a copy, which could stop half way. */
record FinalMove(Path temp, Path target) {
    /** Takes the name away from the file that has it. */
    void replacing() throws IOException {
        try {
            Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(
                    target + " cannot be replaced in one step on this file system, so it is left as it is", e);
        }
    }

    /** Takes a name that must be free. A second link fails where a file is, which a move does not. */
    void toNewName() throws IOException {
        if (linked()) {
            Files.delete(temp);
        } else {
            requireAbsent(target);
            replacing();
        }
    }

    /** Waits until the disk has the new name. */
    void sync() throws IOException {
        if (!target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // Only POSIX systems open a directory for this.
        }
        try (FileChannel directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    static void requireAbsent(Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw Files.exists(target)
                    ? exists(target)
                    : new IOException(target + " is a link to nothing; remove it or write to another file");
        }
    }

    private boolean linked() throws IOException {
        try {
            Files.createLink(target, temp);
            return true;
        } catch (FileAlreadyExistsException e) {
            throw exists(target);
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            return false;
        }
    }

    private static IOException exists(Path target) {
        return new IOException(target + " exists already; allow to replace it or write to another file");
    }
}
