package org.inkseal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.testing.Hex;
import org.inkseal.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of RFC 8949 appendix A. */
class AppendixATest {
    // RFC 7049 allowed this encoding of a simple value; RFC 8949 §3.3 does not.
    private static final String NO_LONGER_WELL_FORMED = "f818";

    static List<Value> vectors() throws IOException, MalformedException {
        Bytes json = Bytes.wrap(Files.readAllBytes(Shared.folder("vectors/cbor").resolve("appendix_a.json")));
        return JsonReader.read(json, Budget.standard()).asArray().orElseThrow().stream()
                .filter(vector -> !text(vector, "hex").equals(NO_LONGER_WELL_FORMED))
                .toList();
    }

    @Test
    void thereAreAsManyExamplesAsInTheStandard() throws Exception {
        assertThat(vectors()).hasSize(81);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void exampleIsReadAsTheStandardSays(Value vector) throws Exception {
        Value read = CborReader.read(Hex.of(text(vector, "hex")), Budget.standard());

        if (vector.get("diagnostic").isPresent()) {
            assertThat(diagnostic(read))
                    .isEqualTo(text(vector, "diagnostic").replace("(_ h'0102', h'030405')", "h'0102030405'"));
        } else {
            Value decoded = vector.asDict().orElseThrow().entries().get(Value.of("decoded"));
            assertThat(bignumsAsIntegers(read)).isEqualTo(decoded);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void exampleIsWrittenAsItWasRead(Value vector) throws Exception {
        Bytes document = Hex.of(text(vector, "hex"));
        Bytes written = CborWriter.write(CborReader.read(document, Budget.standard()));

        if (vector.get("roundtrip").flatMap(Value::asBool).orElseThrow()) {
            assertThat(written).isEqualTo(document);
        } else {
            assertThat(CborReader.read(written, Budget.standard()))
                    .isEqualTo(CborReader.read(document, Budget.standard()));
        }
    }

    @Test
    void longFormOfASmallSimpleValueIsRefused() {
        assertThatThrownBy(() -> CborReader.read(Hex.of(NO_LONGER_WELL_FORMED), Budget.standard()))
                .isInstanceOf(MalformedException.class);
    }

    private static String text(Value vector, String key) {
        return vector.get(key).flatMap(Value::asText).orElseThrow();
    }

    private static Value bignumsAsIntegers(Value value) {
        if (value instanceof Value.Tagged tagged && (tagged.tag() == 2 || tagged.tag() == 3)) {
            BigInteger magnitude =
                    new BigInteger(1, value.asBytes().orElseThrow().toArray());
            return new Value.Int(tagged.tag() == 3 ? magnitude.not() : magnitude);
        }
        return value;
    }

    /** Diagnostic notation (RFC 8949 §8) of what the examples have. */
    private static String diagnostic(Value value) {
        if (value instanceof Value.Tagged tagged) {
            return tagged.tag() + "(" + diagnostic(tagged.content()) + ")";
        }
        if (value instanceof Value.Binary binary) {
            return "h'" + binary.value().hex() + "'";
        }
        if (value instanceof Value.Simple simple) {
            return value.equals(Value.UNDEFINED) ? "undefined" : "simple(" + simple.value() + ")";
        }
        if (value instanceof Value.Real real && real.value() == 1363896240.5) {
            return "1363896240.5";
        }
        if (value instanceof Value.Dict dict) {
            return dict.entries().entrySet().stream()
                    .map(entry -> diagnostic(entry.getKey()) + ": " + diagnostic(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof Value.Real real ? Double.toString(real.value()) : JsonWriter.write(value, false);
    }
}
