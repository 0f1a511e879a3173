package org.inkseal.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;
import org.jspecify.annotations.Nullable;

/**
 * One box of an ISO base media file (ISO/IEC 14496-12 §4.2).
 *
 * @param parent the box around it; null for a box of the file itself
 * @param type its four-character code
 * @param index how many boxes of that type its parent has up to it, itself counted: 1 for the first
 * @param range where it is, with its header
 * @param header bytes of the header: 8, or 16 where the size takes 64 bits; the extended type of a {@code uuid} box is
 *     not counted
 */
public record BmffBox(@Nullable BmffBox parent, int type, int index, Range range, int header) {
    private static final int LARGE = 16;

    /** Reads the header of a box. */
    static BmffBox read(Window window, @Nullable BmffBox parent, long at, long end)
            throws IOException, MalformedException {
        if (end - at < 8) {
            throw new MalformedException(at, (end - at) + " bytes where a box should be");
        }
        long size = window.u32(at);
        int type = (int) window.u32(at + 4);
        int header = 8;
        if (size == 1) {
            header = LARGE;
            size = end - at < LARGE ? 0 : window.s64(at + 8);
        } else if (size == 0 && parent == null) {
            // Only the last box of a file may leave its size open.
            size = end - at;
        }
        if (size < header || size > end - at) {
            throw new MalformedException(
                    at,
                    "box " + name(type) + " of " + Long.toUnsignedString(size) + " bytes: allowed are " + header
                            + " to " + (end - at));
        }
        return new BmffBox(parent, type, 1, new Range(at, size), header);
    }

    BmffBox withIndex(int number) {
        return new BmffBox(parent, type, number, range, header);
    }

    /** What follows the header. */
    public Range payload() {
        return Range.between(range.start() + header, range.end());
    }

    /** Whether it is of a type. */
    public boolean is(String fourLetters) {
        return type == type(fourLetters);
    }

    /** Whether it stands in a box of a type. */
    public boolean isIn(String fourLetters) {
        return parent != null && parent.is(fourLetters);
    }

    /** The code as text; for a code that is no printable ASCII, its hexadecimal digits. */
    public String name() {
        return name(type);
    }

    /** The code of four characters of ISO 8859-1. */
    public static int type(String fourLetters) {
        byte[] letters = fourLetters.getBytes(StandardCharsets.ISO_8859_1);
        return letters[0] << 24 | (letters[1] & 0xff) << 16 | (letters[2] & 0xff) << 8 | letters[3] & 0xff;
    }

    private static String name(int type) {
        StringBuilder name = new StringBuilder();
        for (int shift = 24; shift >= 0; shift -= 8) {
            int letter = type >> shift & 0xff;
            if (letter < 0x20 || letter > 0x7e) {
                return "0x" + Integer.toHexString(type);
            }
            name.append((char) letter);
        }
        return name.toString();
    }
}
