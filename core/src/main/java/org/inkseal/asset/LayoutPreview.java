package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;

/** The output of a layout as a source that is read piece by piece out of its input. Closing it closes nothing. */
final class LayoutPreview implements ByteSource {
    private final ByteSource input;
    private final Layout layout;
    private final Bytes framedStore;

    LayoutPreview(ByteSource input, Layout layout, Bytes framedStore) {
        if (layout.pieces().stream().anyMatch(Piece.Offsets.class::isInstance)) {
            throw new IllegalArgumentException("numbers that move are only set right while they are written");
        }
        this.input = input;
        this.layout = layout;
        this.framedStore = framedStore;
    }

    @Override
    public long size() {
        return layout.length();
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        long start = 0;
        for (Piece piece : layout.pieces()) {
            if (position < start + piece.length()) {
                return read(piece, position - start, target);
            }
            start += piece.length();
        }
        return -1;
    }

    private int read(Piece piece, long from, ByteBuffer target) throws IOException {
        int count = (int) Math.min(target.remaining(), piece.length() - from);
        if (piece instanceof Piece.Copy copy) {
            ByteBuffer part = target.slice().limit(count);
            int read = input.read(copy.range().start() + from, part);
            target.position(target.position() + Math.max(0, read));
            return read;
        }
        target.put(bytes(piece).slice((int) from, (int) from + count).buffer());
        return count;
    }

    private Bytes bytes(Piece piece) {
        if (piece instanceof Piece.Literal literal) {
            return literal.bytes();
        }
        if (piece instanceof Piece.Unbound number) {
            return number.bytes();
        }
        return piece instanceof Piece.Padding padding ? padding.bytes() : framedStore;
    }

    @Override
    public void close() {}
}
