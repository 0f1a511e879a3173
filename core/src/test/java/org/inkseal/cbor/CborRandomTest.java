package org.inkseal.cbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;

/** What must hold for any value and any bytes. */
class CborRandomTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void whatIsWrittenIsReadBackAndWrittenAlike() throws Exception {
        RandomValues values = new RandomValues(random);
        for (int i = 0; i < 500; i++) {
            Value value = values.next(4);
            Bytes written = CborWriter.write(value);
            Value read = CborReader.read(written, Budget.standard());

            assertThat(WellFormed.test(written)).as("seed %d", seed).isTrue();
            assertThat(CborWriter.write(read)).as("seed %d", seed).isEqualTo(written);
            assertThat(read).as("seed %d", seed).isEqualTo(value);
        }
    }

    @Test
    void onlyWellFormedBytesAreRead() {
        RandomValues values = new RandomValues(random);
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = i % 2 == 0 ? noise() : mutated(values.next(2));
            accepted += isRead(Bytes.wrap(bytes)) ? 1 : 0;
        }
        assertThat(accepted).isPositive();
    }

    private boolean isRead(Bytes bytes) {
        try {
            Value value = CborReader.read(bytes, Budget.standard());
            assertThat(WellFormed.test(bytes))
                    .as("seed %d: %s", seed, bytes.hex())
                    .isTrue();
            Bytes written = CborWriter.write(value);
            assertThat(written.length()).as("seed %d: %s", seed, bytes.hex()).isLessThanOrEqualTo(bytes.length());
            return true;
        } catch (MalformedException e) {
            boolean further = e.getMessage().contains("key")
                    || e.getMessage().contains("UTF-8")
                    || e.getMessage().contains("limit.")
                    || e.getMessage().contains("CBOR Objects");
            assertThat(further || !WellFormed.test(bytes))
                    .as("seed %d: %s refused: %s", seed, bytes.hex(), e.getMessage())
                    .isTrue();
            return false;
        }
    }

    /** Bytes that mostly are heads, so that many are well-formed. */
    private byte[] noise() {
        byte[] bytes = new byte[1 + random.nextInt(12)];
        for (int i = 0; i < bytes.length; i++) {
            int info = random.nextInt(6) == 0 ? 24 + random.nextInt(8) : random.nextInt(4);
            bytes[i] = (byte) (random.nextInt(8) << 5 | info);
        }
        return bytes;
    }

    private byte[] mutated(Value value) {
        byte[] bytes = CborWriter.write(value).toArray();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
