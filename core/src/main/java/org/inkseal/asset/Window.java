package org.inkseal.asset;

import java.io.IOException;
import java.util.zip.CRC32;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;

/**
 * Fields at any place of a source, read through one small buffer, so that a walk over a million tiny chunks does not cost
 * a million reads. The buffer grows while the walk goes on where it was, and shrinks when it leaps.
 */
final class Window {
    private static final int NARROWEST = 512;
    private static final int WIDEST = 32 << 10;

    private final ByteSource source;
    private Bytes bytes = Bytes.EMPTY;
    private long start;
    private int width = NARROWEST;

    Window(ByteSource source) {
        this.source = source;
    }

    long size() {
        return source.size();
    }

    int u8(long at) throws IOException, MalformedException {
        int index = show(at, 1);
        return bytes.unsigned(index);
    }

    /** 16 bits, big-endian. */
    int u16(long at) throws IOException, MalformedException {
        int index = show(at, 2);
        return bytes.unsigned(index) << 8 | bytes.unsigned(index + 1);
    }

    /** 32 bits, big-endian. */
    long u32(long at) throws IOException, MalformedException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** 32 bits, little-endian. */
    long le32(long at) throws IOException, MalformedException {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) u32(at)));
    }

    /** 64 bits, big-endian; negative for what is 2^63 or more. */
    long s64(long at) throws IOException, MalformedException {
        return u32(at) << 32 | u32(at + 4);
    }

    /** Up to {@code length} bytes, fewer where the source ends; not more than a few hundred. */
    Bytes upTo(long at, int length) throws IOException, MalformedException {
        int there = (int) Math.max(0, Math.min(length, source.size() - at));
        if (there == 0) {
            return Bytes.EMPTY;
        }
        int index = show(at, there);
        return bytes.slice(index, index + there);
    }

    /** The CRC-32 of a range of any length. */
    long crc(Range range) throws IOException {
        CRC32 crc = new CRC32();
        new Pump(source, Progress.NONE).send(range, crc::update);
        return crc.getValue();
    }

    private int show(long at, int length) throws IOException, MalformedException {
        if (at > source.size() - length) {
            throw new MalformedException(Math.min(at, source.size()), "the file ends in the middle");
        }
        if (at < start || at + length > start + bytes.length()) {
            boolean goesOn = at >= start && at <= start + bytes.length();
            width = goesOn ? Math.min(WIDEST, 2 * width) : NARROWEST;
            bytes = source.read(at, (int) Math.min(Math.max(width, length), source.size() - at));
            start = at;
        }
        return (int) (at - start);
    }
}
