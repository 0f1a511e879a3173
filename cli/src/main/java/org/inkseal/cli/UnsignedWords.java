package org.inkseal.cli;

import java.util.Optional;
import org.inkseal.Declaration;
import org.inkseal.cbor.Value;
import org.inkseal.report.DigitalSourceType;

/**
 * What to tell of pictures whose XMP got a label that is not signed.
 *
 * @param tool the model, if it was named
 * @param dry whether nothing was written
 */
record UnsignedWords(Optional<Declaration.Tool> tool, boolean dry) implements OutputRun.Teller<DigitalSourceType> {
    @Override
    public String word(DigitalSourceType origin) {
        return dry ? "to label" : "labelled";
    }

    @Override
    public String text(DigitalSourceType origin, String source, String target) {
        return source + target
                + "  " + Sentence.origin(Optional.of(origin))
                + tool.map(model -> "  " + GeneratorOptions.words(model)).orElse("")
                + (dry ? "  (dry run, nothing written)" : "  XMP only, not signed");
    }

    @Override
    public Value.Dict json(DigitalSourceType origin, String source, String target) {
        return Value.dict()
                .put("file", source)
                .put("output", target)
                .put("result", dry ? "dry run" : "marked")
                .put("exitCode", ExitCode.GOOD)
                .put("origin", origin.uri())
                .build();
    }
}
