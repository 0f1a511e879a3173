package org.inkseal.assertion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
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

    /** A byte string field that may be absent, and is a byte string if not. */
    public static Optional<Bytes> optionalBytes(Value map, String key) throws MalformedException {
        Optional<Value> value = map.get(key);
        if (value.isPresent() && value.get().asBytes().isEmpty()) {
            throw wrong(key, "a byte string");
        }
        return value.flatMap(Value::asBytes);
    }

    /** A field that may be absent, and is a number from 0 to 2^63 - 1 if not. */
    public static OptionalLong optionalCount(Value map, String key) throws MalformedException {
        Optional<Value> value = map.get(key);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = value.get().asLong();
        if (number.isEmpty() || number.getAsLong() < 0) {
            throw wrong(key, "a number from 0 to 2^63-1");
        }
        return number;
    }

    /** A field that must be there and be a number from 0 to 2^63 - 1. */
    public static long count(Value map, String key) throws MalformedException {
        required(map, key);
        return optionalCount(map, key).orElseThrow();
    }

    /** A list field that may be absent, and is an array if not. */
    public static List<Value> optionalList(Value map, String key) throws MalformedException {
        Optional<Value> value = map.get(key);
        if (value.isPresent() && value.get().asArray().isEmpty()) {
            throw wrong(key, "an array");
        }
        return value.flatMap(Value::asArray).orElse(List.of());
    }

    /** A list field that may be absent, and is an array with something in it if not. */
    public static List<Value> entries(Value map, String key) throws MalformedException {
        List<Value> list = optionalList(map, key);
        if (map.get(key).isPresent() && list.isEmpty()) {
            throw wrong(key, "an array with something in it");
        }
        return list;
    }

    /** The complaint that a field is of another kind than it must be. */
    public static MalformedException wrong(String key, String wanted) {
        return new MalformedException(0, "field \"" + key + "\" is not " + wanted);
    }
}
