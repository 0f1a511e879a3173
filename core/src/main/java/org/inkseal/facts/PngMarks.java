package org.inkseal.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.inkseal.report.Mark;

/** Marks in the texts of PNG files. Which keywords there are is enough: prompts and settings are nobody's business. */
final class PngMarks {
    private PngMarks() {}

    static List<Mark> of(List<MetadataBlocks.Text> texts) {
        List<Mark> marks = new ArrayList<>();
        Set<String> keywords = texts.stream().map(MetadataBlocks.Text::keyword).collect(Collectors.toSet());
        for (MetadataBlocks.Text text : texts) {
            if (text.keyword().equals("AIGC")) {
                AigcLabel.mark(text.value()).ifPresent(marks::add);
            } else if (text.keyword().equals("Software") || text.keyword().equals("Source")) {
                Generators.named(Mark.Source.PNG_TEXT, text.value()).ifPresent(marks::add);
            }
        }
        generator(keywords).ifPresent(name -> marks.add(Generators.settings(Mark.Source.PNG_TEXT, name)));
        return marks;
    }

    private static Optional<String> generator(Set<String> keywords) {
        if (keywords.contains("workflow") && keywords.contains("prompt")) {
            return Optional.of("ComfyUI");
        }
        if (keywords.contains("invokeai_metadata") || keywords.contains("sd-metadata")) {
            return Optional.of("InvokeAI");
        }
        return keywords.contains("parameters") ? Optional.of("Stable Diffusion") : Optional.empty();
    }
}
