package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;

/**
 * What an output file consists of. Copying and hashing are written here once, for every format.
 *
 * <p>A signer reads its source once: {@link #copyAndHash} writes everything but the store, and what was hashed of it goes into the
 * claim; when the claim is signed, {@link #fill} puts the framed store into the hole.
 *
 * @param pieces the pieces in output order, at most one of them a {@link Piece.Slot}; empty ones are dropped, and copies
 *     that follow each other in the source are joined
 */
public record Layout(List<Piece> pieces) {
    /**
     * Joins what belongs together.
     *
     * @throws IllegalArgumentException if there is more than one slot
     */
    public Layout {
        pieces = joined(pieces);
        if (pieces.stream().filter(Piece.Slot.class::isInstance).count() > 1) {
            throw new IllegalArgumentException("a layout has one slot, this one has more");
        }
    }

    /** Bytes of the output file. */
    public long length() {
        return pieces.stream().mapToLong(Piece::length).sum();
    }

    /** Where the framed store goes in the output; empty for a layout that strips. */
    public Optional<Range> slot() {
        long at = 0;
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Slot) {
                return Optional.of(new Range(at, piece.length()));
            }
            at += piece.length();
        }
        return Optional.empty();
    }

    /** The box that the store gets in the output: the slot, and the padding after it. */
    public Optional<Range> storeBox() {
        int index = 0;
        while (index < pieces.size() && !(pieces.get(index) instanceof Piece.Slot)) {
            index++;
        }
        boolean padded = index + 1 < pieces.size() && pieces.get(index + 1) instanceof Piece.Padding;
        long padding = padded ? pieces.get(index + 1).length() : 0;
        return slot().map(slot -> new Range(slot.start(), slot.length() + padding));
    }

    /**
     * The output before it is written, for those who want to see what will be in it.
     *
     * @param framedStore the bytes for the slot
     * @throws IllegalArgumentException if they do not fit the slot exactly
     * @throws ImmovableException if it has too many numbers that say where something is
     */
    public ByteSource preview(ByteSource source, Bytes framedStore) throws IOException {
        requireFit(framedStore);
        return new LayoutSource(source, this, framedStore);
    }

    /** What a data hash leaves out of the output, in file order: the slot, and what changes with its length. */
    public List<Range> excluded() {
        List<Range> excluded = new ArrayList<>();
        long at = 0;
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Slot || piece instanceof Piece.Unbound) {
                excluded.add(new Range(at, piece.length()));
            }
            at += piece.length();
        }
        return excluded;
    }

    /**
     * Writes the whole output from the channel's position on.
     *
     * @param framedStore the bytes for the slot; none if there is no slot
     * @throws IllegalArgumentException if they do not fit the slot exactly; nothing is written then
     */
    public void writeTo(ByteSource source, WritableByteChannel out, Bytes framedStore, Progress progress)
            throws IOException {
        requireFit(framedStore);
        Pump.Sink write = bytes -> Pump.write(out, bytes);
        Pump pump = new Pump(source, progress);
        Copying copying = range -> pump.send(range, write);
        feed(source, pump, copying, write, write, length -> Pump.write(out, framedStore.buffer()));
    }

    /** Feeds every output byte that is not {@link #excluded} to a digest, which is what a data hash covers (C2PA 2.2 §18.5). */
    public void hashInto(ByteSource source, MessageDigest digest, Progress progress) throws IOException {
        Pump pump = new Pump(source, progress);
        feed(source, pump, range -> pump.send(range, digest::update), digest::update, bytes -> {}, length -> {});
    }

    /** Sees the bytes of an output on their way. */
    @FunctionalInterface
    public interface Observer {
        /**
         * Sees the next bytes, those that are {@link Layout#excluded} excepted.
         *
         * @param position where they stand in the output
         * @param bytes the bytes; all of them are consumed
         */
        void see(long position, ByteBuffer bytes);
    }

    /**
     * Writes everything but the slot from the channel's position on and shows what is not {@link #excluded} of it to an
     * observer, in one pass over the source. The slot stays a hole until {@link #fill}.
     *
     * <p>Long copies are read twice at the same time, for the output and, on another thread, for the observer, which still
     * sees everything in order and one call after the other. Nothing goes on when this returns.
     */
    public void copyAndHash(ByteSource source, SeekableByteChannel out, Observer observer, Progress progress)
            throws IOException {
        long start = out.position();
        Pump pump = new Pump(source, progress);
        Pump.Sink write = bytes -> Pump.write(out, bytes);
        Pump.Sink both = bytes -> {
            observer.see(out.position() - start, bytes.duplicate());
            Pump.write(out, bytes);
        };
        try (SecondThread second = SecondThread.forBytes(source.size())) {
            Copying copying = range -> {
                for (Range part : SecondThread.parts(range)) {
                    long position = out.position() - start;
                    second.both(
                            () -> new Pump(source, Progress.NONE).send(part, watching(observer, position)),
                            () -> pump.send(part, write));
                }
            };
            Copying here = range -> pump.send(range, both);
            Copying either = range -> (second.isWorth(range) ? copying : here).send(range);
            feed(source, pump, either, both, write, length -> out.position(out.position() + length));
        }
    }

    /**
     * Writes the framed store into the hole that {@link #copyAndHash} left in a file that holds this layout alone.
     *
     * @throws IllegalArgumentException if it does not fit the slot exactly; nothing is written then
     */
    public void fill(SeekableByteChannel out, Bytes framedStore) throws IOException {
        requireFit(framedStore);
        Optional<Range> slot = slot();
        if (slot.isPresent()) {
            out.position(slot.get().start());
            Pump.write(out, framedStore.buffer());
        }
    }

    private void requireFit(Bytes framedStore) {
        long slot = slot().map(Range::length).orElse(0L);
        if (framedStore.length() != slot) {
            throw new IllegalArgumentException(
                    "framed store of " + framedStore.length() + " bytes for a slot of " + slot);
        }
    }

    /** Shows bytes to an observer, from a position on. */
    private static Pump.Sink watching(Observer observer, long position) {
        AtomicLong at = new AtomicLong(position);
        return bytes -> observer.see(at.getAndAdd(bytes.remaining()), bytes);
    }

    /** What to do with bytes of the source. */
    @FunctionalInterface
    private interface Copying {
        void send(Range range) throws IOException;
    }

    /** What to do where the slot is. */
    @FunctionalInterface
    private interface AtSlot {
        void pass(long length) throws IOException;
    }

    private void feed(ByteSource source, Pump pump, Copying copying, Pump.Sink sink, Pump.Sink unbound, AtSlot atSlot)
            throws IOException {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Copy copy) {
                copying.send(copy.range());
            } else if (piece instanceof Piece.Literal literal) {
                pump.send(literal.bytes(), sink);
            } else if (piece instanceof Piece.Offsets offsets) {
                offsets.send(source, pump, sink);
            } else if (piece instanceof Piece.Padding padding) {
                pump.send(padding.bytes(), sink);
            } else if (piece instanceof Piece.Unbound number) {
                pump.send(number.bytes(), unbound);
            } else {
                atSlot.pass(piece.length());
            }
        }
    }

    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : pieces) {
            int last = joined.size() - 1;
            if (last >= 0
                    && piece instanceof Piece.Copy next
                    && joined.get(last) instanceof Piece.Copy before
                    && before.range().end() == next.range().start()) {
                Range whole = Range.between(before.range().start(), next.range().end());
                joined.set(last, new Piece.Copy(whole));
            } else if (piece.length() > 0) {
                joined.add(piece);
            }
        }
        return List.copyOf(joined);
    }
}
