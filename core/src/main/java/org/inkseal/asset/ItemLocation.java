package org.inkseal.asset;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * Where an item of a picture file is: in so many extents (ISO/IEC 14496-12 §8.11.3).
 *
 * @param item its number
 * @param method what the extents count from: 0 for the file, 1 for the box {@code idat}, 2 for another item
 * @param baseAt where a number is that is added to all of them
 * @param baseWidth bytes of that number: 0, 4 or 8
 * @param base that number
 * @param extentsAt where the extents are
 * @param extents how many there are
 * @param indexWidth bytes of the index of each
 * @param offsetWidth bytes of the offset of each
 * @param lengthWidth bytes of the length of each
 */
record ItemLocation(
        long item,
        int method,
        long baseAt,
        int baseWidth,
        long base,
        long extentsAt,
        int extents,
        int indexWidth,
        int offsetWidth,
        int lengthWidth) {

    private int stride() {
        return indexWidth + offsetWidth + lengthWidth;
    }

    /** The numbers that change when bytes before the item come or go. */
    Optional<OffsetTable> offsets(Window window) throws IOException, MalformedException {
        if (method != 0 || extents == 0) {
            return Optional.empty();
        }
        if (offsetWidth > 0) {
            long first = extentsAt + indexWidth;
            return Optional.of(OffsetTable.of(first, offsetWidth, extents, stride())
                    .from(base, false)
                    .withLengths(offsetWidth, lengthWidth)
                    .read(window));
        }
        if (baseWidth > 0) {
            int lengthAt = (int) (extentsAt - baseAt) + indexWidth;
            return Optional.of(OffsetTable.of(baseAt, baseWidth, 1, baseWidth)
                    .withLengths(lengthAt, lengthWidth)
                    .read(window));
        }
        return Optional.empty();
    }

    /** Where its only extent is, by the method; empty if it has several, or one whose length is not said. */
    Optional<Range> only(Window window) throws IOException, MalformedException {
        if (extents != 1 || lengthWidth == 0) {
            return Optional.empty();
        }
        long offset = number(window, extentsAt + indexWidth, offsetWidth);
        long length = number(window, extentsAt + indexWidth + offsetWidth, lengthWidth);
        boolean fits = base >= 0 && offset >= 0 && length > 0 && offset <= Long.MAX_VALUE - base - length;
        return fits ? Optional.of(new Range(base + offset, length)) : Optional.empty();
    }

    /** What changes here if its only extent, in the file, gets another place and length. */
    List<Edit> moved(long start, long length) {
        boolean based = offsetWidth == 0;
        long offsetAt = based ? baseAt : extentsAt + indexWidth;
        int width = based ? baseWidth : offsetWidth;
        return List.of(
                new Edit(new Range(offsetAt, width), BmffNewItem.bytes(width, based ? start : start - base)),
                new Edit(
                        new Range(extentsAt + indexWidth + offsetWidth, lengthWidth),
                        BmffNewItem.bytes(lengthWidth, length)));
    }

    private static long number(Window window, long at, int width) throws IOException, MalformedException {
        return width == 0 ? 0 : width == 4 ? window.u32(at) : window.s64(at);
    }
}
