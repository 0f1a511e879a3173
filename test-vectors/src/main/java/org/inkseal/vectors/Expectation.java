package org.inkseal.vectors;

import java.util.Comparator;
import java.util.List;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * What checking a vector must say, at {@link Vectors#NOW} with {@link Vectors#trust}, offline unless it says otherwise.
 *
 * @param state the state, as in reports
 * @param codes all failure codes of the active manifest, sorted, each once
 * @param success success codes of the active manifest or an ingredient that must be there; others may
 * @param informational informational codes of either that must be there; others may
 * @param deltas all failure codes that ingredients add, sorted, each once
 * @param online whether addresses may be asked, and answer as in {@link Elsewhere}
 * @param clause the rule that decides, such as {@code "C2PA 2.2 §15.12.1"}
 * @param note what is special about the file
 */
public record Expectation(
        String state,
        List<String> codes,
        List<String> success,
        List<String> informational,
        List<String> deltas,
        boolean online,
        String clause,
        String note) {
    private static final String SUFFIX = ".expect.json";

    /** Sorts the codes. */
    public Expectation {
        codes = sorted(codes);
        success = sorted(success);
        informational = sorted(informational);
        deltas = sorted(deltas);
    }

    /** A file that must be trusted. */
    static Expectation trusted(String clause, String note) {
        return new Expectation("Trusted", List.of(), List.of(), List.of(), List.of(), false, clause, note);
    }

    /** A file that must be invalid, for these reasons and no other. */
    static Expectation invalid(String clause, String note, String... codes) {
        return new Expectation("Invalid", List.of(codes), List.of(), List.of(), List.of(), false, clause, note);
    }

    /** A file without a credential. */
    static Expectation none(String clause, String note, String... informational) {
        return new Expectation("None", List.of(), List.of(), List.of(informational), List.of(), false, clause, note);
    }

    /** A file with another state. */
    Expectation withState(String other) {
        return new Expectation(other, codes, success, informational, deltas, online, clause, note);
    }

    /** A file whose ingredients add failures. */
    Expectation withDeltas(String... failures) {
        return new Expectation(state, codes, success, informational, List.of(failures), online, clause, note);
    }

    /** A file that must also be remarked upon. */
    Expectation remarking(String... remarks) {
        return new Expectation(state, codes, success, List.of(remarks), deltas, online, clause, note);
    }

    /** A file of which these must be found right. */
    Expectation succeeding(String... successes) {
        return new Expectation(state, codes, List.of(successes), informational, deltas, online, clause, note);
    }

    /** A file that is checked with a way to {@link Elsewhere}. */
    Expectation asking() {
        return new Expectation(state, codes, success, informational, deltas, true, clause, note);
    }

    /** The name of the file with the expectation for a vector. */
    static String file(String vector) {
        return vector + SUFFIX;
    }

    static Expectation parse(Bytes json) {
        try {
            Value map = JsonReader.read(json, Budget.standard());
            return new Expectation(
                    text(map, "state"),
                    texts(map, "codes"),
                    texts(map, "success"),
                    texts(map, "informational"),
                    texts(map, "deltas"),
                    map.get("online").flatMap(Value::asBool).orElse(false),
                    text(map, "clause"),
                    text(map, "note"));
        } catch (MalformedException e) {
            throw new IllegalStateException("an expectation that is no JSON: " + e.describe(), e);
        }
    }

    Bytes json() {
        DictBuilder map = Value.dict().put("state", state).put("codes", values(codes));
        if (!success.isEmpty()) {
            map.put("success", values(success));
        }
        if (!informational.isEmpty()) {
            map.put("informational", values(informational));
        }
        if (!deltas.isEmpty()) {
            map.put("deltas", values(deltas));
        }
        if (online) {
            map.put("online", true);
        }
        Value value = map.put("clause", clause).put("note", note).build();
        return Bytes.utf8(JsonWriter.write(value, true) + "\n");
    }

    private static String text(Value map, String key) {
        return map.get(key).flatMap(Value::asText).orElse("");
    }

    private static List<String> texts(Value map, String key) {
        return map.get(key).flatMap(Value::asArray).orElse(List.of()).stream()
                .map(item -> item.asText().orElseThrow())
                .toList();
    }

    private static List<Value> values(List<String> texts) {
        return texts.stream().map(Value::of).toList();
    }

    private static List<String> sorted(List<String> codes) {
        return codes.stream().distinct().sorted(Comparator.naturalOrder()).toList();
    }
}
