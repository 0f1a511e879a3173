package org.inkseal.assertion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * Hashes of the boxes of a file (general box hash, C2PA 2.4 §18.7).
 *
 * @param boxes the entries in file order
 * @param alg the hash algorithm of entries that name none
 */
public record BoxesHash(List<Entry> boxes, Optional<String> alg) implements Assertion {
    /** The label. */
    public static final String LABEL = "c2pa.hash.boxes";

    /** How box hashes are read. */
    public static final AssertionType<BoxesHash> TYPE = new AssertionType<>(List.of(LABEL), BoxesHash::read);

    /** The value in place of a hash in the entry of the manifest store. */
    public static final Bytes NO_HASH = Bytes.wrap(new byte[1]);

    /**
     * One hash over one or more consecutive boxes.
     *
     * @param names names of the boxes; at least one
     * @param alg the hash algorithm
     * @param hash the hash; nothing when the field is missing
     * @param excluded whether the hash is not to be compared
     * @param exclusions what the hash leaves out, in order
     */
    public record Entry(
            List<String> names,
            Optional<String> alg,
            Optional<Bytes> hash,
            boolean excluded,
            List<Exclusion> exclusions) {
        /** Copies the lists. */
        public Entry {
            names = List.copyOf(names);
            exclusions = List.copyOf(exclusions);
        }

        /** An entry that hashes all bytes of some boxes. */
        public static Entry of(List<String> names, Bytes hash) {
            return new Entry(names, Optional.empty(), Optional.of(hash), false, List.of());
        }
    }

    /**
     * Bytes of a box that are not hashed.
     *
     * @param box index of the box within the names of its entry
     * @param range counted from the start of the box
     */
    public record Exclusion(int box, Range range) {}

    /** Copies the list. */
    public BoxesHash {
        boxes = List.copyOf(boxes);
    }

    /** Every name that is listed. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        boxes.forEach(entry -> names.addAll(entry.names()));
        return names;
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
        return new BoxesHash(entries, Fields.optionalText(map, "alg"));
    }

    private static Entry entry(Value item) throws MalformedException {
        List<String> names = new ArrayList<>();
        for (Value name : Fields.optionalList(item, "names")) {
            names.add(name.asText().filter(text -> !text.isEmpty()).orElseThrow(() -> Fields.wrong("names", "names")));
        }
        if (names.isEmpty()) {
            throw new MalformedException(0, "field \"names\" is missing or empty");
        }
        Optional<Value> hash = item.get("hash");
        if (hash.isPresent() && hash.get().asBytes().isEmpty()) {
            throw Fields.wrong("hash", "a byte string");
        }
        Optional<Value> excluded = item.get("excluded");
        if (excluded.isPresent() && excluded.get().asBool().isEmpty()) {
            throw Fields.wrong("excluded", "true or false");
        }
        return new Entry(
                names,
                Fields.optionalText(item, "alg"),
                hash.flatMap(Value::asBytes),
                excluded.flatMap(Value::asBool).orElse(false),
                exclusions(item, names.size()));
    }

    /** C2PA 2.4 §15.12.3: in order and apart, each in a box that is named. */
    private static List<Exclusion> exclusions(Value item, int boxes) throws MalformedException {
        List<Exclusion> exclusions = new ArrayList<>();
        int box = 0;
        long end = 0;
        for (Value value : Fields.optionalList(item, "exclusions")) {
            Optional<Value> named = value.get("boxIndex");
            if (named.isEmpty() && boxes > 1) {
                throw new MalformedException(0, "an exclusion without \"boxIndex\" where there are several boxes");
            }
            long index = named.isPresent() ? named.get().asLong().orElse(-1) : 0;
            if (index < box || index >= boxes) {
                throw new MalformedException(0, "an exclusion out of order, or in no box of its entry");
            }
            Range range = range(value);
            if (index == box && range.start() < end) {
                throw new MalformedException(0, "exclusions that overlap or are out of order");
            }
            box = (int) index;
            end = range.end();
            exclusions.add(new Exclusion(box, range));
        }
        return exclusions;
    }

    private static Range range(Value item) throws MalformedException {
        OptionalLong start = Fields.required(item, "start").asLong();
        OptionalLong length = Fields.required(item, "length").asLong();
        if (start.orElse(-1) < 0 || length.orElse(-1) < 0 || start.getAsLong() > Long.MAX_VALUE - length.getAsLong()) {
            throw new MalformedException(0, "an exclusion that is no range of numbers from 0 to 2^63-1");
        }
        return new Range(start.getAsLong(), length.getAsLong());
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public Content content() {
        DictBuilder map = Value.dict().putIfPresent("alg", alg);
        return new Content.Cbor(
                map.put("boxes", boxes.stream().map(BoxesHash::value).toList()).build());
    }

    private static Value value(Entry entry) {
        DictBuilder item =
                Value.dict().put("names", entry.names().stream().map(Value::of).toList());
        item.putIfPresent("alg", entry.alg());
        entry.hash().ifPresent(hash -> item.put("hash", hash));
        if (entry.excluded()) {
            item.put("excluded", true);
        }
        if (!entry.exclusions().isEmpty()) {
            item.put(
                    "exclusions",
                    entry.exclusions().stream().map(BoxesHash::value).toList());
        }
        // Required up to C2PA 2.2.
        return item.put("pad", Bytes.EMPTY).build();
    }

    private static Value value(Exclusion exclusion) {
        return Value.dict()
                .put("start", exclusion.range().start())
                .put("length", exclusion.range().length())
                .put("boxIndex", (long) exclusion.box())
                .build();
    }
}
