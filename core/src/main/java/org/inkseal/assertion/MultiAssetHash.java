package org.inkseal.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The parts of a file that consists of several, such as the pictures of a Multi-Picture file, each with a hash of its own
 * (C2PA 2.4 §18.9). Read, not written.
 *
 * @param parts the parts in file order; at least one
 * @param fields the assertion as it was read
 */
public record MultiAssetHash(List<Part> parts, Value fields) implements Assertion {
    /** The label. */
    public static final String LABEL = "c2pa.hash.multi-asset";

    /** What the label of a hash of a part has at its end, before the number of its instance. */
    public static final String PART = ".part";

    /** How such hashes are read. */
    public static final AssertionType<MultiAssetHash> TYPE = new AssertionType<>(List.of(LABEL), MultiAssetHash::read);

    /** Where a part is. */
    public sealed interface Place permits Bytes, Payload {}

    /** Bytes of the file. */
    public record Bytes(Range range) implements Place {}

    /**
     * What a box of an ISO base media file holds.
     *
     * @param box means the box
     */
    public record Payload(BmffExclusion box) implements Place {}

    /**
     * A part.
     *
     * @param place where it is
     * @param hash refers to the assertion with its hash, which stands in the same manifest
     * @param optional whether it may be missing
     */
    public record Part(Place place, HashedUri hash, boolean optional) {}

    /** Copies the list. */
    public MultiAssetHash {
        parts = List.copyOf(parts);
    }

    private static MultiAssetHash read(String label, Content content) throws MalformedException {
        Value map = Fields.map(content);
        Fields.required(map, "parts");
        List<Part> parts = new ArrayList<>();
        for (Value item : Fields.entries(map, "parts")) {
            Optional<Value> optional = item.get("optional");
            if (optional.isPresent() && optional.get().asBool().isEmpty()) {
                throw Fields.wrong("optional", "true or false");
            }
            parts.add(new Part(
                    place(Fields.required(item, "location")),
                    HashedUri.read(Fields.required(item, "hashAssertion")),
                    optional.flatMap(Value::asBool).orElse(false)));
        }
        return new MultiAssetHash(parts, map);
    }

    private static Place place(Value location) throws MalformedException {
        if (location.get("bmffBox").isEmpty()) {
            long start = Fields.count(location, "byteOffset");
            long length = Fields.count(location, "length");
            if (start > Long.MAX_VALUE - length) {
                throw new MalformedException(0, "a part that ends after 2^63-1");
            }
            return new Bytes(new Range(start, length));
        }
        if (location.get("byteOffset").isPresent() || location.get("length").isPresent()) {
            throw new MalformedException(0, "a part that is both some bytes and a box");
        }
        return new Payload(BmffExclusion.of(Fields.text(location, "bmffBox")));
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public Content content() {
        return new Content.Cbor(fields);
    }
}
