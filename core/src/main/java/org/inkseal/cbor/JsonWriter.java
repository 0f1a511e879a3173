package org.inkseal.cbor;

import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;

/**
 * Writes values as JSON (RFC 8259), in the order of their keys.
 *
 * <p>What JSON lacks becomes the nearest thing it has: byte strings are standard base64, tags are looked through,
 * {@code undefined}, other simple values and numbers that are not finite are {@code null}, integer keys are their
 * decimal digits. Keys that fall together so, such as {@code 1} and {@code "1"}, are both written. The text has no
 * control character inside a string. Halves of surrogate pairs, which are no text and at which some readers stop (RFC 8259
 * §8.2), become U+FFFD, so it is always valid UTF-8 for every reader.
 */
public final class JsonWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<Level> open = new ArrayDeque<>();
    private final boolean pretty;
    private final boolean quoteBytes;

    private JsonWriter(boolean pretty, boolean quoteBytes) {
        this.pretty = pretty;
        this.quoteBytes = quoteBytes;
    }

    /** The JSON text of a value: on one line, or {@code pretty}, with a line for each entry and 2 spaces of indent. */
    public static String write(Value value, boolean pretty) {
        return write(value, new JsonWriter(pretty, false));
    }

    /** The JSON text of a value, pretty, in which byte strings are told from texts: {@code "b64'…'"}, as in crJSON. */
    public static String writeQuotingBytes(Value value) {
        return write(value, new JsonWriter(true, true));
    }

    private static String write(Value value, JsonWriter writer) {
        writer.value(value);
        // A stack of its own: reports nest as deep as the ingredients of a file do.
        while (!writer.open.isEmpty()) {
            writer.step(writer.open.element());
        }
        return writer.out.toString();
    }

    private void step(Level level) {
        if (!level.values.hasNext()) {
            open.pop();
            if (!level.empty) {
                newLine();
            }
            out.append(level.closing);
            return;
        }
        if (!level.empty) {
            out.append(',');
        }
        level.empty = false;
        newLine();
        if (level.keys.hasNext()) {
            key(level.keys.next());
            out.append(pretty ? ": " : ":");
        }
        value(level.values.next());
    }

    private void newLine() {
        if (pretty) {
            out.append('\n').append("  ".repeat(open.size()));
        }
    }

    private void key(Value key) {
        String text = scalar(key.untagged());
        if (text.startsWith("\"")) {
            out.append(text);
        } else {
            out.append('"').append(text).append('"');
        }
    }

    private void value(Value tagged) {
        Value value = tagged.untagged();
        if (value instanceof Value.Array array) {
            out.append('[');
            open.push(new Level(Collections.emptyIterator(), array.items().iterator(), ']'));
        } else if (value instanceof Value.Dict dict) {
            out.append('{');
            open.push(new Level(
                    dict.entries().keySet().iterator(), dict.entries().values().iterator(), '}'));
        } else {
            out.append(scalar(value));
        }
    }

    private String scalar(Value value) {
        if (value instanceof Value.Text text) {
            return quote(text.value());
        }
        if (value instanceof Value.Binary binary) {
            String text = Base64.getEncoder().encodeToString(binary.value().toArray());
            return quoteBytes ? "\"b64'" + text + "'\"" : '"' + text + '"';
        }
        if (value instanceof Value.Int number) {
            return number.value().toString();
        }
        if (value instanceof Value.Bool bool) {
            return Boolean.toString(bool.value());
        }
        if (value instanceof Value.Real real && Double.isFinite(real.value())) {
            return Double.toString(real.value());
        }
        // An array or a map cannot be here but as a key, which no reader lets pass.
        return "null";
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character == '\n') {
                quoted.append("\\n");
            } else if (isHalf(text, i)) {
                quoted.append('\ufffd');
            } else if (Character.isISOControl(character)) {
                quoted.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    quoted.append(Character.forDigit(character >> shift & 0xf, 16));
                }
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isHalf(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(character)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    /** One array or object that is not closed yet. Arrays have no keys. */
    private static final class Level {
        private final Iterator<Value> keys;
        private final Iterator<Value> values;
        private final char closing;
        private boolean empty = true;

        Level(Iterator<Value> keys, Iterator<Value> values, char closing) {
            this.keys = keys;
            this.values = values;
            this.closing = closing;
        }
    }
}
