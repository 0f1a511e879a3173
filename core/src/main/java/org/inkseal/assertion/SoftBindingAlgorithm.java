package org.inkseal.assertion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An algorithm of the C2PA soft binding algorithm list (C2PA 2.4 §18.10.4), as the list was on {@link #LIST_DATE}. It
 * grows, so a name that is not on it may be on a later one.
 *
 * @param name the name that a soft binding has
 * @param watermark whether it puts something into the picture; if not, it is a fingerprint
 * @param media {@code image}, {@code video}, {@code audio}: what it is for
 */
public record SoftBindingAlgorithm(String name, boolean watermark, Set<String> media) {
    /** When the list was taken. */
    public static final String LIST_DATE = "2026-08-13";

    /** Copies the set. */
    public SoftBindingAlgorithm {
        media = Set.copyOf(media);
    }

    /** The list is read when somebody asks. */
    private static final class Listed {
        private static final Map<String, SoftBindingAlgorithm> BY_NAME = read();

        private static Map<String, SoftBindingAlgorithm> read() {
            Map<String, SoftBindingAlgorithm> all = new HashMap<>();
            InputStream in = SoftBindingAlgorithm.class.getResourceAsStream("soft-bindings.txt");
            if (in == null) {
                throw new IllegalStateException("the library is incomplete: no soft-bindings.txt");
            }
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                    String[] words = line.split(" ", -1);
                    boolean watermark = words[1].equals("watermark");
                    Set<String> media = Set.of(words[2].split(",", -1));
                    all.put(words[0], new SoftBindingAlgorithm(words[0], watermark, media));
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return all;
        }
    }

    /** The algorithm of a name; nothing if the list did not have it, or has it for texts only. */
    public static Optional<SoftBindingAlgorithm> of(String name) {
        return Optional.ofNullable(Listed.BY_NAME.get(name));
    }
}
