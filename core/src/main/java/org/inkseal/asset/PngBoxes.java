package org.inkseal.asset;

import java.io.IOException;
import java.util.Optional;
import org.inkseal.io.ByteSource;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/** The boxes of a PNG file: its signature {@code PNGh}, then every chunk on its own (C2PA 2.4 §18.7.3.2). */
final class PngBoxes implements BoxWalk {
    private static final int IEND = 0x49454e44;
    private static final int HEADER = 8;
    private static final int OVERHEAD = 12;

    private final Window window;
    private final Optional<Range> store;
    private long at;
    private boolean ended;

    PngBoxes(ByteSource source, AssetMap map) {
        this.window = new Window(source);
        this.store = map.carrier().map(Carrier::extent);
    }

    @Override
    public Optional<NamedBox> next() throws IOException, MalformedException {
        long start = at;
        if (start == window.size()) {
            return Optional.empty();
        }
        if (ended) {
            at = window.size();
            return Optional.of(NamedBox.after(start, at));
        }
        if (start == 0) {
            at = PngFormat.SIGNATURE_BYTES;
            Range range = new Range(0, at);
            return Optional.of(new NamedBox("PNGh", range, new Range(at, 0), Region.Kind.CONTENT));
        }
        Range chunk = new Range(start, window.u32(start) + OVERHEAD);
        if (chunk.end() > window.size()) {
            throw new MalformedException(start, "a chunk that ends after the file");
        }
        int type = (int) window.u32(start + 4);
        ended = type == IEND;
        at = chunk.end();
        // The checksum changes with the data, so whoever may change the one may change the other.
        Range payload = Range.between(start + HEADER, at);
        return Optional.of(
                store.filter(chunk::equals).isPresent()
                        ? new NamedBox(NamedBox.STORE, chunk, payload, Region.Kind.CARRIER)
                        : new NamedBox(PngWalk.name(type), chunk, payload, PngWalk.kind(type)));
    }
}
