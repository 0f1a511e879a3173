package org.inkseal.cbor;

import java.math.BigInteger;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * The head of one data item as stored (RFC 8949 §3): major type, additional information and argument.
 *
 * @param offset of the first byte
 * @param argument an unsigned 64-bit integer; the bits of the number for floats, 0 where the length is indefinite
 * @param end offset of the first byte after the head
 */
record CborHead(int offset, int major, int info, long argument, int end) {
    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BINARY = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int MAP = 5;
    static final int TAG = 6;
    static final int SIMPLE = 7;

    private static final int INDEFINITE = 31;

    /** The head at an offset. */
    static CborHead at(Bytes document, int offset) throws MalformedException {
        if (offset >= document.length()) {
            throw new MalformedException(offset, "CBOR ends where a data item should begin");
        }
        int first = document.unsigned(offset);
        int major = first >> 5;
        int info = first & 0x1f;
        if (info < 24) {
            return new CborHead(offset, major, info, info, offset + 1);
        }
        if (info > 27) {
            boolean open = info == INDEFINITE && major != UNSIGNED && major != NEGATIVE && major != TAG;
            if (!open) {
                throw new MalformedException(
                        offset, "CBOR head " + Integer.toHexString(first) + " is reserved for major type " + major);
            }
            return new CborHead(offset, major, info, 0, offset + 1);
        }
        int end = offset + 1 + (1 << (info - 24));
        if (end > document.length()) {
            throw new MalformedException(offset, "CBOR ends inside the head of a data item");
        }
        long argument = 0;
        for (int i = offset + 1; i < end; i++) {
            argument = argument << 8 | document.unsigned(i);
        }
        return new CborHead(offset, major, info, argument, end);
    }

    boolean isString() {
        return major == BINARY || major == TEXT;
    }

    boolean isIndefinite() {
        return info == INDEFINITE && major != SIMPLE;
    }

    boolean isBreak() {
        return info == INDEFINITE && major == SIMPLE;
    }

    /** The integer that a head of major type 0 or 1 is. */
    BigInteger integer() {
        BigInteger unsigned = BigInteger.valueOf(argument);
        if (argument < 0) {
            unsigned = unsigned.add(BigInteger.ONE.shiftLeft(Long.SIZE));
        }
        return major == NEGATIVE ? unsigned.not() : unsigned;
    }
}
