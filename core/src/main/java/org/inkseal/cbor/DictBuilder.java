package org.inkseal.cbor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.io.Bytes;

/** Builds a {@link Value.Dict}; a later entry with the same key replaces the earlier one. */
public final class DictBuilder {
    private final Map<Value, Value> entries = new LinkedHashMap<>();

    DictBuilder() {}

    /** Adds an entry. */
    public DictBuilder put(Value key, Value value) {
        entries.put(key, value);
        return this;
    }

    /** Adds an entry under a text key. */
    public DictBuilder put(String key, Value value) {
        return put(Value.of(key), value);
    }

    /** Adds a text under a text key. */
    public DictBuilder put(String key, String value) {
        return put(key, Value.of(value));
    }

    /** Adds bytes under a text key. */
    public DictBuilder put(String key, Bytes value) {
        return put(key, Value.of(value));
    }

    /** Adds an integer under a text key. */
    public DictBuilder put(String key, long value) {
        return put(key, Value.of(value));
    }

    /** Adds a truth value under a text key. */
    public DictBuilder put(String key, boolean value) {
        return put(key, Value.of(value));
    }

    /** Adds an array under a text key. */
    public DictBuilder put(String key, List<? extends Value> items) {
        return put(key, Value.of(items));
    }

    /** Adds a text under a text key, if there is one. */
    public DictBuilder putIfPresent(String key, Optional<String> value) {
        value.ifPresent(text -> put(key, text));
        return this;
    }

    /** The map as it stands. */
    public Value.Dict build() {
        return new Value.Dict(entries);
    }
}
