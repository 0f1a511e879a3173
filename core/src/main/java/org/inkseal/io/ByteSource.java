package org.inkseal.io;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Random access to a picture of any size. Nothing reads a whole file: callers ask for what they need, into buffers of
 * their own.
 *
 * <p>Reads are positional, so one source may serve several threads.
 */
public interface ByteSource extends Closeable {
    /** Opens a regular file for reading. */
    static ByteSource open(Path file) throws IOException {
        return FileSource.open(file);
    }

    /** Bytes in memory as a source. */
    static ByteSource of(Bytes bytes) {
        return new MemorySource(bytes);
    }

    /** Number of bytes, fixed when the source was opened. */
    long size();

    /**
     * Reads bytes at a position into a buffer, as many as fit and are there.
     *
     * @return how many were read, at least 1, or -1 at or after the end
     */
    int read(long position, ByteBuffer target) throws IOException;

    /**
     * Reads exactly {@code length} bytes at a position.
     *
     * @throws EOFException if the source ends before, which for a file means that it shrank
     */
    default Bytes read(long position, int length) throws IOException {
        if (position < 0 || length < 0 || position > size() - length) {
            throw new EOFException("bytes " + position + " to " + (position + length) + " of " + size());
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (read(position + buffer.position(), buffer) < 0) {
                throw new EOFException("the file shrank: no byte at " + (position + buffer.position()));
            }
        }
        return Bytes.wrap(buffer.array());
    }

    /**
     * A part of this source as a source of its own, whose first byte is byte 0. It reads from this one and need not be
     * closed.
     *
     * @throws IllegalArgumentException if the part ends after this source
     */
    default ByteSource part(Range part) {
        if (part.end() > size()) {
            throw new IllegalArgumentException("bytes up to " + part.end() + " of " + size());
        }
        return new PartSource(this, part);
    }

    @Override
    void close() throws IOException;
}
