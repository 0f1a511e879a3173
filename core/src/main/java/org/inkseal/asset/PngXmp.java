package org.inkseal.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/** Puts an XMP packet into an {@code iTXt} chunk of a PNG file (XMP Part 3 §1.1.5). */
final class PngXmp {
    private static final int OVERHEAD = 12;
    /** No compression, no language, no translated keyword. */
    private static final Bytes PLAIN = Bytes.wrap(new byte[4]);

    private final ByteSource source;
    private final Window window;
    private final AssetMap map;

    PngXmp(ByteSource source, AssetMap map) {
        this.source = source;
        this.window = new Window(source);
        this.map = map;
    }

    /**
     * The file without its carriers, with a packet in place of the one that it has, or else at a place.
     *
     * @throws IllegalArgumentException if it has a packet that is deflated
     */
    Layout with(Bytes packet, long place) throws IOException, MalformedException {
        Optional<Range> old = Optional.empty();
        for (Region region : map.regions()) {
            if (old.isEmpty() && region.name().equals("iTXt")) {
                old = chunkOfPacket(region.range());
            }
        }
        Piece chunk = new Piece.Literal(chunk(old, packet));
        List<Piece> pieces = new ArrayList<>();
        for (Region region : map.regions()) {
            Range range = region.range();
            if (old.isPresent()
                    && range.start() <= old.get().start()
                    && old.get().end() <= range.end()) {
                pieces.add(new Piece.Copy(Range.between(range.start(), old.get().start())));
                pieces.add(chunk);
                pieces.add(new Piece.Copy(Range.between(old.get().end(), range.end())));
            } else if (region.kind() != Region.Kind.CARRIER) {
                pieces.add(new Piece.Copy(range));
            }
            if (old.isEmpty() && range.end() == place) {
                pieces.add(chunk);
            }
        }
        return new Layout(pieces);
    }

    /** The packet of a file that has one in a deflated text only. */
    CarriedXmp inflated(Budget budget) throws IOException {
        try {
            for (Region region : map.regions()) {
                if (region.name().equals("iTXt")) {
                    Optional<Range> chunk = deflatedChunk(region.range());
                    if (chunk.isPresent()) {
                        return inflated(chunk.get(), budget);
                    }
                }
            }
            return CarriedXmp.NONE;
        } catch (MalformedException e) {
            return CarriedXmp.unread("XMP packet: " + e.describe());
        }
    }

    private CarriedXmp inflated(Range chunk, Budget budget) throws IOException, MalformedException {
        // Keyword, flag and method; then a language and a translated keyword, both empty here.
        long start = chunk.start() + 8 + PngWalk.XMP_KEYWORD.length() + 2;
        if (!window.upTo(start, 2).isZero() || chunk.end() - 4 < start + 2) {
            throw new MalformedException(start, "a language or a translated keyword, which XMP leaves empty");
        }
        Range deflated = Range.between(start + 2, chunk.end() - 4);
        budget.check(Limit.XMP_BYTES, deflated.length(), start);
        return CarriedXmp.of(Deflated.inflate(
                source.read(deflated.start(), Math.toIntExact(deflated.length())),
                budget.limits().of(Limit.XMP_BYTES)));
    }

    private Optional<Range> deflatedChunk(Range chunks) throws IOException, MalformedException {
        for (long at = chunks.start(); at < chunks.end(); ) {
            Range chunk = new Range(at, window.u32(at) + OVERHEAD);
            if (isDeflated(chunk)) {
                return Optional.of(chunk);
            }
            at = chunk.end();
        }
        return Optional.empty();
    }

    /** The chunk with the packet among {@code iTXt} chunks that follow each other. */
    private Optional<Range> chunkOfPacket(Range chunks) throws IOException, MalformedException {
        Optional<Range> found = Optional.empty();
        for (long at = chunks.start(); at < chunks.end(); ) {
            Range chunk = new Range(at, window.u32(at) + OVERHEAD);
            if (map.xmp().filter(xmp -> xmp.end() == chunk.end() - 4).isPresent()) {
                found = Optional.of(chunk);
            } else if (isDeflated(chunk)) {
                throw new IllegalArgumentException("the XMP packet of this PNG file is deflated and cannot be changed");
            }
            at = chunk.end();
        }
        return found;
    }

    private boolean isDeflated(Range chunk) throws IOException, MalformedException {
        int keyword = PngWalk.XMP_KEYWORD.length();
        return chunk.length() > OVERHEAD + keyword
                && window.upTo(chunk.start() + 8, keyword).equals(PngWalk.XMP_KEYWORD)
                && window.u8(chunk.start() + 8 + keyword) != 0;
    }

    /** What stands before the text of the old packet stands before that of the new one. */
    private Bytes chunk(Optional<Range> old, Bytes packet) throws IOException, MalformedException {
        Bytes before = Bytes.concat(PngWalk.XMP_KEYWORD, PLAIN);
        if (old.isPresent()) {
            long start = old.get().start() + 8;
            before = window.upTo(start, Math.toIntExact(map.xmp().orElseThrow().start() - start));
        }
        return PngFormat.chunk(PngWalk.ITXT, Bytes.concat(before, packet));
    }
}
