package org.inkseal.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.Limits;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;

class BrotliTest {
    private static final Bytes TEXT =
            hex("1bc700f88dc43816f2e648256b10aa3034493777071b70894866c1c27cdf40924b42d123d03a" + "1e71b856a06b00");

    /** As many zeros, made by an ordinary encoder. */
    private static final Bytes ONE_MEBIBYTE = hex("5bffff8f7f02201e0b0472ef1f00");

    private static final Bytes TWO_MEBIBYTES = hex("9bffff1ff82700e2b14020f7fe03");

    @Test
    void anOrdinaryStreamIsReadWhole() throws Exception {
        assertThat(inflate(TEXT)).isEqualTo(Bytes.utf8("The picture is the one that was signed. ".repeat(5)));
        assertThat(inflate(hex("3b"))).isEqualTo(Bytes.EMPTY);
    }

    @Test
    void aStreamOfStoredBytesIsReadWhole() throws Exception {
        Bytes content = random(300_000);
        assertThat(inflate(StoredBrotli.of(content))).isEqualTo(content);
    }

    @Test
    void bytesAfterTheEndAreNoticedWhereverTheEndIs() throws Exception {
        for (int length = 4070; length < 4110; length++) {
            Bytes stream = StoredBrotli.of(random(length));
            assertThat(inflate(stream).length()).isEqualTo(length);
            for (int more : new int[] {1, 2, 3, 5000}) {
                Bytes longer = Bytes.concat(stream, Bytes.wrap(new byte[more]));
                assertThatThrownBy(() -> inflate(longer))
                        .as("%d bytes and %d more", length, more)
                        .isInstanceOf(MalformedException.class);
            }
        }
    }

    @Test
    void aStreamThatEndsEarlyIsMalformed() {
        for (int length = 0; length < TEXT.length(); length++) {
            Bytes cut = TEXT.slice(0, length);
            assertThatThrownBy(() -> inflate(cut)).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void anyBytesAreReadOrMalformed() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = TEXT.toArray();
            for (int flips = 0; flips < 3; flips++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                inflate(Bytes.wrap(bytes));
            } catch (MalformedException e) {
                assertThat(e).as("seed %d", seed).hasMessageContaining("brotli");
            }
        }
    }

    @Test
    void upToOneMebibyteAnyRatioIsAllowed() throws Exception {
        assertThat(inflate(ONE_MEBIBYTE).length()).isEqualTo(1 << 20);
    }

    @Test
    void aBombIsStoppedByItsRatio() {
        assertThatThrownBy(() -> inflate(TWO_MEBIBYTES))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageStartingWith("limit.inflationRatio");
    }

    @Test
    void allStreamsOfAStoreShareOneLimit() throws Exception {
        Budget budget = new Budget(Limits.standard().with(Limit.INFLATED_BYTES, 1000));
        Bytes stream = StoredBrotli.of(random(500));
        Brotli.inflate(stream, budget);
        Brotli.inflate(stream, budget);
        assertThatThrownBy(() -> Brotli.inflate(stream, budget))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageStartingWith("limit.inflatedBytes");
    }

    private static Bytes inflate(Bytes stream) throws MalformedException {
        return Brotli.inflate(stream, Budget.standard());
    }

    private static Bytes random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    private static Bytes hex(String digits) {
        return Bytes.wrap(HexFormat.of().parseHex(digits));
    }
}
