package org.inkseal.asset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;

/**
 * Moves bytes out of a source through one direct buffer. 256 KiB still fits the second-level cache; larger buffers, and
 * handing them over to a second thread, were both measured to be slower.
 */
final class Pump {
    private static final int BUFFER_BYTES = 256 << 10;

    private final ByteSource source;
    private final ByteBuffer buffer;
    private final Progress progress;

    /** Takes bytes; consumes all that remain in the buffer. */
    @FunctionalInterface
    interface Sink {
        void accept(ByteBuffer bytes) throws IOException;
    }

    Pump(ByteSource source, Progress progress) {
        this.source = source;
        this.progress = progress;
        this.buffer = ByteBuffer.allocateDirect((int) Math.max(1, Math.min(BUFFER_BYTES, source.size())));
    }

    /** Sends a range of the source to a sink. */
    void send(Range range, Sink sink) throws IOException {
        long at = range.start();
        while (at < range.end()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), range.end() - at));
            int count = source.read(at, buffer);
            if (count < 0) {
                throw new EOFException("the file shrank: no byte at " + at);
            }
            sink.accept(buffer.flip());
            at += count;
            progress.advanced(count);
        }
    }

    /** Sends bytes that are in memory to a sink. */
    void send(Bytes bytes, Sink sink) throws IOException {
        sink.accept(bytes.buffer());
        progress.advanced(bytes.length());
    }

    /** Writes a buffer to its end; a channel may take less than it is given. */
    static void write(WritableByteChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
