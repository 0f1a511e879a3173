package org.inkseal.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.inkseal.report.DigitalSourceType.Maker;
import org.inkseal.report.Mark;

/** The names under which generators of pictures sign metadata, as they are seen in files. */
final class Generators {
    private static final List<String> NAMES = List.of(
            "ideogram ai",
            "midjourney",
            "dall-e",
            "dall·e",
            "made with google ai",
            "stable diffusion",
            "novelai",
            "comfyui",
            "invokeai",
            "leonardo.ai",
            "adobe firefly",
            "black forest labs",
            "draw things",
            "fooocus",
            "recraft");

    private Generators() {}

    /** The mark of a text that has one of the names in it. */
    static Optional<Mark> named(Mark.Source source, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(lower::contains)
                ? Optional.of(new Mark(source, "made with an image generator", Optional.of(text), Maker.MODEL))
                : Optional.empty();
    }

    /** The mark of a generator that leaves its settings in a file; these are not repeated. */
    static Mark settings(Mark.Source source, String generator) {
        return new Mark(
                source, "made with an image generator, whose settings it holds", Optional.of(generator), Maker.MODEL);
    }
}
