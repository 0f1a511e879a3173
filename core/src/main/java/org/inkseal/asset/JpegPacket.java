package org.inkseal.asset;

import java.io.IOException;
import java.util.Optional;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The header of an APP11 segment that holds a part of a box (ISO/IEC 18477-3 Annex B).
 *
 * @param range the segment with its marker
 * @param identifier CI, {@code 'JP'} in all segments that follow the standard
 * @param instance En, which tells boxes apart
 * @param sequence Z, counted within a box: from 1, or by some writers from 0
 * @param boxLength LBox, or XLBox where LBox is 1; as a signed number
 * @param boxType TBox
 * @param headerLength 8, or 16 with XLBox
 * @param likeness how much the payload looks like the start of a manifest store
 */
record JpegPacket(
        Range range,
        int identifier,
        int instance,
        long sequence,
        long boxLength,
        long boxType,
        int headerLength,
        Likeness likeness) {
    private static final int BOX = 12;
    private static final int JUMD = 0x6a756d64;
    private static final int DESCRIPTION_HEAD = 30;

    /** The type of a manifest store (C2PA 2.2 §11.1.4.2). */
    private static final byte[] STORE_TYPE = {
        0x63, 0x32, 0x70, 0x61, 0x00, 0x11, 0x00, 0x10, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71
    };

    private static final byte[] STORE_LABEL = {'c', '2', 'p', 'a', 0};

    /** Whether a box starts like a manifest store. */
    enum Likeness {
        /** Another box, or the middle of one. */
        NONE,
        /** Type or label of a store, but not the whole start of one. */
        PART,
        /** The description box of a store, with its type and label. */
        WHOLE
    }

    /** Reads the header of an APP11 segment; empty if the segment is too short for one. */
    static Optional<JpegPacket> read(Window window, Range segment) throws IOException, MalformedException {
        long at = segment.start();
        if (segment.length() < BOX + 8) {
            return Optional.empty();
        }
        long length = window.u32(at + BOX);
        boolean extended = length == 1 && segment.length() >= BOX + 16;
        int header = extended ? 16 : 8;
        return Optional.of(new JpegPacket(
                segment,
                window.u16(at + 4),
                window.u16(at + 6),
                window.u32(at + 8),
                extended ? window.s64(at + BOX + 8) : length,
                window.u32(at + BOX + 4),
                header,
                likeness(window, segment, header)));
    }

    boolean isJumbf() {
        return identifier == JpegFrame.COMMON_IDENTIFIER && boxType == JpegFrame.JUMB;
    }

    /** What the first segment adds to a box: the header of the box and what follows. */
    Range withHeader() {
        return Range.between(range.start() + BOX, range.end());
    }

    /** What a later segment adds to a box: what follows the repeated header. */
    Range withoutHeader() {
        return Range.between(range.start() + BOX + headerLength, range.end());
    }

    private static Likeness likeness(Window window, Range segment, int header) throws IOException, MalformedException {
        Likeness here = likenessAt(window, segment, BOX + header);
        // A damaged LBox moves the place where the description is looked for.
        boolean elsewhere = likenessAt(window, segment, BOX + 24 - header) != Likeness.NONE;
        return here == Likeness.NONE && elsewhere ? Likeness.PART : here;
    }

    private static Likeness likenessAt(Window window, Range segment, int description)
            throws IOException, MalformedException {
        if (segment.length() < description + DESCRIPTION_HEAD) {
            return Likeness.NONE;
        }
        Bytes head = window.upTo(segment.start() + description, DESCRIPTION_HEAD);
        boolean described = head.buffer().getInt(4) == JUMD;
        boolean typed = head.startsWith(8, STORE_TYPE);
        boolean labelled = head.startsWith(25, STORE_LABEL);
        if (described && typed && labelled) {
            return Likeness.WHOLE;
        }
        return typed || described && labelled ? Likeness.PART : Likeness.NONE;
    }
}
