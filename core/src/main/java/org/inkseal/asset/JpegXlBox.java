package org.inkseal.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * One box of a JPEG XL container (ISO/IEC 18181-2), whose header is that of ISO base media files.
 *
 * @param type its four characters in ISO 8859-1
 * @param range where it is, with its header
 * @param payload what follows the header of 8 bytes, or of 16 where the size takes 64 bits
 */
record JpegXlBox(String type, Range range, Range payload) {
    private static final int JUMD = 0x6a756d64;
    private static final int DESCRIPTION_HEAD = 30;

    /** The type of a manifest store (C2PA 2.2 §11.1.4.2). */
    private static final byte[] STORE_TYPE = {
        0x63, 0x32, 0x70, 0x61, 0x00, 0x11, 0x00, 0x10, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71
    };

    private static final byte[] STORE_LABEL = {'c', '2', 'p', 'a', 0};

    /** Whether a box is a manifest store. */
    enum Likeness {
        /** Another box. */
        NONE,
        /** Something of a store, but not the whole start of one. */
        PART,
        /** A {@code jumb} box whose description has the type and the label of a store. */
        WHOLE
    }

    /** Reads the header of the box at a place; the size of the last box of a file may be left open. */
    static JpegXlBox read(Window window, long at) throws IOException, MalformedException {
        BmffBox box = BmffBox.read(window, null, at, window.size());
        String type = new String(window.upTo(at + 4, 4).toArray(), StandardCharsets.ISO_8859_1);
        return new JpegXlBox(type, box.range(), box.payload());
    }

    boolean is(String name) {
        return type.equals(name);
    }

    /** Up to {@code length} of the first bytes of the payload. */
    Bytes head(Window window, int length) throws IOException, MalformedException {
        return window.upTo(payload.start(), (int) Math.min(length, payload.length()));
    }

    /** A box of another type counts as a part, for who changes the type must not make a store vanish. */
    Likeness likeness(Window window) throws IOException, MalformedException {
        Bytes head = head(window, DESCRIPTION_HEAD);
        if (head.length() < DESCRIPTION_HEAD) {
            return Likeness.NONE;
        }
        boolean described = head.buffer().getInt(4) == JUMD;
        boolean typed = head.startsWith(8, STORE_TYPE);
        boolean labelled = head.startsWith(25, STORE_LABEL);
        if (is("jumb") && described && typed && labelled) {
            return Likeness.WHOLE;
        }
        return typed || described && labelled ? Likeness.PART : Likeness.NONE;
    }
}
