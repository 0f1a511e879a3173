package org.inkseal.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.inkseal.io.Bytes;

/** Writes the inputs that a long run begins with. */
public final class SeedCorpus {
    private SeedCorpus() {}

    /**
     * Writes the samples of one parser.
     *
     * @param arguments the parser, and the folder
     */
    public static void main(String[] arguments) throws IOException {
        List<Bytes> samples = Samples.of(Parser.valueOf(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        for (int i = 0; i < samples.size(); i++) {
            Files.write(folder.resolve("sample-" + i), samples.get(i).toArray());
        }
    }
}
