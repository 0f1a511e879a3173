package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * How the numbers of a TIFF file are written (TIFF 6.0 §2; BigTIFF). The store itself never depends on it.
 *
 * @param little whether the least significant byte comes first ({@code II})
 * @param big whether offsets and counts have 64 bits (BigTIFF)
 */
record TiffCoding(boolean little, boolean big) {
    /** The coding that the first bytes of a file tell; empty if it is no TIFF file. */
    static Optional<TiffCoding> of(Bytes head) {
        for (boolean little : new boolean[] {true, false}) {
            for (boolean big : new boolean[] {false, true}) {
                TiffCoding coding = new TiffCoding(little, big);
                if (head.startsWith(0, coding.signature())) {
                    return Optional.of(coding);
                }
            }
        }
        return Optional.empty();
    }

    /** The bytes that the file starts with, up to where its first IFD is said to be. */
    byte[] signature() {
        ByteBuffer bytes = buffer(big ? 8 : 4).put(little ? (byte) 'I' : (byte) 'M');
        bytes.put(bytes.get(0)).putShort((short) (big ? 43 : 42));
        return (big ? bytes.putShort((short) 8) : bytes).array();
    }

    /** Bytes of an offset, and of the count of an entry. */
    int width() {
        return big ? 8 : 4;
    }

    /** Where the place of the first IFD is written. */
    long firstPointer() {
        return big ? 8 : 4;
    }

    /** Bytes of the header. */
    long headerLength() {
        return firstPointer() + width();
    }

    /** Bytes of the number of entries in an IFD. */
    int sizeWidth() {
        return big ? 8 : 2;
    }

    /** Bytes of an entry of an IFD. */
    int entryLength() {
        return 4 + 2 * width();
    }

    int u16(Window window, long at) throws IOException, MalformedException {
        int value = window.u16(at);
        return little ? (value & 0xff) << 8 | value >> 8 : value;
    }

    long u32(Window window, long at) throws IOException, MalformedException {
        long value = window.u32(at);
        return little ? Integer.toUnsignedLong(Integer.reverseBytes((int) value)) : value;
    }

    /** 64 bits; negative for what is 2^63 or more. */
    long s64(Window window, long at) throws IOException, MalformedException {
        long value = window.s64(at);
        return little ? Long.reverseBytes(value) : value;
    }

    /** An offset or a count. */
    long number(Window window, long at) throws IOException, MalformedException {
        return big ? s64(window, at) : u32(window, at);
    }

    /** The bytes of offsets or counts. */
    Bytes numbers(long... values) {
        ByteBuffer bytes = buffer(values.length * width());
        for (long value : values) {
            if (big) {
                bytes.putLong(value);
            } else {
                bytes.putInt((int) value);
            }
        }
        return Bytes.wrap(bytes.array());
    }

    /** The bytes of the number of entries in an IFD. */
    Bytes size(long entries) {
        return big
                ? numbers(entries)
                : Bytes.wrap(buffer(2).putShort((short) entries).array());
    }

    /** The bytes that an entry starts with. */
    Bytes tag(int tag, int type) {
        return Bytes.wrap(buffer(4).putShort((short) tag).putShort((short) type).array());
    }

    private ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }
}
