package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/** A piece of an output file. */
public sealed interface Piece {
    /** Number of bytes in the output. */
    long length();

    /** Where in the input it comes from; empty for a piece that has nothing to do with the input. */
    default Optional<Range> source() {
        return Optional.empty();
    }

    /** Bytes taken over from the input. */
    record Copy(Range range) implements Piece {
        @Override
        public long length() {
            return range.length();
        }

        @Override
        public Optional<Range> source() {
            return Optional.of(range);
        }
    }

    /** Bytes that the format made. */
    record Literal(Bytes bytes) implements Piece {
        @Override
        public long length() {
            return bytes.length();
        }
    }

    /** Numbers of the input that say where something is, set right for the output. */
    record Offsets(OffsetTable table, Moves moves) implements Piece {
        private static final int AT_ONCE = 64 << 10;

        @Override
        public long length() {
            return table.range().length();
        }

        @Override
        public Optional<Range> source() {
            return Optional.of(table.range());
        }

        /** Sends the numbers to a sink, a buffer full at a time. */
        void send(ByteSource input, Pump pump, Pump.Sink sink) throws IOException {
            long block = Math.max(1, AT_ONCE / table.stride());
            for (long first = 0; first < table.count(); first += block) {
                long start = table.at() + first * table.stride();
                long end =
                        Math.min(start + block * table.stride(), table.range().end());
                ByteBuffer bytes =
                        ByteBuffer.wrap(input.read(start, (int) (end - start)).toArray());
                for (int at = 0; at + table.width() <= bytes.limit(); at += table.stride()) {
                    table.move(bytes, at, moves);
                }
                pump.send(Bytes.wrap(bytes.array()), sink);
            }
        }
    }

    /**
     * Bytes that the format made and that a data hash leaves out, because they say how long the store is and change when
     * an update makes it longer (C2PA 2.4 §18.5.5).
     */
    record Unbound(Bytes bytes) implements Piece {
        @Override
        public long length() {
            return bytes.length();
        }
    }

    /**
     * Zeros after the slot that fill up the box of the store without being part of the store, as in RIFF. A data hash covers
     * them, a general box hash does not.
     */
    record Padding(int count) implements Piece {
        @Override
        public long length() {
            return count;
        }

        Bytes bytes() {
            return Bytes.wrap(new byte[count]);
        }
    }

    /** The place of the framed manifest store. A layout has one, or none when it strips. */
    record Slot(long length) implements Piece {}
}
