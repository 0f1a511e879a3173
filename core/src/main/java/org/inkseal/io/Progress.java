package org.inkseal.io;

/** Hears how far a long pass over a file has come. Called about every 256 KiB, on the thread that works. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = bytes -> {};

    /**
     * A further part is done.
     *
     * @param bytes bytes done since the last call
     */
    void advanced(long bytes);
}
