package org.inkseal.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * A reference with the hash of what it points to ({@code hashed-uri-map}, C2PA 2.2 §8.4.2).
 *
 * @param url the JUMBF URI
 * @param alg the hash algorithm; without one that of the enclosing structure applies
 * @param hash the hash of the box content
 */
public record HashedUri(String url, Optional<String> alg, Bytes hash) {
    /** A reference that leaves the algorithm to the claim. */
    public HashedUri(String url, Bytes hash) {
        this(url, Optional.empty(), hash);
    }

    /**
     * Reads a reference.
     *
     * @throws MalformedException if {@code url} or {@code hash} is missing or of another kind
     */
    public static HashedUri read(Value value) throws MalformedException {
        return new HashedUri(
                Fields.text(value, "url"),
                Fields.optionalText(value, "alg"),
                Fields.required(value, "hash").asBytes().orElseThrow(() -> Fields.wrong("hash", "a byte string")));
    }

    /** Reads a list of references; an absent list is an empty one. */
    public static List<HashedUri> readList(Value map, String key) throws MalformedException {
        List<HashedUri> list = new ArrayList<>();
        for (Value item : Fields.optionalList(map, key)) {
            list.add(read(item));
        }
        return list;
    }

    /** The reference as CBOR. */
    public Value toValue() {
        DictBuilder dict = Value.dict().put("url", url).put("hash", hash);
        return dict.putIfPresent("alg", alg).build();
    }
}
