package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;

/**
 * The output of a layout as a source of bytes: a view, of which nothing is written or copied. Closing it closes nothing.
 */
final class LayoutSource implements ByteSource {
    /** Most bytes of renumbered offsets that are kept at hand. */
    private static final long MOST_NUMBERS = 16L << 20;

    private final ByteSource input;
    private final List<Piece> pieces = new ArrayList<>();
    private final long[] starts;
    private final long size;

    /**
     * A view.
     *
     * @param framedStore the bytes for the slot; none if there is no slot
     * @throws ImmovableException if it has too many numbers that say where something is
     */
    LayoutSource(ByteSource input, Layout layout, Bytes framedStore) throws IOException {
        this.input = input;
        long numbers = 0;
        for (Piece piece : layout.pieces()) {
            if (piece instanceof Piece.Offsets offsets) {
                numbers += offsets.length();
                if (numbers > MOST_NUMBERS) {
                    throw new ImmovableException(
                            "a file with more than " + MOST_NUMBERS + " bytes of numbers that say where something is");
                }
            }
            pieces.add(piece instanceof Piece.Copy ? piece : new Piece.Literal(bytes(piece, framedStore)));
        }
        this.starts = new long[pieces.size()];
        long at = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at;
            at += pieces.get(i).length();
        }
        this.size = at;
    }

    private Bytes bytes(Piece piece, Bytes framedStore) throws IOException {
        if (piece instanceof Piece.Literal literal) {
            return literal.bytes();
        }
        if (piece instanceof Piece.Unbound number) {
            return number.bytes();
        }
        if (piece instanceof Piece.Padding padding) {
            return padding.bytes();
        }
        return piece instanceof Piece.Offsets offsets ? written(offsets) : framedStore;
    }

    private Bytes written(Piece.Offsets offsets) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(offsets.length()));
        offsets.send(input, new Pump(input, Progress.NONE), bytes::put);
        return Bytes.wrap(bytes.array());
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        if (position >= size || !target.hasRemaining()) {
            return position >= size ? -1 : 0;
        }
        int index = indexOf(position);
        Piece piece = pieces.get(index);
        long within = position - starts[index];
        int length = (int) Math.min(target.remaining(), piece.length() - within);
        if (piece instanceof Piece.Literal literal) {
            int from = Math.toIntExact(within);
            target.put(literal.bytes().slice(from, from + length).buffer());
            return length;
        }
        long from = piece.source().orElseThrow().start() + within;
        int limit = target.limit();
        target.limit(target.position() + length);
        try {
            return input.read(from, target);
        } finally {
            target.limit(limit);
        }
    }

    private int indexOf(long position) {
        int low = 0;
        int high = starts.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= position) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void close() {}
}
