package org.inkseal.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a status code means for a person who does not know the standard.
 *
 * @param clause where the standard says so, such as {@code "C2PA 2.4 §15.7"}
 * @param text one or two plain sentences
 */
public record Explanation(String clause, String text) {
    /** The table, read when the first explanation is asked for and not before. */
    private static final class Table {
        private static final Map<StatusCode, Explanation> ENTRIES = read();

        private static Map<StatusCode, Explanation> read() {
            Map<StatusCode, Explanation> entries = new EnumMap<>(StatusCode.class);
            try (InputStream in = Explanation.class.getResourceAsStream("explanations.txt")) {
                if (in == null) {
                    throw new IllegalStateException("the library is incomplete: no explanations.txt");
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int first = line.indexOf('|');
                    int second = line.indexOf('|', first + 1);
                    StatusCode code = StatusCode.of(line.substring(0, first)).orElseThrow();
                    entries.put(code, new Explanation(line.substring(first + 1, second), line.substring(second + 1)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return entries;
        }
    }

    /** The explanation of a code; each has one. */
    public static Explanation of(StatusCode code) {
        return Optional.ofNullable(Table.ENTRIES.get(code)).orElseThrow();
    }
}
