package org.inkseal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.Limits;
import org.inkseal.io.MalformedException;
import org.inkseal.testing.Allocation;
import org.inkseal.testing.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CborReaderTest {
    private static Value read(String hex) throws MalformedException {
        return CborReader.read(Hex.of(hex), Budget.standard());
    }

    private static MalformedException refusal(Bytes document) {
        return catchThrowableOfType(MalformedException.class, () -> CborReader.read(document, Budget.standard()));
    }

    /** RFC 8949 appendix F: end of input, reserved heads, chunks and breaks out of place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "18",
                "19",
                "1a",
                "1b",
                "1901",
                "1a0102",
                "1b01020304050607",
                "38",
                "58",
                "78",
                "98",
                "9a01ff00",
                "b8",
                "d8",
                "f8",
                "f900",
                "fa0000",
                "fb000000",
                "41",
                "61",
                "5affffffff00",
                "5bffffffffffffffff010203",
                "7affffffff00",
                "7b7fffffffffffffff010203",
                "81",
                "818181818181818181",
                "8200",
                "a1",
                "a20102",
                "a100",
                "a2000000",
                "c0",
                "5f4100",
                "7f6100",
                "9f",
                "9f0102",
                "bf",
                "bf01020102",
                "819f",
                "9f8000",
                "9f9f9f9f9fffffffff",
                "9f819f819f9fffffff",
                "1c",
                "1d",
                "1e",
                "3c",
                "3d",
                "3e",
                "5c",
                "5d",
                "5e",
                "7c",
                "7d",
                "7e",
                "9c",
                "9d",
                "9e",
                "bc",
                "bd",
                "be",
                "dc",
                "dd",
                "de",
                "fc",
                "fd",
                "fe",
                "f800",
                "f801",
                "f818",
                "f81f",
                "5f00ff",
                "5f21ff",
                "5f6100ff",
                "5f80ff",
                "5fa0ff",
                "5fc000ff",
                "5fe0ff",
                "7f4100ff",
                "5f5f4100ffff",
                "7f7f6100ffff",
                "ff",
                "81ff",
                "8200ff",
                "a1ff",
                "a1ff00",
                "a100ff",
                "a20000ff",
                "9f81ff",
                "9f829f819f9fffffffff",
                "bf00ff",
                "bf000000ff",
                "1f",
                "3f",
                "df",
                "9fc0ff",
                "5fc04100ff"
            })
    void whatIsNotWellFormedIsRefused(String hex) {
        assertThat(refusal(Hex.of(hex))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "f6ff", "8000", "a000", "40f6", "6000", "c000ff", "9fff00", "1818f0"})
    void whatFollowsTheItemIsRefused(String hex) {
        assertThat(refusal(Hex.of(hex))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "62c080",
                "63e08080",
                "63eda080",
                "66eda080edb080",
                "61ff",
                "62c328",
                "64f4908080",
                "61c3",
                "7f61c361a9ff",
                "a162c08000",
                "a163eda08000"
            })
    void textThatIsNotUtf8IsRefused(String hex) {
        assertThat(refusal(Hex.of(hex))).hasMessageContaining("UTF-8");
    }

    @Test
    void keysOfDifferentTypesAreDifferentKeys() throws Exception {
        Value read = read("a4 01 f4 6131 f5 4131 f6 20 f7");

        assertThat(read.asDict().orElseThrow().entries().keySet())
                .containsExactly(Value.of(1), Value.of("1"), Value.of(Hex.of("31")), Value.of(-1));
        assertThat(read.get(1)).contains(Value.of(false));
        assertThat(read.get("1")).contains(Value.of(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a201f401f5",
                "a201f41801f5",
                "a26161006161f6",
                "a261610 07f6161fff6",
                "bf20002000ff",
                "a24101005f4101ff00",
                "81a2000000 00",
                "a11818a2616100616100"
            })
    void keyThatAMapHasTwiceIsRefused(String hex) {
        assertThat(refusal(Hex.of(hex))).hasMessageContaining("twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a1c10100", "a1d81900 00", "a1f400", "a1f600", "a18000", "a1a000", "a1f93c0000", "a1c2410100"})
    void keyThatIsNeitherIntegerNorStringIsRefused(String hex) {
        assertThat(refusal(Hex.of(hex))).isNotNull();
    }

    @Test
    void tagsAreKeptAndNothingIsDoneAboutThem() throws Exception {
        Value bytes = Value.of(Hex.of("00ff"));

        assertThat(read("c24200ff")).isEqualTo(new Value.Tagged(2, bytes));
        assertThat(read("c3 5f 4100 41ff ff")).isEqualTo(new Value.Tagged(3, bytes));
        assertThat(read("d2d83dc600"))
                .isEqualTo(new Value.Tagged(18, new Value.Tagged(61, new Value.Tagged(6, Value.of(0)))));
        assertThat(read("c4821a7fffffff01"))
                .isEqualTo(new Value.Tagged(4, Value.of(List.of(Value.of(Integer.MAX_VALUE), Value.of(1)))));
        assertThat(read("c480")).isEqualTo(new Value.Tagged(4, Value.of(List.of())));
        assertThat(read("d90100 82 6461626364 d81900").asArray().orElseThrow().get(1))
                .isEqualTo(new Value.Tagged(25, Value.of(0)));
        assertThat(read("dbffffffffffffffff00")).isEqualTo(new Value.Tagged(-1, Value.of(0)));
    }

    @Test
    void longestIntegersAreRead() throws Exception {
        assertThat(JsonWriter.write(read("823bffffffffffffffff1bffffffffffffffff"), false))
                .isEqualTo("[-18446744073709551616,18446744073709551615]");
    }

    @Test
    void whatIsLongerThanItNeedBeIsRead() throws Exception {
        assertThat(read("9b0000000000000003 1b0000000000000001 5b000000000000000101 fb3ff0000000000000"))
                .isEqualTo(Value.of(List.of(Value.of(1), Value.of(Hex.of("01")), new Value.Real(1))));
    }

    @Test
    void byteStringsAreWindowsOntoTheDocument() throws Exception {
        byte[] document = Arrays.copyOf(Hex.of("5a00100000").toArray(), 5 + (1 << 20));
        Bytes wrapped = Bytes.wrap(document);

        assertThat(CborReader.read(wrapped, Budget.standard())).isEqualTo(Value.of(wrapped.from(5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5b8000000000000000",
                "5b7fffffffffffffff",
                "7bffffffffffffffff",
                "9b7fffffffffffffff",
                "9a80000000ff",
                "9a7fffffff",
                "ba7fffffff",
                "bbffffffffffffffff",
                "5f5a7fffffff",
                "9a8000000000ff",
                "d9010082d9010080 9a7fffffff",
                "c25a7fffffff"
            })
    void lengthBombCostsNoMemory(String hex) {
        Bytes document = Hex.of(hex);
        refusal(document);

        assertThat(Allocation.of(() -> assertThat(refusal(document)).isNotNull()))
                .isLessThan(2 << 20);
    }

    @Test
    void depthIsBoundedExactly() throws Exception {
        for (String opening : List.of("81", "a100", "9f", "bf00", "c6")) {
            String closing = opening.endsWith("f") || opening.equals("bf00") ? "ff" : "";
            assertThat(read(opening.repeat(32) + "00" + closing.repeat(32))).isNotNull();
            Bytes deeper = Hex.of(opening.repeat(33) + "00" + closing.repeat(33));
            assertThatThrownBy(() -> CborReader.read(deeper, Budget.standard()))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageStartingWith("limit.cborDepth");
        }
    }

    @Test
    void depthMayBeRaisedToItsCap() throws Exception {
        Budget raised = new Budget(Limits.standard().with(Limit.CBOR_DEPTH, 64));

        assertThat(CborReader.read(Hex.of("81".repeat(64) + "00"), raised)).isNotNull();
    }

    @Test
    void manyNestedTagsAreRefusedEarly() {
        Bytes tags = Hex.of("c6".repeat(100_000) + "00");

        assertThat(Allocation.of(() -> assertThat(refusal(tags)).hasMessageStartingWith("limit.cborDepth")))
                .isLessThan(2 << 20);
    }

    @Test
    void itemsAndTextAreBoundedExactly() throws Exception {
        Budget tight = new Budget(Limits.standard().with(Limit.CBOR_ITEMS, 4).with(Limit.CBOR_TEXT_BYTES, 3));

        assertThat(CborReader.read(Hex.of("8300 01 63616161"), tight)).isNotNull();
        assertThatThrownBy(() -> CborReader.read(Hex.of("8400000000"), tight))
                .hasMessageStartingWith("limit.cborItems");
        assertThatThrownBy(() -> CborReader.read(Hex.of("6461616161"), tight))
                .hasMessageStartingWith("limit.cborTextBytes");
        assertThatThrownBy(() -> CborReader.read(Hex.of("7f6261616261 61ff"), tight))
                .hasMessageStartingWith("limit.cborTextBytes");
        assertThatThrownBy(() -> CborReader.read(Hex.of("a1646161616100"), tight))
                .hasMessageStartingWith("limit.cborTextBytes");
    }

    @Test
    void keysMadeToCollideAreReadInAnInstant() throws Exception {
        DictBuilder dict = Value.dict();
        for (int i = 0; i < 1 << 15; i++) {
            StringBuilder key = new StringBuilder();
            for (int bit = 0; bit < 15; bit++) {
                key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            dict.put(key.toString(), i);
        }
        Value map = dict.build();

        assertThat(CborReader.read(CborWriter.write(map), Budget.standard())).isEqualTo(map);
    }

    @Test
    void refusalSaysWhere() {
        assertThat(refusal(Hex.of("8301021c")).offset()).isEqualTo(3);
        assertThat(refusal(Hex.of("a201006 2c080")).offset()).isEqualTo(4);
        assertThat(refusal(Hex.of("0000")).describe()).isEqualTo("CBOR goes on after its data item at byte 1");
    }
}
