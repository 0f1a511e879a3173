package org.inkseal.io;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An immutable run of bytes: a window onto an array that nobody changes any more. Equal when the bytes are equal.
 *
 * <p>Slicing copies nothing, so boxes, claims and signatures stay the very bytes that were read or signed.
 */
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int start;
    private final int length;

    private Bytes(byte[] array, int start, int length) {
        this.array = array;
        this.start = start;
        this.length = length;
    }

    /** Wraps an array without copying; the caller gives it up and never changes it again. */
    public static Bytes wrap(byte[] array) {
        return array.length == 0 ? EMPTY : new Bytes(array, 0, array.length);
    }

    /** The UTF-8 bytes of a text. */
    public static Bytes utf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Several runs, one after the other, copied into a new one. */
    public static Bytes concat(Bytes... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Bytes part : parts) {
            out.write(part.array, part.start, part.length);
        }
        return wrap(out.toByteArray());
    }

    /** The text that the bytes are in UTF-8; nothing for overlong forms, surrogates and other faults (RFC 3629 §3). */
    public Optional<String> text() {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(buffer()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Number of bytes. */
    public int length() {
        return length;
    }

    /**
     * One byte as a signed value.
     *
     * @throws IndexOutOfBoundsException if {@code index} is not in [0, length)
     */
    public byte at(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("byte " + index + " of " + length);
        }
        return array[start + index];
    }

    /** One byte as a value from 0 to 255. */
    public int unsigned(int index) {
        return at(index) & 0xff;
    }

    /**
     * The window [from, to).
     *
     * @throws IndexOutOfBoundsException if the window is not inside these bytes
     */
    public Bytes slice(int from, int to) {
        if (from < 0 || to < from || to > length) {
            throw new IndexOutOfBoundsException("[" + from + ", " + to + ") of " + length);
        }
        return new Bytes(array, start + from, to - from);
    }

    /** The window from an index to the end. */
    public Bytes from(int index) {
        return slice(index, length);
    }

    /** A copy as an array. */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, start, start + length);
    }

    /** A read-only buffer over the bytes. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(array, start, length).slice().asReadOnlyBuffer();
    }

    /** Feeds the bytes to a digest. */
    public void updateInto(MessageDigest digest) {
        digest.update(array, start, length);
    }

    /** Copies the bytes into an array at a position. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(array, start, target, at, length);
    }

    /** Whether the bytes at an index are these. */
    public boolean startsWith(int index, byte... expected) {
        if (index < 0 || index + expected.length > length) {
            return false;
        }
        return Arrays.equals(array, start + index, start + index + expected.length, expected, 0, expected.length);
    }

    /** Whether every byte is zero. True for no bytes. */
    public boolean isZero() {
        for (int i = 0; i < length; i++) {
            if (array[start + i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(array, start, start + length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that
                && Arrays.equals(array, start, start + length, that.array, that.start, that.start + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + array[start + i];
        }
        return hash;
    }

    /** A short form for messages: the length, and the bytes themselves where they are few. */
    @Override
    public String toString() {
        return length <= 32 ? hex() : length + " bytes";
    }
}
