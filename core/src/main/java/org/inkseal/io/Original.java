package org.inkseal.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is about to be replaced, under lock, with what was seen of it at the start.
 *
 * @param path where it really is, behind all links
 */
record Original(Path path, OwnerLock lock, FileIdentity identity, FileProperties properties) implements Closeable {
    /** Locks a file and looks at it. */
    static Original open(Path file, OutputOptions options) throws IOException {
        Path real = file.toRealPath();
        requireReplaceable(real, options);
        OwnerLock lock = OwnerLock.take(real);
        try {
            return new Original(real, lock, FileIdentity.of(real), FileProperties.of(real));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Checks that nobody changed the file.
     *
     * @throws IOException if somebody did
     */
    void requireUnchanged() throws IOException {
        if (!Files.exists(path) || !FileIdentity.of(path).equals(identity)) {
            throw new IOException(path + " was changed by somebody else meanwhile; it is left as it is");
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void requireReplaceable(Path real, OutputOptions options) throws IOException {
        if (!Files.isRegularFile(real)) {
            throw new IOException(real + " is not a regular file");
        }
        if (!Files.isWritable(real)) {
            throw new IOException(real + " is read-only; change its permissions or write to another file");
        }
        int names = names(real);
        if (names > 1 && !options.breakLinks()) {
            throw new IOException(
                    real + " has " + names + " names (hard links), and replacing it would leave the others"
                            + " with the old bytes; allow that or write to another file");
        }
    }

    private static int names(Path real) throws IOException {
        boolean known = real.getFileSystem().supportedFileAttributeViews().contains("unix");
        return known && Files.getAttribute(real, "unix:nlink") instanceof Integer count ? count : 1;
    }
}
