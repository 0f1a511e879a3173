package org.inkseal.manifest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.brotli.dec.BrotliInputStream;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;

/** Brotli streams (RFC 7932), with an end to what a small one may swell to. */
final class Brotli {
    /** Below this any ratio is harmless. */
    private static final int HARMLESS = 1 << 20;

    private static final int CHUNK = 64 << 10;

    private Brotli() {}

    /**
     * The bytes of one whole stream.
     *
     * @throws MalformedException if the stream is broken, or is not all there is, or passes {@link
     *     Limit#INFLATED_BYTES} or {@link Limit#INFLATION_RATIO}
     */
    static Bytes inflate(Bytes compressed, Budget budget) throws MalformedException {
        Input input = new Input(compressed, compressed.length());
        Bytes inflated = read(input, compressed.length(), budget);
        // The decoder looks for bytes after the end only where it met the end of its input.
        if (!input.exhausted && (input.at < compressed.length() || decodes(compressed, compressed.length() - 1))) {
            throw new MalformedException(0, "bytes after the end of the brotli stream");
        }
        return inflated;
    }

    private static Bytes read(Input input, int compressed, Budget budget) throws MalformedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try (InputStream stream = new BrotliInputStream(input)) {
            for (int count = stream.read(chunk); count > 0; count = stream.read(chunk)) {
                budget.spend(Limit.INFLATED_BYTES, count, 0);
                out.write(chunk, 0, count);
                if (out.size() > HARMLESS) {
                    budget.check(Limit.INFLATION_RATIO, out.size() / Math.max(1, compressed), 0);
                }
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalStateException e) {
            throw new MalformedException(input.at, "not a brotli stream");
        }
        return Bytes.wrap(out.toByteArray());
    }

    private static boolean decodes(Bytes compressed, int length) {
        byte[] chunk = new byte[CHUNK];
        try (InputStream stream = new BrotliInputStream(new Input(compressed, length))) {
            while (stream.read(chunk) > 0) {
                // Only whether there is an end matters.
            }
            return true;
        } catch (IOException | IndexOutOfBoundsException | IllegalStateException e) {
            return false;
        }
    }

    /** Bytes as a stream that remembers how far it was read. */
    private static final class Input extends InputStream {
        private final Bytes bytes;
        private final int length;
        private int at;
        private boolean exhausted;

        Input(Bytes bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }

        @Override
        public int read() {
            exhausted |= at >= length;
            return at < length ? bytes.unsigned(at++) : -1;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) {
            exhausted |= at >= length;
            int count = Math.min(wanted, length - at);
            if (count <= 0) {
                return -1;
            }
            bytes.slice(at, at + count).buffer().get(target, offset, count);
            at += count;
            return count;
        }
    }
}
