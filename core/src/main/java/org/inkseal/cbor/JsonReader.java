package org.inkseal.cbor;

import java.util.List;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON document (RFC 8259) as a {@link Value}: numbers without fraction and exponent become integers, others
 * floats.
 *
 * <p>Refused are byte order marks, invalid UTF-8, strings with half a surrogate pair, a name that an object has twice,
 * numbers of more than 100 characters, those that are no finite double, and anything after the value.
 */
public final class JsonReader {
    private static final int MAX_CHARACTERS = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth((int) Limit.JSON_DEPTH.cap() + 1)
                    .maxNameLength((int) Limit.JSON_BYTES.cap())
                    .maxStringLength((int) Limit.JSON_BYTES.cap())
                    .maxNumberLength(MAX_CHARACTERS)
                    .build())
            .build();

    private final JsonParser parser;
    private final ValueStack stack;

    private JsonReader(JsonParser parser, ValueStack stack) {
        this.parser = parser;
        this.stack = stack;
    }

    /**
     * The one value that the document is. Offsets of faults after the first character are in characters.
     *
     * @throws MalformedException if it is not well-formed, breaks a rule above, or passes {@link Limit#JSON_BYTES} or
     *     {@link Limit#JSON_DEPTH}
     */
    public static Value read(Bytes json, Budget budget) throws MalformedException {
        budget.check(Limit.JSON_BYTES, json.length(), 0);
        // Decoded here because Jackson's decoder lets overlong forms pass.
        String text = Utf8.decode(json, 0);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonReader(parser, new ValueStack(budget, Limit.JSON_DEPTH)).read();
        }
    }

    private Value read() throws MalformedException {
        do {
            JsonToken token = next();
            if (token == JsonToken.NOT_AVAILABLE) {
                throw new MalformedException(offset(), "JSON ends inside a value");
            }
            step(token);
        } while (stack.root().isEmpty());
        if (next() != JsonToken.NOT_AVAILABLE) {
            throw new MalformedException(offset(), "JSON goes on after its value");
        }
        return stack.root().get();
    }

    private void step(JsonToken token) throws MalformedException {
        switch (token) {
            case START_ARRAY -> stack.open(false, List.of(), offset());
            case START_OBJECT -> stack.open(true, List.of(), offset());
            case END_ARRAY, END_OBJECT -> stack.close();
            case PROPERTY_NAME -> stack.key(text(), offset());
            default -> stack.add(scalar(token), List.of(), offset());
        }
    }

    private Value scalar(JsonToken token) throws MalformedException {
        try {
            return switch (token) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
                case VALUE_TRUE -> Value.of(true);
                case VALUE_FALSE -> Value.of(false);
                case VALUE_NULL -> Value.NULL;
                default -> text();
            };
        } catch (RuntimeException e) {
            throw malformed(e);
        }
    }

    private Value number(JsonToken token) throws MalformedException {
        if (parser.getStringLength() > MAX_CHARACTERS) {
            throw new MalformedException(offset(), "JSON number has more than " + MAX_CHARACTERS + " characters");
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return new Value.Int(parser.getBigIntegerValue());
        }
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new MalformedException(offset(), "JSON number is larger than any double");
        }
        return new Value.Real(value);
    }

    private Value text() throws MalformedException {
        try {
            String text = parser.getString();
            Utf8.encode(text);
            return Value.of(text);
        } catch (RuntimeException e) {
            throw malformed(e);
        }
    }

    /** The next token, {@link JsonToken#NOT_AVAILABLE} at the end. Whatever is thrown, the document is to blame. */
    private JsonToken next() throws MalformedException {
        try {
            JsonToken token = parser.nextToken();
            return token == null ? JsonToken.NOT_AVAILABLE : token;
        } catch (RuntimeException e) {
            throw malformed(e);
        }
    }

    private MalformedException malformed(RuntimeException e) {
        String message = e instanceof JacksonException jackson ? jackson.getOriginalMessage() : e.getMessage();
        return new MalformedException(offset(), "JSON: " + message);
    }

    private long offset() {
        // Before the first token Jackson knows no place.
        return Math.max(0, parser.currentTokenLocation().getCharOffset());
    }
}
