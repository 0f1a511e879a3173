package org.inkseal.facts;

import java.util.Optional;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.report.DigitalSourceType.Maker;
import org.inkseal.report.Mark;

/**
 * China's label of generated content (GB 45438-2025), a JSON object with a number that says how sure its writer is. Writers
 * spell the other keys differently, so only the number and the producer are read.
 */
final class AigcLabel {
    private AigcLabel() {}

    /** The mark of a label, alone or as the value of the key {@code AIGC}; nothing for other texts. */
    static Optional<Mark> mark(String json) {
        Value label;
        try {
            label = JsonReader.read(Bytes.utf8(json), Budget.standard());
        } catch (MalformedException e) {
            return Optional.empty();
        }
        Value inner = label.get("AIGC").orElse(label);
        Optional<String> sure = inner.get("Label")
                .flatMap(value -> value.asText()
                        .or(() -> value.asLong().stream()
                                .boxed()
                                .map(String::valueOf)
                                .findFirst()));
        return sure.map(number -> new Mark(
                Mark.Source.TC260,
                switch (number) {
                    case "1" -> "made by generative AI";
                    case "2" -> "possibly made by generative AI";
                    case "3" -> "suspected to be made by generative AI";
                    default -> "labelled in a way that is not known";
                },
                inner.get("ContentProducer").flatMap(Value::asText).filter(text -> !text.isBlank()),
                number.equals("1") ? Maker.MODEL : Maker.UNKNOWN));
    }
}
