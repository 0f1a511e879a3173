package org.inkseal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CborWriterTest {
    private static String hex(Value value) {
        return CborWriter.write(value).hex();
    }

    @Test
    void keysAreSortedByTheirEncoding() {
        Value map = Value.dict()
                .put("aa", 1)
                .put(Value.of(-1), Value.of(2))
                .put("b", 3)
                .put(Value.of(100), Value.of(4))
                .put(Value.of(10), Value.of(5))
                .build();

        assertThat(hex(map)).isEqualTo("a5" + "0a05" + "186404" + "2002" + "616203" + "62616101");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, f90000",
        "-0.0, f98000",
        "1.0, f93c00",
        "65504.0, f97bff",
        "65505.0, fa477fe100",
        "1.5, f93e00",
        "5.960464477539063e-8, f90001",
        "6.103515625e-5, f90400",
        "6.097555160522461e-5, f903ff",
        "2.98023223876953125e-8, fa33000000",
        "65536.0, fa47800000",
        "0.1, fb3fb999999999999a",
        "3.4028234663852886e+38, fa7f7fffff",
        "1.401298464324817e-45, fa00000001",
        "Infinity, f97c00",
        "NaN, f97e00",
        "1.0e300, fb7e37e43c8800759c",
        "-4.1, fbc010666666666666",
        "6.1064958572387695e-5, fa38801000"
    })
    void floatIsAsShortAsItCanBe(double number, String expected) {
        assertThat(hex(new Value.Real(number))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "23, 17",
        "24, 1818",
        "255, 18ff",
        "256, 190100",
        "65535, 19ffff",
        "65536, 1a00010000",
        "4294967295, 1affffffff",
        "4294967296, 1b0000000100000000",
        "-24, 37",
        "-25, 3818",
        "18446744073709551615, 1bffffffffffffffff",
        "18446744073709551616, c249010000000000000000",
        "-18446744073709551616, 3bffffffffffffffff",
        "-18446744073709551617, c349010000000000000000",
        "340282366920938463463374607431768211455, c250ffffffffffffffffffffffffffffffff"
    })
    void integerIsAsShortAsItCanBe(String number, String expected) {
        assertThat(hex(new Value.Int(new BigInteger(number)))).isEqualTo(expected);
    }

    @Test
    void headLengthIsThatOfTheHeadWritten() {
        for (long argument :
                new long[] {0, 23, 24, 255, 256, 65535, 65536, 0xffffffffL, 0x100000000L, Long.MAX_VALUE}) {
            assertThat(CborWriter.headLength(argument))
                    .isEqualTo(CborWriter.write(Value.of(argument)).length());
        }
    }

    @Test
    void whatCborCannotHoldIsRefused() {
        Value deep = Value.of(0);
        for (int i = 0; i < 100_000; i++) {
            deep = Value.of(List.of(deep));
        }
        Value tooDeep = deep;

        assertThatThrownBy(() -> hex(tooDeep)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hex(Value.of("\ud800"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hex(new Value.Simple(24))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hex(new Value.Simple(256))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysStayInOrderWhereThatIsAskedForAndAreSortedOtherwise() {
        Value inner = Value.dict().put("bb", 1).put("a", 2).build();
        Value map = Value.dict().put("zz", inner).put("b", 3).build();

        assertThat(CborWriter.writeInOrder(map).hex()).isEqualTo("a2627a7aa26262620161610261" + "6203");
        assertThat(CborWriter.write(map).hex()).isEqualTo("a2616203627a7aa2616102626262" + "01");
    }
}
