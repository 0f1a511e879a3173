package org.inkseal.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.inkseal.io.Bytes;

/** Reads the inputs again that a long run of Jazzer kept, where nothing else allocates and runs: {@code PARSER FOLDER}. */
public final class Replay {
    private Replay() {}

    /** Ends with a message and an exception at the first input that fails or costs too much. */
    public static void main(String[] arguments) throws IOException {
        Parser parser = Parser.valueOf(arguments[0]);
        List<Path> inputs;
        try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
            inputs = files.sorted().toList();
        }
        for (Path input : inputs) {
            try {
                parser.read(Bytes.wrap(Files.readAllBytes(input)), Bounds.bare(true));
            } catch (RuntimeException e) {
                throw new IllegalStateException(input.toString(), e);
            }
        }
        System.out.println(inputs.size() + " inputs within the bounds");
    }
}
