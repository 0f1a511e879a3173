package org.inkseal.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.Bytes;

/**
 * Reads files in good order into parts, down to the elements of the certificates in the signature in the boxes in the
 * chunks. What it does not know stays in one piece. For our own files only: no limits, no messages.
 */
final class Grammar {
    private static final Set<String> CONTAINERS =
            Set.of("jumb", "moov", "trak", "mdia", "minf", "stbl", "dinf", "iprp", "ipco");
    private static final int PROVENANCE_HEAD = 37;

    private Grammar() {}

    /** A whole file. */
    static Node file(Bytes file) {
        Node read = switch (file.unsigned(0)) {
            case 0x89 -> png(file);
            case 0xff -> jpeg(file);
            case 'R' -> riff(file);
            case 0 -> new Node(Framing.NONE, boxes(file).orElseThrow());
            default -> new Node(Framing.NONE, file);
        };
        if (!read.encode().equals(file)) {
            throw new IllegalStateException("a file is not made of the parts that were read from it");
        }
        return read;
    }

    /** A manifest store. */
    static Node store(Bytes store) {
        return new Node(Framing.NONE, boxes(store).orElseThrow());
    }

    /** One item of CBOR, or one element of DER, or anything else. */
    static Node content(Bytes bytes) {
        return boxed(bytes).or(() -> items(bytes)).or(() -> elements(bytes)).orElse(new Node(Framing.NONE, bytes));
    }

    private static Optional<Node> boxed(Bytes bytes) {
        return bytes.length() > 8 && type(bytes, 4).equals("jumb")
                ? boxes(bytes).map(list -> new Node(Framing.NONE, list))
                : Optional.empty();
    }

    private static Node png(Bytes file) {
        List<Node> parts = new ArrayList<>(List.of(new Node(Framing.NONE, file.slice(0, 8))));
        int at = 8;
        while (at < file.length()) {
            int length = number(file, at);
            Bytes data = file.slice(at + 8, at + 8 + length);
            parts.add(framed(new Framing.Chunk(number(file, at + 4)), data));
            at += length + 12;
        }
        return new Node(Framing.NONE, parts);
    }

    private static Node jpeg(Bytes file) {
        List<Node> parts = new ArrayList<>(List.of(new Node(Framing.NONE, file.slice(0, 2))));
        int at = 2;
        while (file.unsigned(at + 1) != 0xda) {
            int length = number(file, at) & 0xffff;
            length = file.unsigned(at + 2) << 8 | file.unsigned(at + 3);
            parts.add(new Node(new Framing.Segment(file.unsigned(at + 1)), file.slice(at + 4, at + 2 + length)));
            at += 2 + length;
        }
        parts.add(new Node(Framing.NONE, file.from(at)));
        return new Node(Framing.NONE, parts);
    }

    private static Node riff(Bytes file) {
        List<Node> parts = new ArrayList<>(List.of(new Node(Framing.NONE, file.slice(8, 12))));
        int at = 12;
        while (at < file.length()) {
            int length = Integer.reverseBytes(number(file, at + 4));
            parts.add(framed(new Framing.Riff(number(file, at)), file.slice(at + 8, at + 8 + length)));
            at += 8 + length + (length & 1);
        }
        return new Node(new Framing.Riff(number(file, 0)), parts);
    }

    private static Node framed(Framing framing, Bytes data) {
        return boxed(data).map(inner -> new Node(framing, inner.children)).orElse(new Node(framing, data));
    }

    private static Optional<List<Node>> boxes(Bytes bytes) {
        List<Node> parts = new ArrayList<>();
        int at = 0;
        while (at < bytes.length()) {
            if (bytes.length() - at < 8) {
                return Optional.empty();
            }
            int length = number(bytes, at);
            if (length < 8 || length > bytes.length() - at) {
                return Optional.empty();
            }
            parts.add(box(type(bytes, at + 4), number(bytes, at + 4), bytes.slice(at + 8, at + length)));
            at += length;
        }
        return Optional.of(parts);
    }

    private static Node box(String type, int code, Bytes data) {
        Framing framing = new Framing.Box(code);
        if (CONTAINERS.contains(type)) {
            return boxes(data).map(list -> new Node(framing, list)).orElse(new Node(framing, data));
        }
        if (type.equals("meta") && data.length() > 4) {
            return headed(framing, data, 4);
        }
        if (type.equals("uuid") && data.length() > PROVENANCE_HEAD) {
            return headed(framing, data, PROVENANCE_HEAD);
        }
        if (type.equals("cbor")) {
            return items(data).map(item -> new Node(framing, List.of(item))).orElse(new Node(framing, data));
        }
        return new Node(framing, data);
    }

    private static Node headed(Framing framing, Bytes data, int head) {
        Optional<List<Node>> inner = boxes(data.from(head));
        if (inner.isEmpty()) {
            return new Node(framing, data);
        }
        List<Node> parts = new ArrayList<>(List.of(new Node(Framing.NONE, data.slice(0, head))));
        parts.addAll(inner.get());
        return new Node(framing, parts);
    }

    private static Optional<Node> items(Bytes bytes) {
        return new CborParts(bytes).read();
    }

    static Optional<Node> elements(Bytes bytes) {
        return new DerParts(bytes).read();
    }

    private static int number(Bytes bytes, int at) {
        return bytes.slice(at, at + 4).buffer().getInt();
    }

    private static String type(Bytes bytes, int at) {
        return new String(bytes.slice(at, at + 4).toArray(), StandardCharsets.ISO_8859_1);
    }
}
