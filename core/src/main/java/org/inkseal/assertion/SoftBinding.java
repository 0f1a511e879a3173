package org.inkseal.assertion;

import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * A watermark in the picture or a fingerprint of it, by which its credential can be found again ({@code c2pa.soft-binding},
 * C2PA 2.4 §18.10). It proves nothing: only a hard binding does.
 *
 * <p>Read leniently: no rule of validation speaks of its fields, so one that is of another kind counts as absent.
 *
 * @param algorithm name of the algorithm, which should be one of the C2PA list
 * @param values what the algorithm gave, for the whole picture or for parts of it, in its own form
 * @param fields the assertion as it was read or is to be written
 */
public record SoftBinding(Optional<String> algorithm, List<Bytes> values, Value fields) implements Assertion {
    /** The label. */
    public static final String LABEL = "c2pa.soft-binding";

    /** How soft bindings are read. */
    public static final AssertionType<SoftBinding> TYPE = new AssertionType<>(List.of(LABEL), SoftBinding::read);

    /** Copies the list. */
    public SoftBinding {
        values = List.copyOf(values);
    }

    /** A soft binding of the whole picture, to be written. */
    public static SoftBinding of(String algorithm, Bytes value) {
        Value block = Value.dict()
                .put("scope", Value.dict().build())
                .put("value", value)
                .build();
        Value fields =
                Value.dict().put("alg", algorithm).put("blocks", List.of(block)).build();
        return new SoftBinding(Optional.of(algorithm), List.of(value), fields);
    }

    private static SoftBinding read(String label, Content content) throws MalformedException {
        Value map = Fields.map(content);
        List<Bytes> values = map.get("blocks").flatMap(Value::asArray).orElse(List.of()).stream()
                .flatMap(block -> block.get("value").flatMap(Value::asBytes).stream())
                .toList();
        return new SoftBinding(map.get("alg").flatMap(Value::asText), values, map);
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
