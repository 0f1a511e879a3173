package org.inkseal.assertion;

import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.MalformedException;

/** Reading the fields of a map, with messages that name the field. */
public final class Fields {
    private Fields() {}

    /** The value itself, which must be a map. */
    public static Value map(Content content) throws MalformedException {
        return content.asValue()
                .filter(value -> value.asDict().isPresent())
                .orElseThrow(() -> new MalformedException(0, "the content is not a map"));
    }

    /** A field that must be there. */
    public static Value required(Value map, String key) throws MalformedException {
        return map.get(key).orElseThrow(() -> new MalformedException(0, "field \"" + key + "\" is missing"));
    }

    /** A text field that must be there. */
    public static String text(Value map, String key) throws MalformedException {
        return required(map, key).asText().orElseThrow(() -> wrong(key, "a text"));
    }

    /** A text field that may be absent, and is a text if not. */
    public static Optional<String> optionalText(Value map, String key) throws MalformedException {
        Optional<Value> value = map.get(key);
        if (value.isPresent() && value.get().asText().isEmpty()) {
            throw wrong(key, "a text");
        }
        return value.flatMap(Value::asText);
    }

    /** A list field that may be absent, and is an array if not. */
    public static List<Value> optionalList(Value map, String key) throws MalformedException {
        Optional<Value> value = map.get(key);
        if (value.isPresent() && value.get().asArray().isEmpty()) {
            throw wrong(key, "an array");
        }
        return value.flatMap(Value::asArray).orElse(List.of());
    }

    /** The complaint that a field is of another kind than it must be. */
    public static MalformedException wrong(String key, String wanted) {
        return new MalformedException(0, "field \"" + key + "\" is not " + wanted);
    }
}
