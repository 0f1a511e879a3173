package org.inkseal.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The temporary files and locks that this process has now. They are deleted when it ends, also by SIGINT or SIGTERM. */
final class Leftovers {
    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

    /** A file that was noted just before the end may be made just after it. */
    private static final long AGAIN_AFTER_MILLIS = 20;

    private static volatile boolean ending;

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
            throw new IOException(file + " not written: the program is ending");
        }
        return added;
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
        delete();
        try {
            Thread.sleep(AGAIN_AFTER_MILLIS);
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
