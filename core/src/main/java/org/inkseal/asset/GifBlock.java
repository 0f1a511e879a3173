package org.inkseal.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * A block of a GIF file, under the name that it has in a general box hash (C2PA 2.4 §18.7.3.4). Colour tables belong to the
 * block that announces them.
 *
 * @param name its label in hexadecimal digits, after that of its introducer if it is an extension; {@link #HEADER},
 *     {@link #SCREEN} or {@link #DATA} where there is no label
 * @param range where it is
 */
record GifBlock(String name, Range range) {
    static final String HEADER = "GIF89a";
    static final String SCREEN = "LSD";
    static final String DATA = "TBID";
    static final String IMAGE = "2C";
    static final String TRAILER = "3B";
    static final String COMMENT = "21FE";
    static final String APPLICATION = "21FF";

    static final Bytes XMP = Bytes.wrap("!\u00ff\u000bXMP DataXMP".getBytes(StandardCharsets.ISO_8859_1));

    private static final int SCREEN_DESCRIPTOR = 7;
    private static final int IMAGE_DESCRIPTOR = 10;

    /** The first block of a file. */
    static GifBlock first() {
        return new GifBlock(HEADER, new Range(0, GifFormat.SIGNATURE));
    }

    /** The block after this one, which is not the trailer. */
    GifBlock next(Window window) throws IOException, MalformedException {
        long at = range.end();
        return switch (name) {
            case HEADER -> block(window, SCREEN, at, at + SCREEN_DESCRIPTOR + colours(window.u8(at + 4)));
            case IMAGE -> block(window, DATA, at, afterSubBlocks(window, at + 1));
            default -> labelled(window, at);
        };
    }

    private static GifBlock labelled(Window window, long at) throws IOException, MalformedException {
        int introducer = window.u8(at);
        return switch (introducer) {
            case 0x3b -> block(window, TRAILER, at, at + 1);
            case 0x2c -> block(window, IMAGE, at, at + IMAGE_DESCRIPTOR + colours(window.u8(at + 9)));
            case 0x21 -> {
                String name = Integer.toHexString(0x2100 | window.u8(at + 1)).toUpperCase(Locale.ROOT);
                yield block(window, name, at, afterSubBlocks(window, at + 2));
            }
            default ->
                throw new MalformedException(
                        at, "block " + Integer.toHexString(introducer) + ": 21, 2c and 3b are allowed");
        };
    }

    private static GifBlock block(Window window, String name, long start, long end) throws MalformedException {
        if (end > window.size()) {
            throw new MalformedException(
                    start, "block " + name + " ends at byte " + end + ", the file at " + window.size());
        }
        return new GifBlock(name, Range.between(start, end));
    }

    /** Bytes of the colour table that the flags of a descriptor announce. */
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static long afterSubBlocks(Window window, long at) throws IOException, MalformedException {
        long next = at;
        for (int size = window.u8(next); size > 0; size = window.u8(next)) {
            next += size + 1L;
        }
        return next + 1;
    }

    /** What an extension holds. Nothing is known of applications but XMP, so what they say is content. */
    Region.Kind kind(Window window) throws IOException, MalformedException {
        boolean metadata = is(COMMENT) || is(APPLICATION) && isXmp(window, range);
        return metadata ? Region.Kind.METADATA : Region.Kind.CONTENT;
    }

    static boolean isXmp(Window window, Range block) throws IOException, MalformedException {
        return window.upTo(block.start(), XMP.length()).equals(XMP);
    }

    boolean is(String other) {
        return name.equals(other);
    }
}
