package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * One more item in the lists of a picture file, an XMP packet about the primary one: entries in {@code iinf} and
 * {@code iloc}, and a reference {@code cdsc} in {@code iref} (ISO/IEC 14496-12 §8.11).
 */
final class BmffNewItem {
    private static final int MOST_SHORT = 0xffff;
    private static final Bytes NAME_AND_TYPE = Bytes.utf8("\0\0mime\0application/rdf+xml\0");

    private final Window window;
    private final BmffItems items;
    private final long item;
    private final List<Edit> edits = new ArrayList<>();
    private long grown;

    BmffNewItem(Window window, BmffItems items) {
        this.window = window;
        this.items = items;
        this.item = items.highest() + 1;
    }

    /**
     * What has to change in the lists.
     *
     * @param start where the packet will be in the file
     */
    List<Edit> edits(long start, long length) throws IOException, MalformedException {
        edits.clear();
        grown = 0;
        BmffBox entries = box("iinf");
        add(entries, BmffXmp.box("infe", entry()));
        count(entries, version(entries) == 0 ? 2 : 4, entries.payload().start() + 4);
        BmffBox places = box("iloc");
        add(places, place(places, start, length));
        count(places, version(places) < 2 ? 2 : 4, places.payload().start() + 6);
        reference();
        grow(box("meta"), grown);
        return List.copyOf(edits);
    }

    private BmffBox box(String type) {
        return items.box(type)
                .orElseThrow(() -> new IllegalArgumentException("a picture file without the box " + type));
    }

    private int version(BmffBox box) throws IOException, MalformedException {
        return window.u8(box.payload().start());
    }

    private Bytes entry() {
        boolean wide = item > MOST_SHORT;
        return Bytes.concat(bytes(4, wide ? 0x03000000 : 0x02000000), bytes(wide ? 4 : 2, item), NAME_AND_TYPE);
    }

    private Bytes place(BmffBox iloc, long start, long length) throws IOException, MalformedException {
        int version = version(iloc);
        int sizes = window.u16(iloc.payload().start() + 4);
        int offset = sizes >> 12;
        int lengths = sizes >> 8 & 0xf;
        int base = sizes >> 4 & 0xf;
        if (lengths == 0 || offset == 0 && base == 0) {
            throw new IllegalArgumentException("a box iloc without room for an offset and a length");
        }
        return Bytes.concat(
                bytes(version < 2 ? 2 : 4, item),
                bytes(version == 0 ? 0 : 2, 0),
                bytes(2, 0),
                bytes(base, offset == 0 ? start : 0),
                bytes(2, 1),
                bytes(version == 0 ? 0 : sizes & 0xf, 1),
                bytes(offset, start),
                bytes(lengths, length));
    }

    private void reference() throws IOException, MalformedException {
        BmffBox primary = box("pitm");
        boolean widePrimary = version(primary) != 0;
        long about = widePrimary
                ? window.u32(primary.payload().start() + 4)
                : window.u16(primary.payload().start() + 4);
        Optional<BmffBox> list = items.box("iref");
        boolean wide = list.isPresent() ? version(list.get()) != 0 : item > MOST_SHORT || about > MOST_SHORT;
        int width = wide ? 4 : 2;
        Bytes reference = BmffXmp.box("cdsc", bytes(width, item), bytes(2, 1), bytes(width, about));
        if (list.isPresent()) {
            add(list.get(), reference);
        } else {
            Bytes box = BmffXmp.box("iref", bytes(4, wide ? 0x01000000 : 0), reference);
            edits.add(Edit.insert(box("meta").range().end(), box));
            grown += box.length();
        }
    }

    /** Puts bytes at the end of a box. */
    private void add(BmffBox box, Bytes more) throws IOException, MalformedException {
        edits.add(Edit.insert(box.range().end(), more));
        grow(box, more.length());
        grown += more.length();
    }

    private void grow(BmffBox box, long more) throws IOException, MalformedException {
        long size = box.range().length() + more;
        if (window.u32(box.range().start()) == 0) {
            throw new IllegalArgumentException("a box " + box.name() + " with an open size");
        }
        boolean large = box.header() > 8;
        edits.add(
                new Edit(new Range(box.range().start() + (large ? 8 : 0), large ? 8 : 4), bytes(large ? 8 : 4, size)));
    }

    private void count(BmffBox box, int width, long at) throws IOException, MalformedException {
        long count = width == 2 ? window.u16(at) : window.u32(at);
        edits.add(new Edit(new Range(at, width), bytes(width, count + 1)));
    }

    /** A number in so many bytes; none for 0. */
    static Bytes bytes(int width, long number) {
        boolean fits = width == 0 || width == 8 && number >= 0 || width < 8 && number >>> 8 * width == 0;
        if (!fits) {
            throw new IllegalArgumentException("no room for the number " + number + " in " + width + " bytes");
        }
        Bytes all = Bytes.wrap(ByteBuffer.allocate(8).putLong(number).array());
        return all.from(8 - width);
    }
}
