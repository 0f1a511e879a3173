package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/** The boxes of a small picture with a store, and the entries of a hash over them. */
final class BoxEntries {
    private static final Bytes NO_HASH = Bytes.wrap(new byte[1]);

    /** A box of a file. */
    record Part(String name, Bytes bytes) {}

    private BoxEntries() {}

    /** The boxes of a file, that of the store as one. */
    static List<Part> parts(Container container, Bytes file, Range slot) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (Bytes part : container.split(file)) {
            if (at == slot.start() && slot.length() > 0) {
                parts.add(new Part("C2PA", file.slice((int) slot.start(), (int) slot.end())));
            }
            if (at < slot.start() || at >= slot.end()) {
                add(container, part, parts);
            }
            at += part.length();
        }
        return parts;
    }

    private static void add(Container container, Bytes part, List<Part> parts) {
        if (container == Container.PNG) {
            boolean signature = part.equals(PngChunks.SIGNATURE);
            parts.add(new Part(signature ? "PNGh" : PngChunks.type(part), part));
        } else if (container == Container.JXL) {
            parts.add(new Part(JpegXlBoxes.type(part), part));
        } else if (JpegSegments.marker(part) == 0xda) {
            // Everything from the scan on is one part there.
            int end = part.length() - 2;
            parts.add(new Part("SOS", part.slice(0, end)));
            parts.add(new Part("EOI", part.from(end)));
        } else {
            parts.add(new Part(name(JpegSegments.marker(part)), part));
        }
    }

    private static String name(int marker) {
        return switch (marker) {
            case 0xd8 -> "SOI";
            case 0xe0 -> "APP0";
            case 0xeb -> "APP11";
            case 0xdb -> "DQT";
            case 0xc0 -> "SOF0";
            case 0xc4 -> "DHT";
            case 0xfe -> "COM";
            default -> throw new IllegalArgumentException("marker " + Integer.toHexString(marker));
        };
    }

    /** An entry for each box. */
    static List<DictBuilder> each(List<Part> parts) {
        return parts.stream().map(part -> over(List.of(part))).toList();
    }

    /** One entry for all boxes before the store, and one for all after it. */
    static List<DictBuilder> grouped(List<Part> parts) {
        int store = parts.stream().map(Part::name).toList().indexOf("C2PA");
        return List.of(
                over(parts.subList(0, store)),
                over(parts.subList(store, store + 1)),
                over(parts.subList(store + 1, parts.size())));
    }

    /** An entry over some boxes that follow each other. */
    static DictBuilder over(List<Part> parts) {
        Bytes bytes = Bytes.concat(parts.stream().map(Part::bytes).toArray(Bytes[]::new));
        boolean store = parts.size() == 1 && parts.get(0).name().equals("C2PA");
        return Value.dict()
                .put("names", parts.stream().map(part -> Value.of(part.name())).toList())
                .put("hash", store ? NO_HASH : HashAlgorithm.SHA256.hash(bytes))
                .put("pad", Bytes.EMPTY);
    }

    /** Leaves some bytes of the only box of an entry out of its hash. */
    static DictBuilder leavingOut(Part part, Range range) {
        Bytes kept = Bytes.concat(
                part.bytes().slice(0, (int) range.start()),
                part.bytes().from((int) Math.min(part.bytes().length(), range.end())));
        return over(List.of(part))
                .put("hash", HashAlgorithm.SHA256.hash(kept))
                .put("exclusions", List.of(exclusion(range)));
    }

    static Value exclusion(Range range) {
        return Value.dict()
                .put("start", range.start())
                .put("length", range.length())
                .build();
    }

    static Value hash(List<DictBuilder> entries) {
        return Value.dict()
                .put("alg", "sha256")
                .put("boxes", entries.stream().map(DictBuilder::build).toList())
                .build();
    }
}
