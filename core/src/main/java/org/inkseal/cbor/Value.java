package org.inkseal.cbor;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.inkseal.io.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One CBOR data item (RFC 8949 §3), or a JSON value.
 *
 * <p>Immutable. Two values are equal when kind and content are equal; the order of the keys of a map is kept but does
 * not count. The {@code as…} methods answer with nothing, rather than fail, when the value is of another kind: what a
 * file should hold and does not is a finding of the check that asked.
 *
 * <p>The kinds that are usual as keys are comparable, with no order that means anything: a map whose keys were chosen
 * to share one hash code then still takes n log n steps, not n².
 */
public sealed interface Value {
    /** An integer, in CBOR from -2^64 to 2^64 - 1 (major types 0 and 1); ones beyond are written as bignums. */
    record Int(BigInteger value) implements Value, Comparable<Int> {
        // Written out, as in every record that a check compares: the generated form is linked when it is first used,
        // which
        // takes longer than the whole check.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Int that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        @Override
        public int compareTo(Int other) {
            return value.compareTo(other.value);
        }
    }

    /** A floating-point number (major type 7, 25 to 27). */
    record Real(double value) implements Value {}

    /** A text string (major type 3). */
    record Text(String value) implements Value, Comparable<Text> {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        @Override
        public int compareTo(Text other) {
            return value.compareTo(other.value);
        }
    }

    /** A byte string (major type 2). */
    record Binary(Bytes value) implements Value, Comparable<Binary> {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Binary that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        @Override
        public int compareTo(Binary other) {
            return value.buffer().compareTo(other.value.buffer());
        }
    }

    /** An array (major type 4). */
    record Array(List<Value> items) implements Value {
        /** Copies the list. */
        public Array {
            items = List.copyOf(items);
        }
    }

    /** A map (major type 5); keys of every kind, in the order of the document. */
    record Dict(Map<Value, Value> entries) implements Value {
        /** Copies the map. */
        public Dict {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** A tagged item (major type 6); the tag number is an unsigned 64-bit integer. */
    record Tagged(long tag, Value content) implements Value {}

    /** True or false. */
    record Bool(boolean value) implements Value {}

    /** {@code null} and {@code undefined}, and simple values that have no meaning here. */
    record Simple(int value) implements Value {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Simple that && value == that.value;
        }

        @Override
        public int hashCode() {
            return value;
        }
    }

    /** The value {@code null}. */
    @SuppressWarnings("ClassInitializationDeadlock") // avoided by simple(int)
    Value NULL = new Simple(22);

    /** The value {@code undefined}. */
    @SuppressWarnings("ClassInitializationDeadlock") // avoided by simple(int)
    Value UNDEFINED = new Simple(23);

    /**
     * A simple value. Readers use it instead of the constructor, so that no two threads can wait for each other's
     * initialisation of this interface and of {@link Simple}, of which it has constants.
     */
    static Value simple(int number) {
        return new Simple(number);
    }

    /** An integer. */
    static Value of(long value) {
        return new Int(BigInteger.valueOf(value));
    }

    /** A text string. */
    static Value of(String value) {
        return new Text(value);
    }

    /** A byte string. */
    static Value of(Bytes value) {
        return new Binary(value);
    }

    /** True or false. */
    static Value of(boolean value) {
        return new Bool(value);
    }

    /** An array. */
    static Value of(List<? extends Value> items) {
        return new Array(List.copyOf(items));
    }

    /** A map under construction. */
    static DictBuilder dict() {
        return new DictBuilder();
    }

    /** The text, if this is a text string; a tag around it is looked through. */
    default Optional<String> asText() {
        return untagged() instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The bytes, if this is a byte string. */
    default Optional<Bytes> asBytes() {
        return untagged() instanceof Binary binary ? Optional.of(binary.value()) : Optional.empty();
    }

    /** The number, if this is an integer that fits a long. */
    default OptionalLong asLong() {
        return untagged() instanceof Int number && number.value().bitLength() < Long.SIZE
                ? OptionalLong.of(number.value().longValue())
                : OptionalLong.empty();
    }

    /** The truth value, if this is one. */
    default Optional<Boolean> asBool() {
        return untagged() instanceof Bool bool ? Optional.of(bool.value()) : Optional.empty();
    }

    /** The items, if this is an array. */
    default Optional<List<Value>> asArray() {
        return untagged() instanceof Array array ? Optional.of(array.items()) : Optional.empty();
    }

    /** The map, if this is one. */
    default Optional<Dict> asDict() {
        return untagged() instanceof Dict dict ? Optional.of(dict) : Optional.empty();
    }

    /** The entry of a map under a text key; nothing when it is absent or {@code null}, as older writers put it. */
    default Optional<Value> get(String key) {
        return get(new Text(key));
    }

    /** The entry of a map under an integer key; nothing when it is absent or {@code null}. */
    default Optional<Value> get(long key) {
        return get(of(key));
    }

    /** The entry of a map under a key; nothing when it is absent or {@code null}. */
    default Optional<Value> get(Value key) {
        return asDict().map(dict -> dict.entries().get(key)).filter(value -> !value.isNull());
    }

    /** Whether this is {@code null} or {@code undefined}. */
    default boolean isNull() {
        return this instanceof Simple simple && (simple.value() == 22 || simple.value() == 23);
    }

    /** This value without the tags around it. */
    default Value untagged() {
        Value value = this;
        while (value instanceof Tagged tagged) {
            value = tagged.content();
        }
        return value;
    }
}
