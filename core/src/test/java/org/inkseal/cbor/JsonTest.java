package org.inkseal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.Limits;
import org.inkseal.io.MalformedException;
import org.inkseal.testing.Hex;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static Value read(String json) throws MalformedException {
        return JsonReader.read(Bytes.utf8(json), Budget.standard());
    }

    @Test
    void everyKindIsReadAndWritten() throws Exception {
        String json =
                "{\"b\":[1,-2.5,true,false,null,\"\\u001b\\\"\\\\\\né😀\"],\"a\":{\"\":{},\"x\":[]},\"n\":1.0E300}";

        assertThat(JsonWriter.write(read(json), false)).isEqualTo(json);
    }

    @Test
    void faultOfTheVeryFirstCharacterIsAtTheStart() {
        assertThatThrownBy(() -> read("\u001b{}"))
                .isInstanceOfSatisfying(
                        MalformedException.class, e -> assertThat(e.offset()).isZero());
    }

    @Test
    void numbersKeepTheirKind() throws Exception {
        assertThat(read("[12345678901234567890123,1.0,-0.0,1e2]").asArray().orElseThrow())
                .map(value -> value.getClass().getSimpleName())
                .containsExactly("Int", "Real", "Real", "Real");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "['a']",
                "NaN",
                "[Infinity]",
                "[+1]",
                "[01]",
                "[.5]",
                "[1.]",
                "[1e]",
                "tru",
                "nul",
                "1 2",
                "{} {}",
                "[] x",
                "// c\n1",
                "/* c */1",
                "\ufeff1",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "{\"\\ud800\":1}",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12\"",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "]",
                "}",
                "[1}",
                "\"a",
                "[1 2]",
                "[,1]",
                ","
            })
    void whatIsNotJsonIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22c08022", "22eda08022", "22ff22", "fffe3100", "310032"})
    void whatIsNotUtf8IsRefused(String hex) {
        assertThatThrownBy(() -> JsonReader.read(Hex.of(hex), Budget.standard()))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void limitsAreExact() throws Exception {
        String digits = "9".repeat(100);
        assertThat(read(digits)).isNotNull();
        assertThatThrownBy(() -> read(digits + "9")).isInstanceOf(MalformedException.class);
        assertThat(read("1." + digits.substring(2))).isNotNull();
        assertThatThrownBy(() -> read("1." + digits.substring(1))).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> read("1e" + digits)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> read("9".repeat(100_000))).isInstanceOf(MalformedException.class);

        assertThat(read("[".repeat(64) + "]".repeat(64))).isNotNull();
        assertThatThrownBy(() -> read("[".repeat(65) + "]".repeat(65))).hasMessageStartingWith("limit.jsonDepth");
        assertThatThrownBy(() -> read("[".repeat(100_000))).hasMessageStartingWith("limit.jsonDepth");

        Budget tight = new Budget(Limits.standard().with(Limit.JSON_BYTES, 4));
        assertThat(JsonReader.read(Bytes.utf8("true"), tight)).isEqualTo(Value.of(true));
        assertThatThrownBy(() -> JsonReader.read(Bytes.utf8("false"), tight)).hasMessageStartingWith("limit.jsonBytes");
    }

    @Test
    void whatJsonLacksBecomesTheNearestThing() throws Exception {
        Value map = Value.dict()
                .put("bytes", Hex.of("00fffe"))
                .put(Value.of(-7), new Value.Tagged(0, Value.of("2026")))
                .put(Value.of(Hex.of("ff")), Value.UNDEFINED)
                .put("inf", new Value.Real(Double.POSITIVE_INFINITY))
                .put("nan", new Value.Real(Double.NaN))
                .put("simple", new Value.Simple(99))
                .put("half", "a\ud800b\udc00\ud83d\ude00")
                .build();

        assertThat(JsonWriter.write(map, false))
                .isEqualTo("{\"bytes\":\"AP/+\",\"-7\":\"2026\",\"/w==\":null,\"inf\":null,\"nan\":null,"
                        + "\"simple\":null,\"half\":\"a\ufffdb\ufffd😀\"}");
    }

    @Test
    void prettyTextHasALineForEachEntry() throws Exception {
        assertThat(JsonWriter.write(read("{\"a\":[1,{\"b\":{}}],\"c\":[]}"), true))
                .isEqualTo("""
                        {
                          "a": [
                            1,
                            {
                              "b": {}
                            }
                          ],
                          "c": []
                        }""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "[1, -2.5e888888888]", "{\"a\": 1.8e308}"})
    void aNumberThatIsLargerThanAnyDoubleIsRefused(String json) {
        assertThatThrownBy(() -> JsonReader.read(Bytes.utf8(json), Budget.standard()))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("larger than any double");
    }

    @Test
    void theLargestDoubleIsRead() throws Exception {
        assertThat(JsonReader.read(Bytes.utf8("1.7976931348623157e308"), Budget.standard()))
                .isEqualTo(new Value.Real(Double.MAX_VALUE));
    }

    @Tag("large")
    @Test
    void aMillionKeysAndAnyDepthAreWritten() {
        DictBuilder dict = Value.dict();
        for (int i = 0; i < 1_000_000; i++) {
            dict.put(Value.of(i), Value.NULL);
        }
        assertThat(JsonWriter.write(dict.build(), false)).hasSize(2 + 5_888_890 + 1_000_000 * 8 - 1);

        List<Value> deep = new ArrayList<>(Collections.singletonList(Value.NULL));
        for (int i = 0; i < 100_000; i++) {
            deep.set(0, Value.of(List.of(deep.get(0))));
        }
        assertThat(JsonWriter.write(deep.get(0), false)).hasSize(200_004);
    }
}
