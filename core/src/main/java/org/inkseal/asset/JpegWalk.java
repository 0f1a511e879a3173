package org.inkseal.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * One walk over the marker segments of a JPEG file, from SOI to the first SOS (T.81 Annex B). What comes after belongs to
 * the picture and is not looked at: an APP11 there is no store.
 */
final class JpegWalk {
    /** Name of the regions of fill bytes FF, which may precede any marker (T.81 §B.1.1.2) and belong to no segment. */
    static final String FILL = "fill";

    static final Bytes XMP_SIGNATURE = Bytes.wrap("http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII));

    private final Window window;
    private final Budget budget;
    private final Regions regions;
    private final JpegStores stores;
    private Optional<Range> xmp = Optional.empty();
    private List<OffsetTable> offsets = List.of();
    private boolean atScan;

    JpegWalk(ByteSource source, Budget budget) {
        this.window = new Window(source);
        this.budget = budget;
        this.regions = new Regions(budget);
        this.stores = new JpegStores(window);
    }

    AssetMap map(JpegFormat format) throws IOException, MalformedException {
        if (window.u16(0) != 0xffd8) {
            throw new MalformedException(0, "no SOI marker FFD8");
        }
        regions.add("SOI", new Range(0, 2), Region.Kind.CONTENT);
        long at = 2;
        for (long count = 1; !atScan; count++) {
            budget.check(Limit.JPEG_SEGMENTS, count, at);
            if (at == window.size()) {
                throw new MalformedException(at, "the file ends before the first SOS marker");
            }
            at = segment(fill(at));
        }
        return new AssetMap(
                format,
                window.size(),
                regions.list(),
                stores.carriers(),
                stores.faults(),
                stores.freeInstance(),
                xmp,
                offsets,
                Optional.empty(),
                Optional.empty());
    }

    /** Passes fill bytes; answers with the offset of the FF that starts the marker. */
    private long fill(long at) throws IOException, MalformedException {
        if (window.u8(at) != 0xff) {
            throw new MalformedException(at, "byte " + window.upTo(at, 1).hex() + " where a marker FF should be");
        }
        long marker = at;
        while (window.u8(marker + 1) == 0xff) {
            marker++;
        }
        if (marker > at) {
            regions.add(FILL, Range.between(at, marker), Region.Kind.CONTENT);
        }
        return marker;
    }

    /** Passes the segment of a marker; answers with the offset after it. */
    private long segment(long at) throws IOException, MalformedException {
        int code = window.u8(at + 1);
        String name = JpegMarker.name(code);
        if (JpegMarker.isMisplaced(code)) {
            throw new MalformedException(at, "marker " + name + " before the first SOS");
        }
        long end = JpegMarker.standsAlone(code) ? at + 2 : at + 2 + length(at + 2, name);
        if (end > window.size()) {
            throw new MalformedException(
                    at, "segment " + name + " ends at byte " + end + ", the file at " + window.size());
        }
        if (code == JpegMarker.SOS) {
            atScan = true;
            end = window.size();
        }
        note(name, Range.between(at, end), code);
        return end;
    }

    private int length(long at, String name) throws IOException, MalformedException {
        int length = window.u16(at);
        if (length < 2) {
            throw new MalformedException(at, "segment " + name + " has length " + length + ", at least 2 is allowed");
        }
        return length;
    }

    private void note(String name, Range range, int code) throws IOException, MalformedException {
        JpegStores.Part part = stores.accept(range, code);
        if (part == JpegStores.Part.FIRST) {
            regions.add("C2PA", range, Region.Kind.CARRIER);
        } else if (part == JpegStores.Part.NEXT) {
            regions.join("C2PA", range, Region.Kind.CARRIER);
        } else {
            regions.add(name, range, JpegMarker.kind(code));
        }
        if (code == JpegMarker.APP1 && xmp.isEmpty() && isXmp(range)) {
            xmp = Optional.of(Range.between(range.start() + 4 + XMP_SIGNATURE.length(), range.end()));
        }
        if (code == JpegMarker.APP2 && offsets.isEmpty() && MultiPicture.is(window, range)) {
            offsets = MultiPicture.numbers(window, range);
        }
    }

    private boolean isXmp(Range segment) throws IOException, MalformedException {
        return segment.length() >= 4 + XMP_SIGNATURE.length()
                && window.upTo(segment.start() + 4, XMP_SIGNATURE.length()).equals(XMP_SIGNATURE);
    }
}
