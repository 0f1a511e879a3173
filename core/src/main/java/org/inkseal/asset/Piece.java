package org.inkseal.asset;

import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/** A piece of an output file. */
public sealed interface Piece {
    /** Number of bytes in the output. */
    long length();

    /** Bytes taken over from the input. */
    record Copy(Range range) implements Piece {
        @Override
        public long length() {
            return range.length();
        }
    }

    /** Bytes that the format made. */
    record Literal(Bytes bytes) implements Piece {
        @Override
        public long length() {
            return bytes.length();
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

    /** The place of the framed manifest store. A layout has one, or none when it strips. */
    record Slot(long length) implements Piece {}
}
