package org.inkseal.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * One walk over the chunks of a WebP file (RFC 9649 §2), which end exactly where the size of the RIFF says. Bytes after
 * that are a trailer, and a {@code C2PA} among them is no store.
 */
final class WebpWalk {
    private static final Set<String> PICTURE = Set.of("VP8 ", "VP8L", "VP8X");
    private static final Set<String> METADATA = Set.of("EXIF", "XMP ");

    private final Window window;
    private final Budget budget;
    private final Regions regions;
    private final List<Carrier> carriers = new ArrayList<>();
    private Optional<Range> xmp = Optional.empty();

    WebpWalk(ByteSource source, Budget budget) {
        this.window = new Window(source);
        this.budget = budget;
        this.regions = new Regions(budget);
    }

    AssetMap map(WebpFormat format) throws IOException, MalformedException {
        if (window.u32(0) != WebpFormat.RIFF || window.u32(8) != WebpFormat.WEBP) {
            throw new MalformedException(0, "no RIFF header of the form WEBP");
        }
        long end = window.le32(4) + RiffChunk.HEADER;
        if (end > window.size()) {
            throw new MalformedException(4, "the RIFF ends at byte " + end + ", the file at " + window.size());
        }
        regions.add("RIFF", new Range(0, 4), Region.Kind.CONTENT);
        regions.add("size", new Range(4, 4), Region.Kind.CONTENT);
        regions.add("WEBP", new Range(8, 4), Region.Kind.CONTENT);
        chunks(end);
        if (end < window.size()) {
            regions.add("trailer", Range.between(end, window.size()), Region.Kind.TRAILER);
        }
        return new AssetMap(format, window.size(), judged(), carriers, List.of(), 0, xmp);
    }

    /**
     * The size of the RIFF says no more than where the file ends, if the store is the last thing in it. Otherwise whoever
     * changes it chooses which chunks belong to the picture.
     */
    private List<Region> judged() {
        List<Region> all = new ArrayList<>(regions.list());
        if (all.get(all.size() - 1).kind() == Region.Kind.CARRIER) {
            all.set(1, new Region("size", all.get(1).range(), Region.Kind.SIZE));
        }
        return all;
    }

    private void chunks(long end) throws IOException, MalformedException {
        long at = WebpFormat.FILE_HEADER;
        for (long count = 1; at < end || count == 1; count++) {
            budget.check(Limit.RIFF_CHUNKS, count, at);
            RiffChunk chunk = RiffChunk.read(window, at, end);
            if (count == 1 && !PICTURE.contains(chunk.name())) {
                throw new MalformedException(at, "first chunk " + chunk.name() + ": VP8, VP8L and VP8X are allowed");
            }
            note(chunk);
            at = chunk.range().end();
        }
    }

    private void note(RiffChunk chunk) throws MalformedException {
        Range data = chunk.data();
        if (chunk.name().equals(NamedBox.STORE)) {
            budget.check(Limit.STORE_BYTES, data.length(), chunk.range().start());
            regions.add(chunk.name(), chunk.range(), Region.Kind.CARRIER);
            carriers.add(new Carrier(Range.between(chunk.range().start(), data.end()), List.of(data)));
            return;
        }
        regions.join(chunk.name(), chunk.range(), kind(chunk));
        if (chunk.name().equals("XMP ") && xmp.isEmpty()) {
            xmp = Optional.of(data);
        }
    }

    static Region.Kind kind(RiffChunk chunk) {
        return METADATA.contains(chunk.name()) ? Region.Kind.METADATA : Region.Kind.CONTENT;
    }
}
