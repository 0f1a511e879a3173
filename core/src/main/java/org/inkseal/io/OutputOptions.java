package org.inkseal.io;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an {@link AtomicOutput} treats what is there already. The standard options damage nothing.
 *
 * @param expectedBytes bytes that will be written, so that a full disk is noticed before; 0 if that is not known
 * @param replaceExisting whether {@link AtomicOutput#create} may replace a file
 * @param breakLinks whether a file with several names (hard links) may be replaced, which cuts it off from the others
 * @param keepTime whether a replaced file keeps its time of last modification
 * @param like a file whose permissions a new file shall not exceed, as {@code cp} does it for the file that it copies
 */
public record OutputOptions(
        long expectedBytes, boolean replaceExisting, boolean breakLinks, boolean keepTime, Optional<Path> like) {
    private static final long MOST_BYTES = 1L << 60;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if it is negative or larger than any file
     */
    public OutputOptions {
        if (expectedBytes < 0 || expectedBytes > MOST_BYTES) {
            throw new IllegalArgumentException(expectedBytes + " bytes expected, allowed are 0 to 2^60");
        }
    }

    /** Nothing is replaced and no link broken; size unknown; a new time. */
    public static OutputOptions standard() {
        return new OutputOptions(0, false, false, false, Optional.empty());
    }

    /** These options for an output of a known size. */
    public OutputOptions expecting(long bytes) {
        return new OutputOptions(bytes, replaceExisting, breakLinks, keepTime, like);
    }

    /** These options with leave to replace a file. */
    public OutputOptions replacing() {
        return new OutputOptions(expectedBytes, true, breakLinks, keepTime, like);
    }

    /** These options with leave to replace a file that has several names. */
    public OutputOptions breakingLinks() {
        return new OutputOptions(expectedBytes, replaceExisting, true, keepTime, like);
    }

    /** These options, keeping the time of last modification. */
    public OutputOptions keepingTime() {
        return new OutputOptions(expectedBytes, replaceExisting, breakLinks, true, like);
    }

    /** These options for a new file that is made from another one and no more open than it. */
    public OutputOptions like(Path source) {
        return new OutputOptions(expectedBytes, replaceExisting, breakLinks, keepTime, Optional.of(source));
    }
}
