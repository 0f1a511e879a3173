package org.inkseal.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.OriginClaim;
import org.inkseal.xmp.Xmp;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;

/**
 * What the metadata of a file says about the origin of its picture: the IPTC digital source type, and the label of generated
 * content of China (GB 45438-2025). These are no permissions, and nobody signs for them.
 */
public final class OriginMarks {
    private static final XmpName SOURCE_TYPE = XmpNamespace.IPTC.name("DigitalSourceType");
    private static final XmpName AIGC = XmpNamespace.TC260.name("AIGC");

    /** What the labels of GB 45438-2025 say. */
    private static final Map<String, String> LABELS = Map.of(
            "1", "made by generative AI",
            "2", "possibly made by generative AI",
            "3", "suspected to be made by generative AI");

    private OriginMarks() {}

    /** Reads all marks. Whatever is in the metadata, this gives an answer. */
    public static List<OriginClaim> of(Xmp xmp) {
        List<OriginClaim> claims = new ArrayList<>();
        for (String value : xmp.texts(SOURCE_TYPE)) {
            if (!value.isEmpty()) {
                String phrase = DigitalSourceType.of(value)
                        .map(DigitalSourceType::phrase)
                        .orElse("of a source type that is not in the vocabulary");
                claims.add(new OriginClaim("Iptc4xmpExt:DigitalSourceType", value, phrase, Optional.empty()));
            }
        }
        for (String value : xmp.texts(AIGC)) {
            if (!value.isEmpty()) {
                claims.add(aigc(value));
            }
        }
        return claims;
    }

    /** The value is a JSON object; one that cannot be read is still a mark. */
    private static OriginClaim aigc(String text) {
        Optional<Value> mark;
        try {
            mark = Optional.of(JsonReader.read(Bytes.utf8(text), Budget.standard()));
        } catch (MalformedException e) {
            mark = Optional.empty();
        }
        Optional<Value> label = mark.flatMap(value -> value.get("Label"));
        String number = label.flatMap(Value::asText)
                .orElseGet(() -> label.map(OriginMarks::digits).orElse(""));
        return new OriginClaim(
                "TC260:AIGC",
                text,
                LABELS.getOrDefault(number, "marked as generated content"),
                mark.flatMap(value -> value.get("ContentProducer"))
                        .flatMap(Value::asText)
                        .filter(producer -> !producer.isBlank()));
    }

    private static String digits(Value value) {
        OptionalLong number = value.asLong();
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }
}
