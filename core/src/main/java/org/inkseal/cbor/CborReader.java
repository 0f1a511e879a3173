package org.inkseal.cbor;

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
import tools.jackson.dataformat.cbor.CBORFactory;

/**
 * Reads one CBOR document (RFC 8949).
 *
 * <p>Any well-formed encoding is read: indefinite lengths, integers and floats longer than they need be. Refused are
 * trailing bytes, invalid UTF-8, keys that are neither integers nor strings, tags on keys, and a key that a map has
 * twice; {@code 1}, {@code "1"} and {@code h'31'} are three keys. Nothing is interpreted: all tags are kept, a bignum is
 * a tagged byte string, {@code undefined} is not {@code null}. Byte strings are windows onto the document.
 *
 * <p>Memory grows with the bytes that are there, never with a length that they claim.
 */
public final class CborReader {
    // Text keys are bounded by Limit.CBOR_TEXT_BYTES, depth by Limit.CBOR_DEPTH: these only must not stop earlier.
    private static final CBORFactory FACTORY = CBORFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth((int) Limit.CBOR_DEPTH.cap() + 1)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final CborScan scan;
    private final JsonParser parser;
    private final ValueStack stack;

    private CborReader(CborScan scan, JsonParser parser, ValueStack stack) {
        this.scan = scan;
        this.parser = parser;
        this.stack = stack;
    }

    /**
     * The one data item that the document is.
     *
     * @throws MalformedException if it is not well-formed, breaks a rule above, or passes {@link Limit#CBOR_DEPTH},
     *     {@link Limit#CBOR_ITEMS} or {@link Limit#CBOR_TEXT_BYTES}
     */
    public static Value read(Bytes document, Budget budget) throws MalformedException {
        byte[] untagged = CborScan.untagged(document, budget).toArray();
        CborScan scan = new CborScan(document, budget);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), untagged)) {
            return new CborReader(scan, parser, new ValueStack(budget, Limit.CBOR_DEPTH)).read();
        }
    }

    private Value read() throws MalformedException {
        do {
            step(next());
        } while (stack.root().isEmpty());
        int end = scan.offset();
        if (scan.next().isPresent() || next() != JsonToken.NOT_AVAILABLE) {
            throw new MalformedException(end, "CBOR goes on after its data item");
        }
        return stack.root().get();
    }

    /** Takes one token, and the item that it stands for: every token does, except the ends of arrays and maps. */
    private void step(JsonToken token) throws MalformedException {
        if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
            stack.close();
            return;
        }
        CborItem item =
                scan.next().orElseThrow(() -> new MalformedException(scan.offset(), "CBOR ends inside a data item"));
        switch (token) {
            case START_ARRAY -> stack.open(false, item.tags(), item.offset());
            case START_OBJECT -> stack.open(true, item.tags(), item.offset());
            case PROPERTY_NAME -> stack.key(key(item), item.offset());
            case VALUE_TRUE -> add(Value.of(true), item);
            case VALUE_FALSE -> add(Value.of(false), item);
            case VALUE_NUMBER_FLOAT -> add(new Value.Real(parser.getDoubleValue()), item);
            default -> add(item.scalar(), item);
        }
    }

    private void add(Value value, CborItem item) throws MalformedException {
        stack.add(value, item.tags(), item.offset());
    }

    private static Value key(CborItem item) throws MalformedException {
        if (!item.tags().isEmpty()) {
            throw new MalformedException(item.offset(), "key of a CBOR map is tagged");
        }
        return item.scalar();
    }

    /** The next token; {@link JsonToken#NOT_AVAILABLE} at the end. Whatever the library throws is a malformed document. */
    private JsonToken next() throws MalformedException {
        try {
            JsonToken token = parser.nextToken();
            return token == null ? JsonToken.NOT_AVAILABLE : token;
        } catch (RuntimeException e) {
            String message = e instanceof JacksonException jackson ? jackson.getOriginalMessage() : e.getMessage();
            throw new MalformedException(scan.offset(), "CBOR is not well-formed: " + message);
        }
    }
}
