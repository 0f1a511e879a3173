package org.inkseal.assertion;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * Time-stamps on the signatures of other manifests of the store (C2PA 2.2 §18.18), which were signed without one.
 *
 * @param tokens a TimeStampToken in BER for each label of a manifest; at least one, and none of them checked
 */
public record TimeStamps(Map<String, Bytes> tokens) implements Assertion {
    /** The label. */
    public static final String LABEL = "c2pa.time-stamp";

    /** How time-stamps are read. */
    public static final AssertionType<TimeStamps> TYPE = new AssertionType<>(List.of(LABEL), TimeStamps::read);

    /** Copies the map. */
    public TimeStamps {
        tokens = Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
    }

    private static TimeStamps read(String label, Content content) throws MalformedException {
        Map<String, Bytes> tokens = new LinkedHashMap<>();
        Value.Dict map = Fields.map(content).asDict().orElseThrow();
        for (Map.Entry<Value, Value> entry : map.entries().entrySet()) {
            Optional<String> manifest = entry.getKey().asText();
            Optional<Bytes> token = entry.getValue().asBytes();
            if (manifest.isEmpty() || token.isEmpty()) {
                throw new MalformedException(0, "an entry is not a label of a manifest with a byte string");
            }
            tokens.put(manifest.get(), token.get());
        }
        if (tokens.isEmpty()) {
            throw new MalformedException(0, "no time-stamp: at least one is needed");
        }
        return new TimeStamps(tokens);
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public Content content() {
        DictBuilder map = Value.dict();
        tokens.forEach((manifest, token) -> map.put(manifest, Value.of(token)));
        return new Content.Cbor(map.build());
    }
}
