package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.ByteSource;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The boxes of a JPEG file: its marker segments, those of the manifest store as one (C2PA 2.4 §18.7.3.1). Pictures that
 * follow directly after EOI are gone through too.
 *
 * <p>Entropy-coded data belongs to the SOS or RSTn marker before it, as the standard says. Some writers leave RSTn inside
 * of SOS; the names in their hash tell. Every byte is hashed either way.
 */
final class JpegBoxes implements BoxWalk {
    private static final int CHUNK = 64 << 10;
    private static final int SHORT = 1 << 10;

    private final ByteSource source;
    private final Window window;
    private final List<Region> opening;
    private final Optional<Range> store;
    private final boolean restarts;
    private final boolean after;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    private int index;
    private long at;
    private boolean ended;

    JpegBoxes(ByteSource source, AssetMap map, Set<String> names) {
        this.source = source;
        this.window = new Window(source);
        // The last region is everything from the first SOS on.
        this.opening = map.regions().subList(0, map.regions().size() - 1);
        this.store = map.carrier().map(Carrier::extent);
        this.restarts = names.isEmpty() || names.stream().anyMatch(name -> name.startsWith("RST"));
        this.after = names.contains(NamedBox.AFTER);
    }

    @Override
    public Optional<NamedBox> next() throws IOException, MalformedException {
        while (index < opening.size() && opening.get(index).name().equals(JpegWalk.FILL)) {
            index++;
        }
        if (index < opening.size()) {
            Region region = opening.get(index++);
            at = region.range().end();
            return Optional.of(box(region.name(), region.range(), region.kind()));
        }
        skipFill();
        return at == window.size() ? Optional.empty() : Optional.of(scanned());
    }

    private void skipFill() throws IOException, MalformedException {
        // After the opening comes the first SOS, with or without fill bytes that the map noted.
        while (!ended && at + 1 < window.size() && window.u16(at) == 0xffff) {
            at++;
        }
    }

    private NamedBox scanned() throws IOException, MalformedException {
        long start = at;
        if (ended && (after || start + 2 > window.size() || window.u16(start) != 0xffd8)) {
            at = window.size();
            return NamedBox.after(start, at);
        }
        int code = window.u8(start + 1);
        if (window.u8(start) != 0xff || code == 0 || code == JpegMarker.SOI && !ended) {
            throw new MalformedException(start, "no marker of a segment");
        }
        boolean restart = code >= JpegMarker.RST0 && code <= JpegMarker.RST7;
        at = JpegMarker.standsAlone(code) ? start + 2 : start + 2 + window.u16(start + 2);
        if (at > window.size()) {
            throw new MalformedException(start, "a segment that ends after the file");
        }
        if (code == JpegMarker.SOS || restart) {
            at = afterEntropy(at);
        }
        ended = code == JpegMarker.EOI;
        return box(JpegMarker.name(code), Range.between(start, at), JpegMarker.kind(code));
    }

    private NamedBox box(String name, Range range, Region.Kind kind) {
        boolean carrier = store.filter(range::equals).isPresent();
        long header = Math.min(range.end(), range.start() + 4);
        String known = kind == Region.Kind.CARRIER ? carrier ? NamedBox.STORE : "APP11" : name;
        return new NamedBox(known, range, Range.between(header, range.end()), kind);
    }

    /** Where the next marker is that is no part of entropy-coded data; the end of the file if there is none. */
    private long afterEntropy(long from) throws IOException {
        long position = from;
        // Restart intervals can be short and many.
        int reach = SHORT;
        while (position < source.size()) {
            buffer.clear().limit(reach);
            reach = Math.min(CHUNK, 4 * reach);
            if (source.read(position, buffer) < 0) {
                return source.size();
            }
            int count = buffer.flip().remaining();
            byte[] bytes = buffer.array();
            for (int i = 0; i + 1 < count; i++) {
                if (bytes[i] == (byte) 0xff && endsEntropy(bytes[i + 1] & 0xff)) {
                    return position + i;
                }
            }
            // The last byte could be the FF of a marker.
            position += Math.max(1, count - 1);
        }
        return source.size();
    }

    private boolean endsEntropy(int code) {
        boolean restart = code >= JpegMarker.RST0 && code <= JpegMarker.RST7;
        return code != 0 && code != 0xff && (restarts || !restart);
    }
}
