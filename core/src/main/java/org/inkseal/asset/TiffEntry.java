package org.inkseal.asset;

import java.io.IOException;
import java.util.Optional;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * An entry of an IFD (TIFF 6.0 §2).
 *
 * @param at where it is
 * @param tag what it is about
 * @param type how its values are written
 * @param count number of values; negative for 2^63 or more
 * @param value where the values are; empty if that is not inside the file, or the type is not known
 */
record TiffEntry(TiffCoding coding, long at, int tag, int type, long count, Optional<Range> value) {
    static final int SHORT = 3;
    static final int LONG = 4;
    static final int UNDEFINED = 7;
    static final int IFD = 13;
    static final int LONG8 = 16;
    static final int IFD8 = 18;

    /** Bytes of one value of each type; 0 for types that there are not. */
    private static final int[] WIDTHS = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    static TiffEntry read(Window window, TiffCoding coding, long at) throws IOException, MalformedException {
        int type = coding.u16(window, at + 2);
        long count = coding.number(window, at + 4);
        return new TiffEntry(
                coding, at, coding.u16(window, at), type, count, value(window, coding, at, width(type), count));
    }

    private static Optional<Range> value(Window window, TiffCoding coding, long at, int width, long count)
            throws IOException, MalformedException {
        if (width == 0 || count < 0 || count > window.size() / width) {
            return Optional.empty();
        }
        long field = at + 4 + coding.width();
        long start = count * width <= coding.width() ? field : coding.number(window, field);
        return start < 0 || start > window.size() - count * width
                ? Optional.empty()
                : Optional.of(new Range(start, count * width));
    }

    /** Where the number of values is written. */
    Range countField() {
        return new Range(at + 4, coding.width());
    }

    /** Whether the values stand in the entry itself. */
    boolean inline() {
        return value.isPresent() && value.get().start() == countField().end();
    }

    /** Whether the values are offsets or lengths. */
    boolean isNumeric() {
        return value.isPresent() && (type == SHORT || type == LONG || type == IFD || type == LONG8 || type == IFD8);
    }

    /** One of the values, which {@linkplain #isNumeric are numbers}; negative for 2^63 or more. */
    long number(Window window, long index) throws IOException, MalformedException {
        long place = value.orElseThrow().start() + index * width(type);
        return switch (width(type)) {
            case 2 -> coding.u16(window, place);
            case 4 -> coding.u32(window, place);
            default -> coding.s64(window, place);
        };
    }

    private static int width(int type) {
        return type < WIDTHS.length ? WIDTHS[type] : 0;
    }
}
