package org.inkseal.asset;

import java.io.IOException;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * A chunk of a RIFF file.
 *
 * @param name its identifier of four printable characters
 * @param range where it is, with its header and its pad byte
 * @param data what is in it
 */
record RiffChunk(String name, Range range, Range data) {
    /** Bytes before the data. */
    static final int HEADER = 8;

    /** Reads the header of the chunk at a place within a RIFF that ends at another. */
    static RiffChunk read(Window window, long at, long end) throws IOException, MalformedException {
        if (at + HEADER > end) {
            throw new MalformedException(at, "the RIFF ends before the next chunk does");
        }
        String name = name(window, at);
        Range data = new Range(at + HEADER, window.le32(at + 4));
        Range range = Range.between(at, data.end() + (data.length() & 1));
        if (range.end() > end) {
            throw new MalformedException(
                    at, "chunk " + name + " of " + data.length() + " bytes ends after the RIFF, with its pad byte");
        }
        return new RiffChunk(name, range, data);
    }

    /** Four printable ASCII characters. */
    static String name(Window window, long at) throws IOException, MalformedException {
        StringBuilder name = new StringBuilder(4);
        for (int i = 0; i < 4; i++) {
            int letter = window.u8(at + i);
            if (letter < ' ' || letter > '~') {
                throw new MalformedException(
                        at, "chunk type " + window.upTo(at, 4).hex() + ": printable ASCII is allowed");
            }
            name.append((char) letter);
        }
        return name.toString();
    }
}
