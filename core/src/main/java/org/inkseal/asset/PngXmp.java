package org.inkseal.asset;

import java.io.IOException;
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

    /** The file, which has no store, with a packet in place of the one that it has, or else at a place. */
    Layout with(Bytes packet, long place) throws IOException, MalformedException {
        Optional<Range> plain =
                chunk(at -> map.xmp().filter(xmp -> xmp.end() == at.end() - 4).isPresent());
        Optional<Range> old = plain.isPresent() ? plain : chunk(this::isDeflated);
        Bytes before = plain.isPresent() ? head(plain.get()) : Bytes.concat(PngWalk.XMP_KEYWORD, PLAIN);
        Bytes chunk = PngFormat.chunk(PngWalk.ITXT, Bytes.concat(before, packet));
        return Edit.of(map.size(), new Edit(old.orElse(new Range(place, 0)), chunk));
    }

    /** What stands before the text of the old packet stands before that of the new one. */
    private Bytes head(Range chunk) throws IOException, MalformedException {
        long start = chunk.start() + 8;
        return window.upTo(start, Math.toIntExact(map.xmp().orElseThrow().start() - start));
    }

    /** What a chunk may be. */
    @FunctionalInterface
    private interface Condition {
        boolean holds(Range chunk) throws IOException, MalformedException;
    }

    /** The first {@code iTXt} chunk for which something holds. */
    private Optional<Range> chunk(Condition condition) throws IOException, MalformedException {
        for (Region region : map.regions()) {
            long end = region.name().equals("iTXt") ? region.range().end() : 0;
            for (long at = region.range().start(); at < end; ) {
                Range chunk = new Range(at, window.u32(at) + OVERHEAD);
                if (condition.holds(chunk)) {
                    return Optional.of(chunk);
                }
                at = chunk.end();
            }
        }
        return Optional.empty();
    }

    /** The packet of a file that has one in a deflated text only. */
    CarriedXmp inflated(Budget budget) throws IOException {
        try {
            Optional<Range> chunk = chunk(this::isDeflated);
            return chunk.isPresent() ? inflated(chunk.get(), budget) : CarriedXmp.NONE;
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

    private boolean isDeflated(Range chunk) throws IOException, MalformedException {
        int keyword = PngWalk.XMP_KEYWORD.length();
        return chunk.length() > OVERHEAD + keyword
                && window.upTo(chunk.start() + 8, keyword).equals(PngWalk.XMP_KEYWORD)
                && window.u8(chunk.start() + 8 + keyword) != 0;
    }
}
