package org.inkseal.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A file that appears under its name whole or not at all.
 *
 * <p>The bytes go into a temporary file in the same directory, which {@link #commit} moves into place in one step; there
 * is no moment at which the target is missing or half written, not even if the process is killed. Closing without commit
 * deletes the temporary file, and so does the end of the process by SIGINT or SIGTERM.
 *
 * <pre>{@code
 * try (AtomicOutput out = AtomicOutput.replace(picture, OutputOptions.standard())) {
 *     write(out.channel());
 *     verify(out.temp());
 *     out.commit(true);
 * }
 * }</pre>
 */
public final class AtomicOutput implements Closeable {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> COMMON = PosixFilePermissions.fromString("rw-rw-rw-");

    private final Path target;
    private final TempFile temp;
    private final Optional<Original> original;
    private final OutputOptions options;

    private AtomicOutput(Path target, TempFile temp, Optional<Original> original, OutputOptions options) {
        this.target = target;
        this.temp = temp;
        this.original = original;
        this.options = options;
    }

    /**
     * Starts a new file, with the permissions that any new file gets.
     *
     * @throws IOException if the target exists, unless the options allow to {@linkplain #replace} it; if it is a link to
     *     nothing; if the directory cannot be written or is full
     */
    public static AtomicOutput create(Path target, OutputOptions options) throws IOException {
        if (options.replaceExisting() && Files.exists(target)) {
            return replace(target, options);
        }
        FinalMove.requireAbsent(target);
        Path place = target.toAbsolutePath();
        TempFile temp = TempFile.beside(place, permissions(options), options.expectedBytes());
        return new AtomicOutput(place, temp, Optional.empty(), options);
    }

    /**
     * Starts a replacement for a file, which keeps owner, group (where this process may set them), permissions and
     * {@code user.} attributes of the old one; setuid and setgid are dropped, and POSIX access control lists, which the
     * Java runtime cannot see, are lost. The file is locked until {@link #close}. Open the old bytes after this call: a
     * change to them from now on is noticed.
     *
     * @param existing the file, or a link to it, which stays a link
     * @throws IOException if it is no regular file, is read-only, has other names (hard links), or is being written by
     *     somebody else; if the directory cannot be written or is full
     */
    public static AtomicOutput replace(Path existing, OutputOptions options) throws IOException {
        Original original = Original.open(existing, options);
        try {
            TempFile temp = TempFile.beside(original.path(), PRIVATE, options.expectedBytes());
            return new AtomicOutput(original.path(), temp, Optional.of(original), options);
        } catch (IOException | RuntimeException e) {
            original.close();
            throw e;
        }
    }

    /** Where the bytes go; open for reading and writing until {@link #commit}. */
    public FileChannel channel() {
        return temp.channel();
    }

    /** Writes bytes where the channel is; all of them, though a channel may take less than it is given. */
    public void write(Bytes bytes) throws IOException {
        ByteBuffer left = bytes.buffer();
        while (left.hasRemaining()) {
            channel().write(left);
        }
    }

    /** The temporary file, so that what was written can be checked by reading it anew. */
    public Path temp() {
        return temp.path();
    }

    /** The file that will be there after {@link #commit}; behind all links if it exists already. */
    public Path target() {
        return target;
    }

    /**
     * Moves the output into place.
     *
     * @param fsync whether to wait until the disk has it, so that it also outlives a power failure
     * @throws IOException if that failed, or if the target was changed or made by somebody else meanwhile; it is then as
     *     it was
     * @throws IllegalStateException after a commit or close
     */
    public void commit(boolean fsync) throws IOException {
        if (!temp.channel().isOpen()) {
            throw new IllegalStateException(target + " is committed or closed already");
        }
        if (original.isPresent()) {
            original.get().requireUnchanged();
            original.get().properties().applyTo(temp.path());
            if (options.keepTime()) {
                FileProperties.setModified(
                        temp.path(), original.get().identity().modified());
            }
        }
        if (fsync) {
            temp.channel().force(true);
        }
        temp.channel().close();
        FinalMove move = new FinalMove(temp.path(), target);
        if (original.isPresent()) {
            move.replacing();
        } else {
            move.toNewName();
        }
        Leftovers.remove(temp.path());
        if (fsync) {
            move.sync();
        }
    }

    /** Releases the lock, and deletes the temporary file unless it was committed. */
    @Override
    public void close() throws IOException {
        try {
            temp.close();
        } finally {
            if (original.isPresent()) {
                original.get().close();
            }
        }
    }

    /**
     * Deletes the temporary files and locks in a directory that were left by processes that are gone.
     *
     * @return how many were deleted
     */
    public static int sweep(Path directory) throws IOException {
        return Sweep.of(directory);
    }

    /** Whether a file has a name that only temporary files and locks of this class have, of any process. */
    public static boolean isTemporary(Path file) {
        return TempNames.isLock(file) || TempNames.owner(file).isPresent();
    }

    /** Whether two paths lead to one file, however they are written and whatever links they pass. */
    public static boolean sameFile(Path one, Path other) throws IOException {
        if (Files.exists(one) && Files.exists(other)) {
            return Files.isSameFile(one, other);
        }
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static Set<PosixFilePermission> permissions(OutputOptions options) throws IOException {
        if (options.like().isEmpty()) {
            return COMMON;
        }
        Path like = options.like().get();
        PosixFileAttributeView view = Files.getFileAttributeView(like, PosixFileAttributeView.class);
        return view == null ? COMMON : view.readAttributes().permissions();
    }
}
