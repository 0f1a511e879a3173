package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The numbers of the Multi-Picture Format (CIPA DC-007 §5.2) that say where further pictures of a JPEG file are, such as a gain
 * map, and where the first one ends. They are written like those of a TIFF file that begins after the letters {@code MPF}.
 */
final class MultiPicture {
    private static final Bytes SIGNATURE = Bytes.wrap("MPF\0".getBytes(StandardCharsets.US_ASCII));
    /** Marker and length of the segment. */
    private static final int SEGMENT_HEADER = 4;

    private static final int MP_ENTRY = 0xb002;
    /** Attributes, size of the picture, its offset, two pictures that it depends on. */
    private static final int ENTRY = 16;

    private static final int SIZE = 4;
    private static final int OFFSET = 8;

    /** A number beyond this is no place in a picture, and must not keep it from being signed. */
    private static final long FARTHEST = Integer.MAX_VALUE;

    private MultiPicture() {}

    static boolean is(Window window, Range segment) throws IOException, MalformedException {
        return segment.length() >= SEGMENT_HEADER + SIGNATURE.length()
                && window.upTo(segment.start() + SEGMENT_HEADER, SIGNATURE.length())
                        .equals(SIGNATURE);
    }

    /** The numbers of an APP2 segment that is one; none if it makes no sense, which is no reason to refuse the picture. */
    static List<OffsetTable> numbers(Window window, Range segment) throws IOException {
        Range file = Range.between(segment.start() + SEGMENT_HEADER + SIGNATURE.length(), segment.end());
        try {
            Optional<TiffCoding> coding =
                    TiffCoding.of(window.upTo(file.start(), 8)).filter(read -> !read.big());
            return coding.isPresent() ? numbers(window, coding.get(), file) : List.of();
        } catch (MalformedException e) {
            return List.of();
        }
    }

    private static List<OffsetTable> numbers(Window window, TiffCoding coding, Range file)
            throws IOException, MalformedException {
        Range header = new Range(file.start(), coding.headerLength());
        long start = file.start() + coding.u32(window, file.start() + coding.firstPointer());
        int entries = fits(file, start, coding.sizeWidth()) ? coding.u16(window, start) : 0;
        Range directory = new Range(start, coding.sizeWidth() + (long) entries * coding.entryLength());
        if (!fits(file, start, directory.length())) {
            return List.of();
        }
        for (long at = start + coding.sizeWidth(); at < directory.end(); at += coding.entryLength()) {
            if (coding.u16(window, at) == MP_ENTRY) {
                Range pictures = new Range(file.start() + coding.u32(window, at + 8), coding.u32(window, at + 4));
                // What is changed must not be what tells where it is.
                boolean apart = !overlap(pictures, header) && !overlap(pictures, directory);
                return apart && pictures.length() >= ENTRY && fits(file, pictures.start(), pictures.length())
                        ? tables(window, coding, file.start(), pictures.start(), pictures.length() / ENTRY)
                        : List.of();
            }
        }
        return List.of();
    }

    private static boolean overlap(Range one, Range other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static boolean fits(Range file, long at, long length) {
        return at + length <= file.end();
    }

    /** The first picture starts with the file, whatever its offset; the offsets of all others count from the byte order. */
    private static List<OffsetTable> tables(Window window, TiffCoding coding, long base, long first, long pictures)
            throws IOException, MalformedException {
        ByteOrder order = coding.little() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        OffsetTable end = OffsetTable.of(first + SIZE, 4, 1, 4).in(order).read(window);
        OffsetTable others = OffsetTable.of(first + ENTRY + OFFSET, 4, pictures - 1, ENTRY)
                .in(order)
                .from(base, true)
                .withLengths(SIZE - OFFSET, 4)
                .read(window);
        return Stream.of(end, others)
                .filter(table -> table.count() > 0 && table.most() <= FARTHEST)
                .toList();
    }
}
