package org.inkseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs of the command line, and of other programs, in a process of their own with an environment that a test chooses. */
final class ProcessRun {
    private ProcessRun() {}

    /** Runs the command line. */
    static Run with(Map<String, String> env, Object... args) throws IOException, InterruptedException {
        List<Object> command = new ArrayList<>(List.of(
                tool("java"),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        return of(env, command.toArray());
    }

    /** Runs a program. */
    static Run of(Map<String, String> env, Object... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("run", ".out");
        Path err = Files.createTempFile("run", ".err");
        try {
            List<String> words = List.of(command).stream().map(Object::toString).toList();
            ProcessBuilder builder =
                    new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(env);
            int code = builder.start().waitFor();
            return new Run(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** A program of this JDK. */
    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
