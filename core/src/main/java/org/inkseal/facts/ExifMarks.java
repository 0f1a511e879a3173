package org.inkseal.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.inkseal.report.DigitalSourceType.Maker;
import org.inkseal.report.Mark;

/** Marks in EXIF: names of generators, the signature of one, labels and settings in the comment. */
final class ExifMarks {
    /** One generator writes a random number as the artist, and what it calls a signature as the description. */
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ExifMarks() {}

    static List<Mark> of(Exif exif) {
        List<Mark> marks = new ArrayList<>();
        for (Exif.Field field : List.of(
                Exif.Field.MAKE, Exif.Field.MODEL, Exif.Field.SOFTWARE, Exif.Field.ARTIST, Exif.Field.DESCRIPTION)) {
            exif.text(field)
                    .flatMap(text -> Generators.named(Mark.Source.EXIF, text))
                    .ifPresent(marks::add);
        }
        boolean numbered = exif.text(Exif.Field.ARTIST)
                .filter(text -> NUMBER.matcher(text).matches())
                .isPresent();
        boolean signed = exif.text(Exif.Field.DESCRIPTION)
                .filter(text -> text.startsWith("Signature:"))
                .isPresent();
        if (numbered && signed) {
            marks.add(new Mark(
                    Mark.Source.EXIF, "made with an image generator", Optional.of("the pattern of Grok"), Maker.MODEL));
        }
        if (marks.isEmpty()) {
            camera(exif).ifPresent(marks::add);
        }
        exif.text(Exif.Field.COMMENT).ifPresent(comment -> {
            AigcLabel.mark(comment).ifPresent(marks::add);
            if (comment.contains("Steps: ") && comment.contains("Sampler: ")) {
                marks.add(Generators.settings(Mark.Source.EXIF, "Stable Diffusion"));
            }
        });
        return marks;
    }

    /** Cameras write both fields. A picture of one may have been through anything since, so it speaks for no maker. */
    private static Optional<Mark> camera(Exif exif) {
        String make = exif.text(Exif.Field.MAKE).orElse("");
        Optional<String> model = exif.text(Exif.Field.MODEL).filter(text -> !make.isEmpty());
        return model.map(name -> new Mark(
                Mark.Source.EXIF,
                "taken with a camera",
                Optional.of(name.startsWith(make) ? name : make + " " + name),
                Maker.UNKNOWN));
    }
}
