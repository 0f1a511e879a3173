package org.inkseal.cbor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;

/**
 * Walks over the data items of a document in the order of their bytes, without regard to nesting.
 *
 * <p>Jackson's tokens do not say everything: keys arrive as text whatever their type, tags above 2^31 are refused and
 * tags 2, 3, 4, 25 and 256 are acted upon, lengths from 2^31 wrap around, overlong UTF-8 passes. This walk supplies the
 * type, the tags and the exact bytes of each item, and {@link #untagged} a copy without tags for Jackson to nest.
 */
final class CborScan {
    private final Bytes document;
    private final Budget budget;
    private int at;
    private int count;

    CborScan(Bytes document, Budget budget) {
        this.document = document;
        this.budget = budget;
    }

    /** The document without its tags; all heads in it are well-formed, and no length passes its end. */
    static Bytes untagged(Bytes document, Budget budget) throws MalformedException {
        CborScan scan = new CborScan(document, budget);
        List<Bytes> kept = new ArrayList<>();
        int from = 0;
        for (Optional<CborItem> next = scan.next(); next.isPresent(); next = scan.next()) {
            CborItem item = next.get();
            if (!item.tags().isEmpty()) {
                kept.add(document.slice(from, item.offset()));
                from = item.head().offset();
            }
        }
        kept.add(document.from(from));
        return kept.size() == 1 ? document : Bytes.concat(kept.toArray(Bytes[]::new));
    }

    /** Offset of the first byte that is not walked over yet. */
    int offset() {
        return at;
    }

    /** The next item, with a string's content walked over; nothing at the end. Closing breaks are passed by. */
    Optional<CborItem> next() throws MalformedException {
        while (at < document.length() && CborHead.at(document, at).isBreak()) {
            at++;
        }
        if (at == document.length()) {
            return Optional.empty();
        }
        int start = at;
        List<Long> tags = tags();
        CborHead head = CborHead.at(document, at);
        if (head.isBreak()) {
            throw new MalformedException(at, "CBOR tag stands before a break, not before a data item");
        }
        count++;
        budget.check(Limit.CBOR_ITEMS, count, at);
        at = head.end();
        return Optional.of(new CborItem(start, tags, head, content(head)));
    }

    private List<Long> tags() throws MalformedException {
        List<Long> tags = new ArrayList<>(0);
        CborHead head = CborHead.at(document, at);
        while (head.major() == CborHead.TAG) {
            tags.add(head.argument());
            budget.check(Limit.CBOR_DEPTH, tags.size(), at);
            count++;
            at = head.end();
            head = CborHead.at(document, at);
        }
        return tags;
    }

    private List<Bytes> content(CborHead head) throws MalformedException {
        boolean string = head.major() == CborHead.BINARY || head.major() == CborHead.TEXT;
        if (string && head.isIndefinite()) {
            return chunks(head);
        }
        if (string) {
            return List.of(chunk(head));
        }
        if (!head.isIndefinite() && (head.major() == CborHead.ARRAY || head.major() == CborHead.MAP)) {
            checkFits(head, head.major() == CborHead.MAP ? 2 : 1);
        }
        return List.of();
    }

    private List<Bytes> chunks(CborHead string) throws MalformedException {
        List<Bytes> chunks = new ArrayList<>();
        long length = 0;
        CborHead head = CborHead.at(document, at);
        while (!head.isBreak()) {
            if (head.major() != string.major() || head.isIndefinite()) {
                throw new MalformedException(
                        at, "chunk of an indefinite CBOR string is not a definite string of the same type");
            }
            count++;
            budget.check(Limit.CBOR_ITEMS, count, at);
            at = head.end();
            Bytes chunk = chunk(head);
            chunks.add(chunk);
            length += chunk.length();
            checkText(string, length);
            head = CborHead.at(document, at);
        }
        at = head.end();
        return chunks;
    }

    private Bytes chunk(CborHead head) throws MalformedException {
        checkFits(head, 1);
        checkText(head, head.argument());
        Bytes content = document.slice(at, at + (int) head.argument());
        at += content.length();
        return content;
    }

    private void checkText(CborHead head, long length) throws MalformedException {
        if (head.major() == CborHead.TEXT) {
            budget.check(Limit.CBOR_TEXT_BYTES, length, head.offset());
        }
    }

    /** Refuses a length that the rest of the document cannot hold; one element takes at least some bytes. */
    private void checkFits(CborHead head, int bytesEach) throws MalformedException {
        int room = (document.length() - head.end()) / bytesEach;
        if (Long.compareUnsigned(head.argument(), room) > 0) {
            throw new MalformedException(
                    head.offset(),
                    "CBOR length " + Long.toUnsignedString(head.argument()) + " passes the end: at most " + room
                            + " fit");
        }
    }
}
