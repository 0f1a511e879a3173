package org.inkseal.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The hash of the file without some ranges: the hard binding of most pictures (C2PA 2.2 §18.5).
 *
 * @param exclusions the ranges that are not hashed, as the file has them; their order is checked elsewhere
 * @param alg the hash algorithm; without one that of the claim applies
 * @param hash the hash; nothing when the field is missing, or when {@code url}, which is deprecated, says that the hash is
 *     of something elsewhere
 * @param name what the exclusion is, for people
 * @param pad zeros that keep the size of the assertion while its values are found
 */
public record DataHash(
        List<Range> exclusions, Optional<String> alg, Optional<Bytes> hash, Optional<String> name, Bytes pad)
        implements Assertion {
    /** The label. */
    public static final String LABEL = "c2pa.hash.data";

    private static final int MOST_PADDING = 23;

    /** How data hashes are read. */
    public static final AssertionType<DataHash> TYPE = new AssertionType<>(List.of(LABEL), DataHash::read);

    /** Copies the list. */
    public DataHash {
        exclusions = List.copyOf(exclusions);
    }

    /**
     * This hash with other padding, so that its encoding gets a length.
     *
     * @throws IllegalArgumentException if no padding of up to 23 bytes, whose encoding costs one byte more each, does it
     */
    public DataHash padded(int encodedLength) {
        int bare = new DataHash(exclusions, alg, hash, name, Bytes.EMPTY).encodedLength();
        int padding = encodedLength - bare;
        if (padding < 0 || padding > MOST_PADDING) {
            throw new IllegalArgumentException(
                    "a data hash of " + bare + " bytes cannot be padded to " + encodedLength);
        }
        return new DataHash(exclusions, alg, hash, name, Bytes.wrap(new byte[padding]));
    }

    /** Bytes of the assertion in CBOR. */
    public int encodedLength() {
        return CborWriter.write(content().asValue().orElseThrow()).length();
    }

    private static DataHash read(String label, Content content) throws MalformedException {
        Value map = Fields.map(content);
        List<Range> exclusions = new ArrayList<>();
        for (Value item : Fields.optionalList(map, "exclusions")) {
            exclusions.add(range(item));
        }
        return new DataHash(
                exclusions,
                Fields.optionalText(map, "alg"),
                isElsewhere(map) ? Optional.empty() : Fields.optionalBytes(map, "hash"),
                Fields.optionalText(map, "name"),
                Fields.optionalBytes(map, "pad").orElse(Bytes.EMPTY));
    }

    private static boolean isElsewhere(Value map) throws MalformedException {
        return Fields.optionalText(map, "url").filter(url -> !url.isEmpty()).isPresent();
    }

    private static Range range(Value item) throws MalformedException {
        OptionalLong start = Fields.required(item, "start").asLong();
        OptionalLong length = Fields.required(item, "length").asLong();
        if (start.isEmpty() || length.isEmpty() || start.getAsLong() < 0 || length.getAsLong() < 0) {
            throw new MalformedException(0, "an exclusion whose start or length is no number from 0 to 2^63-1");
        }
        if (start.getAsLong() > Long.MAX_VALUE - length.getAsLong()) {
            throw new MalformedException(0, "an exclusion that ends after 2^63-1");
        }
        return new Range(start.getAsLong(), length.getAsLong());
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public Content content() {
        DictBuilder map = Value.dict();
        if (!exclusions.isEmpty()) {
            map.put(
                    "exclusions",
                    exclusions.stream()
                            .map(range -> Value.dict()
                                    .put("start", range.start())
                                    .put("length", range.length())
                                    .build())
                            .toList());
        }
        map.putIfPresent("alg", alg).putIfPresent("name", name);
        hash.ifPresent(bytes -> map.put("hash", bytes));
        return new Content.Cbor(map.put("pad", pad).build());
    }
}
