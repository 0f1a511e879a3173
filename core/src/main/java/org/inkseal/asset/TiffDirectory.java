package org.inkseal.asset;

import java.io.IOException;
import org.inkseal.io.Budget;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * An image file directory: a number of entries, and where the next IFD is (TIFF 6.0 §2).
 *
 * @param coding how the file writes numbers
 * @param at where it starts
 * @param size number of entries
 */
record TiffDirectory(TiffCoding coding, long at, long size) {
    /**
     * Looks at the IFD at a place.
     *
     * @throws MalformedException if it is not wholly inside the file, behind its header
     */
    static TiffDirectory read(Window window, TiffCoding coding, long at, Budget budget)
            throws IOException, MalformedException {
        if (at < coding.headerLength() || at > window.size() - coding.sizeWidth()) {
            throw new MalformedException(
                    Math.max(0, Math.min(at, window.size())),
                    "an IFD at " + Long.toUnsignedString(at) + ", allowed are " + coding.headerLength()
                            + " to the end of the file, " + window.size());
        }
        long size = coding.big() ? coding.s64(window, at) : coding.u16(window, at);
        long room = window.size() - at - coding.sizeWidth() - coding.width();
        if (size < 0 || room < 0 || size > room / coding.entryLength()) {
            throw new MalformedException(
                    at, "an IFD of " + Long.toUnsignedString(size) + " entries, which ends after the file");
        }
        budget.spend(Limit.TIFF_ENTRIES, size + 1, at);
        return new TiffDirectory(coding, at, size);
    }

    /** Where an entry is; after the last one, where the place of the next IFD is written. */
    long entryAt(long index) {
        return at + coding.sizeWidth() + index * coding.entryLength();
    }

    /** Where the place of the next IFD is written. */
    long next() {
        return entryAt(size);
    }

    Range range() {
        return Range.between(at, next() + coding.width());
    }

    TiffEntry entry(Window window, long index) throws IOException, MalformedException {
        return TiffEntry.read(window, coding, entryAt(index));
    }
}
