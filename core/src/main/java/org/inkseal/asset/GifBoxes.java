package org.inkseal.asset;

import java.io.IOException;
import java.util.Optional;
import org.inkseal.io.ByteSource;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The boxes of a GIF file: each block on its own (C2PA 2.4 §18.7.3.4). What a block holds is cut into pieces with a length
 * each, so a hash may leave out a whole block of metadata, and no part of one.
 */
final class GifBoxes implements BoxWalk {
    private final Window window;
    private final Optional<Range> store;
    private Optional<GifBlock> last = Optional.empty();
    private boolean ended;

    GifBoxes(ByteSource source, AssetMap map) {
        this.window = new Window(source);
        this.store = map.carrier().map(Carrier::extent);
    }

    @Override
    public Optional<NamedBox> next() throws IOException, MalformedException {
        if (last.isEmpty()) {
            return Optional.of(box(GifBlock.first()));
        }
        return last.get().is(GifBlock.TRAILER)
                ? after(last.get().range().end())
                : Optional.of(box(last.get().next(window)));
    }

    private Optional<NamedBox> after(long start) {
        boolean more = !ended && start < window.size();
        ended = true;
        return more ? Optional.of(NamedBox.after(start, window.size())) : Optional.empty();
    }

    private NamedBox box(GifBlock block) throws IOException, MalformedException {
        last = Optional.of(block);
        Range range = block.range();
        Range payload = new Range(range.end(), 0);
        return store.filter(range::equals).isPresent()
                ? new NamedBox(NamedBox.STORE, range, payload, Region.Kind.CARRIER)
                : new NamedBox(block.name(), range, payload, block.kind(window));
    }
}
