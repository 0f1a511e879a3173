package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final int SIZE = 100_000;

    @Test
    void everyFieldIsReadWhereItIsHoweverFarApartTheyAre() throws Exception {
        byte[] bytes = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        for (int step : new int[] {1, 8190, 8192, 40_000}) {
            Window window = new Window(ByteSource.of(Bytes.wrap(bytes)));
            for (int at = 0; at < SIZE - 4; at += step) {
                assertThat(window.u8(at)).isEqualTo(bytes[at] & 0xff);
            }
            for (int at = 0; at < SIZE - 4; at += step) {
                assertThat(window.u32(at))
                        .isEqualTo(Integer.toUnsignedLong(Integer.reverseBytes((int) window.le32(at))));
                assertThat(window.le32(at) & 0xff).isEqualTo(bytes[at] & 0xff);
            }
        }
    }
}
