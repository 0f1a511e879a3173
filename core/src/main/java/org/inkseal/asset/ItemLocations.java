package org.inkseal.asset;

import java.io.IOException;
import org.inkseal.io.MalformedException;

/**
 * The box {@code iloc}, which says where the items of a picture file are (ISO/IEC 14496-12 §8.11.3). Items that are in
 * the file itself count from its start; those in {@code idat} or in other items do not.
 */
final class ItemLocations {
    private final Window window;
    private final BmffBox box;
    private final Taker taker;
    private long at;

    /** Takes the place of an item. */
    @FunctionalInterface
    interface Taker {
        void take(ItemLocation location) throws IOException, MalformedException;
    }

    ItemLocations(Window window, BmffBox box, Taker taker) {
        this.window = window;
        this.box = box;
        this.taker = taker;
        this.at = box.payload().start();
    }

    void read() throws IOException, MalformedException {
        int version = (int) number(1);
        if (version > 2) {
            throw new MalformedException(
                    box.range().start(), "box iloc of version " + version + ": allowed are 0 to 2");
        }
        number(3);
        int sizes = (int) number(2);
        int offsetSize = size(sizes >> 12);
        int lengthSize = size(sizes >> 8);
        int baseSize = size(sizes >> 4);
        int indexSize = version == 0 ? 0 : size(sizes);
        long items = number(version < 2 ? 2 : 4);
        for (long item = 0; item < items; item++) {
            long number = number(version < 2 ? 2 : 4);
            int method = version == 0 ? 0 : (int) number(2) & 0xf;
            number(2);
            long baseAt = at;
            long base = number(baseSize);
            int extents = (int) number(2);
            long first = skip((long) extents * (indexSize + offsetSize + lengthSize));
            taker.take(new ItemLocation(
                    number, method, baseAt, baseSize, base, first, extents, indexSize, offsetSize, lengthSize));
        }
    }

    private int size(int bits) throws MalformedException {
        int size = bits & 0xf;
        if (size != 0 && size != 4 && size != 8) {
            throw new MalformedException(
                    box.range().start(), "box iloc with fields of " + size + " bytes: allowed are 0, 4 and 8");
        }
        return size;
    }

    private long number(int width) throws IOException, MalformedException {
        long start = skip(width);
        return switch (width) {
            case 0 -> 0;
            case 1 -> window.u8(start);
            case 2 -> window.u16(start);
            case 3 -> (long) window.u8(start) << 16 | window.u16(start + 1);
            case 4 -> window.u32(start);
            default -> window.s64(start);
        };
    }

    private long skip(long length) throws MalformedException {
        if (length > box.range().end() - at) {
            throw new MalformedException(at, "box iloc ends in the middle of an item");
        }
        at += length;
        return at - length;
    }
}
