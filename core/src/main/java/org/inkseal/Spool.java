package org.inkseal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that only its owner may enter, with what came as a stream and room for what is made of it; deleted with both
 * when closed.
 */
record Spool(Path folder) implements Closeable {
    /**
     * Takes in a stream.
     *
     * @throws IOException if it fails, or there is no room for it
     */
    static Spool of(InputStream in) throws IOException {
        Spool spool = new Spool(Files.createTempDirectory("inkseal-"));
        try {
            Files.copy(in, spool.input());
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** What came in. */
    Path input() {
        return folder.resolve("input");
    }

    /** Where the output goes. */
    Path output() {
        return folder.resolve("output");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(output());
        Files.deleteIfExists(input());
        Files.delete(folder);
    }
}
