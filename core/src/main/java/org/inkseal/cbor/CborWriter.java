package org.inkseal.cbor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;

/**
 * Writes values as CBOR in the core deterministic encoding (RFC 8949 §4.2.1): definite lengths, every integer and float
 * as short as it can be without loss, map keys in bytewise order of their encoding. Equal values give equal bytes.
 */
public final class CborWriter {
    private static final int FLOAT16 = CborHead.SIMPLE << 5 | 25;
    private static final int FLOAT32 = CborHead.SIMPLE << 5 | 26;
    private static final int FLOAT64 = CborHead.SIMPLE << 5 | 27;
    private static final Comparator<Bytes> BYTEWISE =
            (left, right) -> Arrays.compareUnsigned(left.toArray(), right.toArray());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean sorted;

    private CborWriter(boolean sorted) {
        this.sorted = sorted;
    }

    /**
     * The bytes of a value. Integers beyond 64 bits become bignums (tags 2 and 3).
     *
     * @throws IllegalArgumentException if the value is nested deeper than {@link Limit#CBOR_DEPTH} could ever allow,
     *     has text with half a surrogate pair, or a simple value outside 0 to 23 and 32 to 255
     */
    public static Bytes write(Value value) {
        return encode(value, 0, true);
    }

    /**
     * The bytes of a value with the keys of each map in the order in which the map has them; all else as {@link #write}.
     * What a writer that does not sort signed can be had from what it stored.
     *
     * @throws IllegalArgumentException for the same values
     */
    public static Bytes writeInOrder(Value value) {
        return encode(value, 0, false);
    }

    /** Bytes that the head of an item takes, for an argument from 0: 1, 2, 3, 5 or 9. */
    public static int headLength(long argument) {
        if (argument < 24) {
            return 1;
        }
        return argument < 1 << 8 ? 2 : argument < 1 << 16 ? 3 : argument < 1L << 32 ? 5 : 9;
    }

    private static Bytes encode(Value value, int depth, boolean sorted) {
        CborWriter writer = new CborWriter(sorted);
        writer.item(value, depth);
        return Bytes.wrap(writer.out.toByteArray());
    }

    private void item(Value value, int depth) {
        if (value instanceof Value.Int number) {
            integer(number.value());
        } else if (value instanceof Value.Binary binary) {
            string(CborHead.BINARY, binary.value());
        } else if (value instanceof Value.Text text) {
            string(CborHead.TEXT, Utf8.encode(text.value()));
        } else if (value instanceof Value.Array array) {
            head(CborHead.ARRAY, array.items().size());
            int inside = deeper(depth);
            array.items().forEach(item -> item(item, inside));
        } else if (value instanceof Value.Dict dict) {
            map(dict.entries(), deeper(depth));
        } else if (value instanceof Value.Tagged tagged) {
            head(CborHead.TAG, tagged.tag());
            item(tagged.content(), deeper(depth));
        } else if (value instanceof Value.Bool bool) {
            head(CborHead.SIMPLE, bool.value() ? 21 : 20);
        } else if (value instanceof Value.Real real) {
            real(real.value());
        } else if (value instanceof Value.Simple simple) {
            simple(simple.value());
        }
    }

    // Recursion is bounded: what a reader would refuse for its depth is not written.
    private static int deeper(int depth) {
        if (depth == Limit.CBOR_DEPTH.cap()) {
            throw new IllegalArgumentException("value is nested more than " + depth + " deep");
        }
        return depth + 1;
    }

    private void map(Map<Value, Value> entries, int depth) {
        head(CborHead.MAP, entries.size());
        Map<Bytes, Value> ordered = sorted ? new TreeMap<>(BYTEWISE) : new LinkedHashMap<>();
        entries.forEach((key, value) -> ordered.put(encode(key, depth, sorted), value));
        ordered.forEach((key, value) -> {
            out.writeBytes(key.toArray());
            item(value, depth);
        });
    }

    private void string(int major, Bytes content) {
        head(major, content.length());
        out.writeBytes(content.toArray());
    }

    private void integer(BigInteger number) {
        boolean negative = number.signum() < 0;
        BigInteger magnitude = negative ? number.not() : number;
        if (magnitude.bitLength() <= Long.SIZE) {
            head(negative ? CborHead.NEGATIVE : CborHead.UNSIGNED, magnitude.longValue());
            return;
        }
        byte[] digits = magnitude.toByteArray();
        head(CborHead.TAG, negative ? 3 : 2);
        string(CborHead.BINARY, Bytes.wrap(digits).from(digits[0] == 0 ? 1 : 0));
    }

    private void real(double number) {
        float single = (float) number;
        int half = HalfFloat.of(single);
        if (Double.isNaN(number)) {
            bits(FLOAT16, HalfFloat.NAN, Short.BYTES);
        } else if (single != number) {
            bits(FLOAT64, Double.doubleToRawLongBits(number), Long.BYTES);
        } else if (half == HalfFloat.NONE) {
            bits(FLOAT32, Float.floatToRawIntBits(single), Integer.BYTES);
        } else {
            bits(FLOAT16, half, Short.BYTES);
        }
    }

    private void simple(int number) {
        if (number < 0 || number > 255 || (number >= 24 && number < 32)) {
            throw new IllegalArgumentException("simple value " + number + ": allowed are 0 to 23 and 32 to 255");
        }
        head(CborHead.SIMPLE, number);
    }

    /** Writes a head with its argument, an unsigned 64-bit integer, in the fewest bytes. */
    private void head(int major, long argument) {
        int length = argument < 0 ? 9 : headLength(argument);
        if (length == 1) {
            out.write(major << 5 | (int) argument);
        } else {
            int size = length - 1;
            bits(major << 5 | 24 + Integer.numberOfTrailingZeros(size), argument, size);
        }
    }

    private void bits(int first, long argument, int size) {
        out.write(first);
        for (int shift = (size - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.write((int) (argument >>> shift));
        }
    }
}
