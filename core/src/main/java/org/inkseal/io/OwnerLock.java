package org.inkseal.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lock file that holds the number of the process that works on the file beside it. A lock whose process is gone is
 * taken over. Whoever reads and writes the number holds the kernel's lock on the lock file meanwhile, so that two who
 * find the same stale lock cannot both take it.
 */
final class OwnerLock implements Closeable {
    private static final String PREFIX = "inkseal ";
    private static final int MOST_BYTES = 64;

    private final Path path;

    private OwnerLock(Path path) {
        this.path = path;
    }

    /**
     * Takes the lock of a file.
     *
     * @throws IOException if another one has it
     */
    static OwnerLock take(Path file) throws IOException {
        Path path = TempNames.lock(file);
        if (!Leftovers.add(path)) {
            throw new IOException(file + " is being written by this process already");
        }
        Bytes ours = Bytes.utf8(PREFIX + ProcessHandle.current().pid() + "\n");
        try {
            do {
                write(file, path, ours);
            } while (!holds(path, ours));
            return new OwnerLock(path);
        } catch (IOException e) {
            abandon(path, ours);
            Leftovers.remove(path);
            throw e;
        }
    }

    /** Takes away a lock that could not be taken whole; never one that has another's number. */
    private static void abandon(Path path, Bytes ours) {
        try (FileChannel channel = open(path)) {
            Bytes text = read(channel);
            if (text.length() == 0 || text.equals(ours)) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // Not there, or not to be read: then the next sweep finds it.
        }
    }

    /** Deletes a lock whose process is gone; answers whether it did. */
    static boolean sweep(Path path) throws IOException {
        if (Leftovers.contains(path) || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = open(path);
                FileLock kernel = tryLock(channel)) {
            return kernel != null && isStale(path, channel) && Files.deleteIfExists(path);
        }
    }

    /** Releases the lock. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } finally {
            Leftovers.remove(path);
        }
    }

    private static void write(Path file, Path path, Bytes ours) throws IOException {
        try (FileChannel channel = Leftovers.made(path, () -> open(path, StandardOpenOption.CREATE));
                FileLock kernel = tryLock(channel)) {
            if (kernel == null || !isStale(path, channel)) {
                throw new IOException(file + " is being written by another process; its lock is " + path);
            }
            fill(path, channel, ours);
        }
    }

    /** Writes the number; on a full disk an empty lock would stay behind, so it is taken away while it is still ours. */
    private static void fill(Path path, FileChannel channel, Bytes ours) throws IOException {
        try {
            ByteBuffer text = ours.buffer();
            channel.truncate(0);
            while (text.hasRemaining()) {
                channel.write(text, text.position());
            }
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Whether the lock is still there with our number: its last owner may have deleted it while we took it over. */
    private static boolean holds(Path path, Bytes ours) throws IOException {
        try (FileChannel channel = open(path)) {
            return read(channel).equals(ours);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Whether nobody holds the lock any more; so it is when it holds our own number, left by one that had it before. */
    private static boolean isStale(Path path, FileChannel channel) throws IOException {
        String text = new String(read(channel).toArray(), StandardCharsets.US_ASCII);
        if (text.isEmpty()) {
            return true;
        }
        OptionalLong pid = text.startsWith(PREFIX) && text.endsWith("\n")
                ? TempNames.number(text.substring(PREFIX.length(), text.length() - 1))
                : OptionalLong.empty();
        if (pid.isEmpty()) {
            throw new IOException(path + " stands where a lock should, and is none; move it away");
        }
        return Leftovers.isAbandoned(pid.getAsLong());
    }

    private static Bytes read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(MOST_BYTES);
        int count = Math.max(0, channel.read(buffer, 0));
        return Bytes.wrap(buffer.array()).slice(0, count);
    }

    /** Opens a lock, but never what a link in its place points to. */
    private static FileChannel open(Path path, OpenOption... more) throws IOException {
        Set<OpenOption> options = new HashSet<>(Set.of(more));
        options.add(StandardOpenOption.READ);
        options.add(StandardOpenOption.WRITE);
        options.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(path, options);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
