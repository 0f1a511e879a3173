package org.inkseal.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.inkseal.vectors.Golden;

/**
 * Changes golden files in every small way, and writes down what passed without a word. What was done for a file is kept
 * in {@code target/flips}, so that a run that was ended goes on where it was.
 */
public final class FlipMap {
    private static final Path DONE = Path.of("target/flips");

    private FlipMap() {}

    /**
     * Writes the map.
     *
     * @param arguments the file to write, and a regular expression for the golden files to look at now
     */
    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(DONE);
        List<Golden> golden = Samples.golden();
        Pattern wanted = Pattern.compile(arguments[1]);
        List<String> rows = new ArrayList<>();
        boolean unreviewed = false;
        for (Golden one : golden) {
            Path done = DONE.resolve(one.name().replaceAll("[^A-Za-z0-9.]+", "-"));
            if (wanted.matcher(one.name()).find() && !Files.exists(done)) {
                Flips flips = Flips.of(one);
                unreviewed |= flips.unreviewed() > 0;
                Files.writeString(done, flips.row());
                System.err.println(flips.row() + " " + flips.unreviewedPlaces());
            }
            if (Files.exists(done)) {
                rows.add(Files.readString(done));
            }
        }
        Files.write(Path.of(arguments[0]), document(rows).getBytes(StandardCharsets.UTF_8));
        System.out.println("flips of " + rows.size() + " files" + (unreviewed ? ", some not reviewed" : ""));
        System.exit(unreviewed ? 1 : 0);
    }

    private static String document(List<String> rows) {
        StringBuilder text = new StringBuilder("""
                # The map of bit flips

                Written by `fuzz/run.sh flips`; not edited. Each golden file was changed in every small way: one bit flipped, one
                byte taken out, one zero byte put in, two blocks of 64 bytes exchanged. In PNG each flip is looked at once more with
                the checksum of its chunk set right. A change is noticed if the file is no longer
                Valid or Trusted, or if the report has a failure or a remark that it did not have. All others are counted here, by
                the reason for which they may pass; `FlipMapTest` looks at them again in every build.

                | file | bytes | flips | deletions | insertions | exchanges | free: box number | free: padding name | unnoticed for no reason |
                |---|---|---|---|---|---|---|---|---|
                """);
        rows.forEach(row -> text.append(row).append('\n'));
        text.append("\n| free | why |\n|---|---|\n");
        for (Freedom freedom : List.of(Freedom.FRAME, Freedom.PADDING)) {
            text.append("| " + freedom.field() + " | " + freedom.reason() + " |\n");
        }
        return text.toString();
    }
}
