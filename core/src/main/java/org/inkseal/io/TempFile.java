package org.inkseal.io;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A temporary file beside the file that it will become. It is deleted when closed, unless it was moved away. */
record TempFile(Path path, FileChannel channel) implements Closeable {
    private static final int ATTEMPTS = 8;

    /**
     * Makes an empty file.
     *
     * @param permissions the most that the file may allow; the system takes away what its user does not want (umask)
     */
    static TempFile beside(Path target, Set<PosixFilePermission> permissions, long expectedBytes) throws IOException {
        Path directory = target.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new IOException(target + " cannot be written: it is in no directory that exists");
        }
        if (!Files.isWritable(directory)) {
            throw new IOException(directory + " is read-only, so " + target + " cannot be written");
        }
        requireSpace(directory, expectedBytes);
        for (int attempt = 1; ; attempt++) {
            Path path = TempNames.temporary(target);
            try {
                return create(path, permissions);
            } catch (FileAlreadyExistsException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(path);
            Leftovers.remove(path);
        }
    }

    private static TempFile create(Path path, Set<PosixFilePermission> permissions) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
        Leftovers.add(path);
        try {
            Set<StandardOpenOption> open =
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new TempFile(path, Leftovers.made(path, () -> FileChannel.open(path, open, attributes)));
        } catch (IOException | RuntimeException e) {
            Leftovers.remove(path);
            throw e;
        }
    }

    private static void requireSpace(Path directory, long expectedBytes) throws IOException {
        if (expectedBytes == 0) {
            return;
        }
        // Not through FileStore, which reads the table of mounts each time.
        File place = directory.toFile();
        long needed = expectedBytes + expectedBytes / 10;
        long free = place.getUsableSpace();
        // Some network and virtual file systems do not know their size and say 0.
        if (free < needed && place.getTotalSpace() > 0) {
            throw new IOException(
                    "no space left: " + megabytes(needed) + " needed, " + megabytes(free) + " free in " + directory);
        }
    }

    private static String megabytes(long bytes) {
        return bytes < 1_000_000 ? bytes + " bytes" : bytes / 1_000_000 + " MB";
    }
}
