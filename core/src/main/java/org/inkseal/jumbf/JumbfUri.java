package org.inkseal.jumbf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Limit;

/**
 * A {@code self#jumbf=} URI: the labels on the way to a superbox of the manifest store (C2PA 2.2 §8.4.1).
 *
 * @param manifest the label of the manifest, if the URI is absolute; else it is the manifest that has the URI
 * @param path labels from the manifest down; empty for the manifest itself
 */
public record JumbfUri(Optional<String> manifest, List<String> path) {
    private static final String SCHEME = "self#jumbf=";
    private static final String STORE = "c2pa";

    /**
     * Copies the path.
     *
     * @throws IllegalArgumentException if a label could not be read back, or there is none
     */
    public JumbfUri {
        path = List.copyOf(path);
        boolean labels = manifest.map(JumbfUri::isSegment).orElse(!path.isEmpty());
        if (!labels || !path.stream().allMatch(JumbfUri::isSegment)) {
            throw new IllegalArgumentException(
                    "JUMBF URI with manifest " + manifest + " and path " + path + ": each must be a label");
        }
        if (manifest.isEmpty() && path.size() > 1 && path.get(0).equals(STORE)) {
            throw new IllegalArgumentException("relative JUMBF URI begins with the label of the store");
        }
    }

    /**
     * The parts of a URI. Absolute are {@code self#jumbf=/c2pa/…} and, as older files write it, {@code
     * self#jumbf=c2pa/…}; others are relative.
     *
     * <p>Nothing for what names no box, or more than one way to it: another scheme, {@code .} and {@code ..}, empty
     * segments, percent signs, characters that no label has, more than {@link Limit#URI_CHARACTERS}. Nothing is
     * decoded, folded or normalised.
     */
    public static Optional<JumbfUri> parse(String uri) {
        if (uri.length() > Limit.URI_CHARACTERS.standard() || !uri.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String rest = uri.substring(SCHEME.length());
        boolean slash = rest.startsWith("/");
        List<String> segments = segments(slash ? rest.substring(1) : rest);
        if (!segments.stream().allMatch(JumbfUri::isSegment)) {
            return Optional.empty();
        }
        boolean absolute = segments.size() > 1 && segments.get(0).equals(STORE);
        if (absolute) {
            return Optional.of(new JumbfUri(Optional.of(segments.get(1)), segments.subList(2, segments.size())));
        }
        return slash ? Optional.empty() : Optional.of(new JumbfUri(Optional.empty(), segments));
    }

    /**
     * The text of an absolute URI of a manifest, or of a box in it.
     *
     * @throws IllegalArgumentException if a label could not be read back
     */
    public static String absolute(String manifestLabel, String... segments) {
        return new JumbfUri(Optional.of(manifestLabel), List.of(segments)).toString();
    }

    /**
     * The text of a URI relative to the manifest that has it.
     *
     * @throws IllegalArgumentException if a label could not be read back, or there is none
     */
    public static String relative(String... segments) {
        return new JumbfUri(Optional.empty(), List.of(segments)).toString();
    }

    /** This URI as it is understood inside a manifest: itself if it is absolute, else absolute with that manifest. */
    public JumbfUri within(String manifestLabel) {
        return manifest.isPresent() ? this : new JumbfUri(Optional.of(manifestLabel), path);
    }

    /** The canonical text: {@code self#jumbf=/c2pa/<manifest>/<path>} or {@code self#jumbf=<path>}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(SCHEME);
        manifest.ifPresent(label -> text.append('/').append(STORE).append('/').append(label));
        for (int i = 0; i < path.size(); i++) {
            text.append(i > 0 || manifest.isPresent() ? "/" : "").append(path.get(i));
        }
        return text.toString();
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            segments.add(path.substring(from, slash));
            from = slash + 1;
        }
        segments.add(path.substring(from));
        return segments;
    }

    /** Whether a URI can name a box with this label. */
    public static boolean isSegment(String text) {
        // Loops and no streams, since every URI of every manifest passes here.
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            boolean lone = point <= Character.MAX_VALUE && Character.isSurrogate((char) point);
            if (point == '%' || point == 0xfeff || point == 0xffff || lone) {
                return false;
            }
        }
        return Label.isAllowed(text) && !text.isEmpty() && !text.equals(".") && !text.equals("..");
    }
}
