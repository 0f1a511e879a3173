package org.inkseal.jumbf;

import java.nio.charset.StandardCharsets;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * Where one box lies in a store: [start, end), with its content from {@code body} on. {@code start + 8 <= body <= end}.
 *
 * @param type the four characters of the box type
 */
record BoxHeader(int start, int body, int end, String type) {
    private static final int SHORT = 8;
    private static final int EXTENDED = 16;

    /**
     * The header at an offset of a box inside a box that ends at {@code limit}.
     *
     * @param outermost whether a length of 0, "to the end", is allowed
     */
    static BoxHeader at(Bytes store, int start, int limit, boolean outermost) throws MalformedException {
        int room = limit - start;
        if (room < SHORT) {
            throw new MalformedException(start, room + " bytes are left where a JUMBF box takes at least 8");
        }
        long length = store.buffer().getInt(start) & 0xffffffffL;
        int header = length == 1 ? EXTENDED : SHORT;
        if (header > room) {
            throw new MalformedException(start, "JUMBF box ends inside its extended length");
        }
        if (length == 1) {
            length = store.buffer().getLong(start + SHORT);
        } else if (length == 0 && outermost) {
            length = room;
        }
        if (length < header || length > room) {
            throw new MalformedException(
                    start,
                    "JUMBF box says it has " + Long.toUnsignedString(length) + " bytes: allowed are " + header + " to "
                            + room);
        }
        String type = new String(store.slice(start + 4, start + SHORT).toArray(), StandardCharsets.ISO_8859_1);
        return new BoxHeader(start, start + header, start + (int) length, type);
    }

    ContentBox content(Bytes store) {
        return new ContentBox(type, store.slice(start, end), store.slice(body, end));
    }
}
