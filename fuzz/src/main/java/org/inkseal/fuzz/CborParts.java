package org.inkseal.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Bytes;

/** The data items of one document, and what is hidden in its byte strings. */
final class CborParts {
    private static final int BYTES = 2;
    private static final int TAG = 6;
    private static final int NESTED = 4;

    private final Bytes bytes;
    private int at;

    CborParts(Bytes bytes) {
        this.bytes = bytes;
    }

    /** The one item that fills the bytes with the shortest heads; empty if they are anything else. */
    Optional<Node> read() {
        try {
            Node item = item();
            return at == bytes.length() && item.encode().equals(bytes) ? Optional.of(item) : Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Node item() {
        int start = at;
        int first = bytes.unsigned(at++);
        int major = first >> 5;
        long argument = argument(first & 0x1f);
        if (major == BYTES || major == 3) {
            Bytes content = bytes.slice(at, at + Math.toIntExact(argument));
            at += content.length();
            return major == BYTES ? nested(content) : new Node(new Framing.Item(major), content);
        }
        if (major == Framing.Item.ARRAY || major == Framing.Item.MAP) {
            List<Node> items = new ArrayList<>();
            for (long left = major == Framing.Item.MAP ? 2 * argument : argument; left > 0; left--) {
                items.add(item());
            }
            return new Node(new Framing.Item(major), items);
        }
        if (major == TAG) {
            return new Node(new Framing.Tag(argument), List.of(item()));
        }
        return new Node(Framing.NONE, bytes.slice(start, at));
    }

    private static Node nested(Bytes content) {
        Framing framing = new Framing.Item(BYTES);
        if (content.length() >= NESTED) {
            Optional<Node> inner = content.at(0) == 0x30
                    ? Grammar.elements(content)
                    : content.unsigned(0) >> 5 == Framing.Item.MAP ? new CborParts(content).read() : Optional.empty();
            if (inner.isPresent()) {
                return new Node(framing, List.of(inner.get()));
            }
        }
        return new Node(framing, content);
    }

    private long argument(int information) {
        if (information < 24) {
            return information;
        }
        if (information > 27) {
            throw new IndexOutOfBoundsException("not of a known length");
        }
        long value = 0;
        for (int left = 1 << information - 24; left > 0; left--) {
            value = value << 8 | bytes.unsigned(at++);
        }
        return value;
    }
}
