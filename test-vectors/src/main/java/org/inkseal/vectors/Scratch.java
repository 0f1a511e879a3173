package org.inkseal.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for files that are needed for a while only. Closing it takes it away with all that is in it. */
public record Scratch(Path folder) implements AutoCloseable {
    /** A new empty folder among the temporary files, whose name starts with a word. */
    public static Scratch named(String word) throws IOException {
        return new Scratch(Files.createTempDirectory(word));
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
