package org.inkseal.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The temporary files and locks that this process has now. They are deleted when it ends, also by SIGINT or SIGTERM. */
final class Leftovers {
    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

    /** Held by everybody who makes a file, and by the end of the process once, which waits for them. */
    private static final ReadWriteLock MAKING = new ReentrantReadWriteLock();

    /** For a disk that does not answer: the end of a process must not take two seconds. */
    private static final long PATIENCE_MILLIS = 1_000;

    private static volatile boolean ending;

    /** Makes a file. */
    interface Making<T> {
        T make() throws IOException;
    }

    private Leftovers() {}

    /** The hook is registered with the first file: a process that writes none has none. */
    private static final class Hook {
        private static final boolean REGISTERED = register();

        private static boolean register() {
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::deleteAll, "inkseal-leftovers"));
                return true;
            } catch (IllegalStateException ending) {
                return false;
            }
        }
    }

    /**
     * Notes a file before it is made.
     *
     * @return whether nobody in this process has it
     * @throws IOException if this process is ending
     */
    static boolean add(Path file) throws IOException {
        boolean added = Hook.REGISTERED && FILES.add(file);
        if (!Hook.REGISTERED || ending) {
            throw ending(file);
        }
        return added;
    }

    private static IOException ending(Path file) {
        return new IOException(file + " not written: the program is ending");
    }

    /**
     * Makes a file that was noted: before the end of this process, which deletes it then, or not at all.
     *
     * @throws IOException if that fails, or if this process is ending
     */
    static <T> T made(Path file, Making<T> making) throws IOException {
        MAKING.readLock().lock();
        try {
            if (ending) {
                throw ending(file);
            }
            return making.make();
        } finally {
            MAKING.readLock().unlock();
        }
    }

    static boolean contains(Path file) {
        return FILES.contains(file);
    }

    /** Whether a file that a process left, and that is none of ours here, has no owner: its process is gone, or was us. */
    static boolean isAbandoned(long pid) {
        return pid == ProcessHandle.current().pid()
                || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    /** Forgets a file that has become permanent or is gone. */
    static void remove(Path file) {
        FILES.remove(file);
    }

    private static void deleteAll() {
        ending = true;
        try {
            MAKING.writeLock().tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delete();
    }

    private static void delete() {
        for (Path file : FILES) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // Nobody is left to be told; the next sweep finds the file.
            }
        }
    }
}
