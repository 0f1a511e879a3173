package org.inkseal.vectors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.inkseal.io.Bytes;

/** Chunks of RIFF files, in good order or not. */
final class RiffChunks {
    private static final int HEADER = 8;

    private RiffChunks() {}

    /** A chunk without its pad byte. */
    static Bytes chunk(String name, Bytes data) {
        return Bytes.concat(Bytes.utf8(name), littleEndian(data.length()), data);
    }

    /** The pad byte, if the data needs one. */
    static Bytes pad(Bytes data) {
        return Bytes.wrap(new byte[data.length() & 1]);
    }

    /** The file with a size that counts all of it. */
    static Bytes sized(Bytes file) {
        return sized(file, file.length() - HEADER);
    }

    /** The file with another size. */
    static Bytes sized(Bytes file, int size) {
        return Bytes.concat(file.slice(0, 4), littleEndian(size), file.from(HEADER));
    }

    private static Bytes littleEndian(int value) {
        return Bytes.wrap(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }
}
