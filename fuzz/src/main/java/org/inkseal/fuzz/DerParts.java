package org.inkseal.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Bytes;

/** The elements of one DER structure, and those in its octet strings. */
final class DerParts {
    private static final int CONSTRUCTED = 0x20;
    private static final int OCTETS = 4;

    private final Bytes bytes;

    DerParts(Bytes bytes) {
        this.bytes = bytes;
    }

    /** The one element that fills the bytes; empty if they are anything else. */
    Optional<Node> read() {
        try {
            return list().filter(list -> list.size() == 1)
                    .map(list -> list.get(0))
                    .filter(node -> node.encode().equals(bytes));
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<List<Node>> list() {
        List<Node> found = new ArrayList<>();
        int at = 0;
        while (at < bytes.length()) {
            int tag = bytes.unsigned(at);
            int first = bytes.unsigned(at + 1);
            int wide = first < 128 ? 0 : first & 0x7f;
            int length = wide == 0 ? first : 0;
            for (int i = 0; i < wide; i++) {
                length = length << 8 | bytes.unsigned(at + 2 + i);
            }
            int start = at + 2 + wide;
            if ((tag & 0x1f) == 0x1f || wide > 3 || length > bytes.length() - start) {
                return Optional.empty();
            }
            found.add(element(tag, bytes.slice(start, start + length)));
            at = start + length;
        }
        return Optional.of(found);
    }

    private static Node element(int tag, Bytes content) {
        Framing framing = new Framing.Element(tag);
        if ((tag & CONSTRUCTED) != 0) {
            return new DerParts(content)
                    .list()
                    .map(list -> new Node(framing, list))
                    .orElse(new Node(framing, content));
        }
        if (tag == OCTETS) {
            Optional<Node> inner = new DerParts(content).read();
            if (inner.isPresent()) {
                return new Node(framing, List.of(inner.get()));
            }
        }
        return new Node(framing, content);
    }
}
