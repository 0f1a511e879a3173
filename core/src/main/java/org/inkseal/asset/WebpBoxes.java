package org.inkseal.asset;

import java.io.IOException;
import java.util.Optional;
import org.inkseal.io.ByteSource;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The boxes of a WebP file: the header of the RIFF as {@code WEBP}, then every chunk with its pad byte (C2PA 2.4
 * §18.7.3.5). The pad byte of the store belongs to its box, which no hash covers, so it must be 0 (RFC 9649 §2.3).
 */
final class WebpBoxes implements BoxWalk {
    private static final String LIST = "LIST";

    private final Window window;
    private final Optional<Range> store;
    private long at;

    WebpBoxes(ByteSource source, AssetMap map) {
        this.window = new Window(source);
        this.store = map.carrier().map(Carrier::extent);
    }

    @Override
    public Optional<NamedBox> next() throws IOException, MalformedException {
        long start = at;
        if (start == window.size()) {
            return Optional.empty();
        }
        if (start == 0) {
            at = WebpFormat.FILE_HEADER;
            Range header = new Range(0, at);
            return Optional.of(new NamedBox(RiffChunk.name(window, 8), header, new Range(at, 0), Region.Kind.CONTENT));
        }
        long end = window.le32(4) + RiffChunk.HEADER;
        if (start >= end) {
            at = window.size();
            return Optional.of(NamedBox.after(start, at));
        }
        RiffChunk chunk = RiffChunk.read(window, start, end);
        at = chunk.range().end();
        return Optional.of(
                chunk.name().equals(NamedBox.STORE)
                        ? store(chunk)
                        : new NamedBox(name(chunk), chunk.range(), chunk.data(), WebpWalk.kind(chunk)));
    }

    private NamedBox store(RiffChunk chunk) throws IOException, MalformedException {
        long start = chunk.range().start();
        if (store.filter(extent -> extent.start() == start).isEmpty()) {
            throw new MalformedException(start, "more than one chunk for a manifest store");
        }
        if (chunk.data().end() < chunk.range().end() && window.u8(chunk.data().end()) != 0) {
            throw new MalformedException(chunk.data().end(), "the pad byte after the manifest store is not 0");
        }
        return new NamedBox(NamedBox.STORE, chunk.range(), chunk.data(), Region.Kind.CARRIER);
    }

    /** Lists go by what they are lists of. */
    private String name(RiffChunk chunk) throws IOException, MalformedException {
        boolean list = chunk.name().equals(LIST) && chunk.data().length() >= 4;
        return list ? RiffChunk.name(window, chunk.data().start()) : chunk.name();
    }
}
