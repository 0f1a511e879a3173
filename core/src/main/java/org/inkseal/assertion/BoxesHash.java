package org.inkseal.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * Hashes of the boxes of a file (general box hash, C2PA 2.2 §18.7). Read, not written.
 *
 * @param boxes the entries in file order
 * @param alg the hash algorithm of entries that name none
 * @param raw the assertion as it was read
 */
public record BoxesHash(List<Entry> boxes, Optional<String> alg, Value raw) implements Assertion {
    /** The label. */
    public static final String LABEL = "c2pa.hash.boxes";

    /** How box hashes are read. */
    public static final AssertionType<BoxesHash> TYPE = new AssertionType<>(List.of(LABEL), BoxesHash::read);

    /**
     * One hash over one or more consecutive boxes.
     *
     * @param names names of the boxes
     * @param alg the hash algorithm
     * @param hash the hash
     * @param excluded whether the hash is not to be compared
     * @param exclusions whether byte ranges inside the boxes are left out
     */
    public record Entry(List<String> names, Optional<String> alg, Bytes hash, boolean excluded, boolean exclusions) {
        /** Copies the list. */
        public Entry {
            names = List.copyOf(names);
        }
    }

    /** Copies the list. */
    public BoxesHash {
        boxes = List.copyOf(boxes);
    }

    private static BoxesHash read(String label, Content content) throws MalformedException {
        Value map = Fields.map(content);
        List<Entry> entries = new ArrayList<>();
        for (Value item : Fields.optionalList(map, "boxes")) {
            entries.add(entry(item));
        }
        if (entries.isEmpty()) {
            throw new MalformedException(0, "field \"boxes\" is missing or empty");
        }
        return new BoxesHash(entries, Fields.optionalText(map, "alg"), map);
    }

    private static Entry entry(Value item) throws MalformedException {
        List<String> names = new ArrayList<>();
        for (Value name : Fields.optionalList(item, "names")) {
            names.add(name.asText().filter(text -> !text.isEmpty()).orElseThrow(() -> Fields.wrong("names", "names")));
        }
        if (names.isEmpty()) {
            throw new MalformedException(0, "field \"names\" is missing or empty");
        }
        return new Entry(
                names,
                Fields.optionalText(item, "alg"),
                Fields.required(item, "hash").asBytes().orElseThrow(() -> Fields.wrong("hash", "a byte string")),
                item.get("excluded").flatMap(Value::asBool).orElse(false),
                !Fields.optionalList(item, "exclusions").isEmpty());
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public Content content() {
        return new Content.Cbor(raw);
    }
}
