package org.inkseal.asset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;
import org.jspecify.annotations.Nullable;

/**
 * Moves bytes out of a source through one direct buffer, which each thread keeps for the next time: for a small picture,
 * making one takes longer than reading. 256 KiB still fits the second-level cache; larger buffers, and handing them over to
 * a second thread, were both measured to be slower.
 */
final class Pump {
    private static final int BUFFER_BYTES = 256 << 10;

    /** A thread's buffer while nobody uses it; a source that pumps itself while it is read finds none. */
    private static final ThreadLocal<@Nullable ByteBuffer> SPARE = new ThreadLocal<>();

    private final ByteSource source;
    private final Progress progress;

    /** Takes bytes; consumes all that remain in the buffer. */
    @FunctionalInterface
    interface Sink {
        void accept(ByteBuffer bytes) throws IOException;
    }

    Pump(ByteSource source, Progress progress) {
        this.source = source;
        this.progress = progress;
    }

    /** Sends a range of the source to a sink. */
    void send(Range range, Sink sink) throws IOException {
        ByteBuffer spare = SPARE.get();
        ByteBuffer buffer = spare == null ? ByteBuffer.allocateDirect(BUFFER_BYTES) : spare;
        SPARE.remove();
        try {
            send(range, sink, buffer);
        } finally {
            SPARE.set(buffer);
        }
    }

    private void send(Range range, Sink sink, ByteBuffer buffer) throws IOException {
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
