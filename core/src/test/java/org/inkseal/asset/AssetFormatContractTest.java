package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format keeps, shown on each {@link Sample}. */
class AssetFormatContractTest {
    private static final int[] STORE_SIZES = {Stores.HEAD, 857, 64_000, 65_517, 65_525, 65_526, 65_536, 200_000};

    static Stream<Sample> samples() throws IOException {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void formatIsFoundByItsFirstBytes(Sample sample) throws Exception {
        ByteSource source = ByteSource.of(sample.bytes());
        assertThat(AssetFormats.detect(source).orElseThrow().name())
                .isEqualTo(sample.format().name());
        assertThat(AssetFormats.all())
                .filteredOn(format -> format.sniff(sample.bytes()))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void unsignedFileHasNoStoreAndNoFault(Sample sample) throws Exception {
        AssetMap map = Signed.map(sample.format(), sample.bytes());
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).isEmpty();
        assertThat(map.regions()).noneMatch(region -> region.kind() == Region.Kind.CARRIER);
        assertThat(map.size()).isEqualTo(sample.bytes().length());
        requireNoGaps(map);
        assertThat(Signed.without(sample.format(), sample.bytes())).isEqualTo(sample.bytes());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void storeThatWasPutInIsFoundAndCanBeTakenOut(Sample sample) throws Exception {
        AssetFormat format = sample.format();
        for (int size : STORE_SIZES) {
            Bytes store = Stores.ofSize(size);
            Layout layout = format.layout(Signed.map(format, sample.bytes()), size);
            Bytes signed = Signed.with(format, sample.bytes(), store);
            AssetMap map = Signed.map(format, signed);
            assertThat(map.faults()).isEmpty();
            assertThat(map.carriers()).hasSize(1);
            assertThat(map.carriers().get(0).extent()).isEqualTo(layout.slot().orElseThrow());
            assertThat(layout.length()).isEqualTo(signed.length());
            assertThat(Signed.store(format, signed)).isEqualTo(store);
            requireNoGaps(map);
            assertThat(Signed.without(format, signed)).isEqualTo(sample.bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void storeOfASignedFileIsReplaced(Sample sample) throws Exception {
        AssetFormat format = sample.format();
        Bytes first = Signed.with(format, sample.bytes(), Stores.ofSize(70_000));
        Bytes second = Signed.with(format, first, Stores.ofSize(900));
        assertThat(second).isEqualTo(Signed.with(format, sample.bytes(), Stores.ofSize(900)));
        assertThat(Signed.without(format, second)).isEqualTo(sample.bytes());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void twoStoresAreBothFoundAndBothTakenOut(Sample sample) throws Exception {
        AssetFormat format = sample.format();
        Bytes signed = Signed.with(format, sample.bytes(), Stores.ofSize(70_000));
        if (Signed.map(format, signed).placement().isPresent()) {
            // A second store is none before the container points at it: the test of the format does that.
            return;
        }
        Bytes twice = Doubled.file(format, signed);
        AssetMap map = Signed.map(format, twice);
        assertThat(map.carriers()).hasSize(2);
        assertThat(map.carrier()).isEmpty();
        assertThat(map.faults()).isEmpty();
        if (!map.offsets().isEmpty()) {
            // Who adds a store without setting the offsets right has made another file.
            return;
        }
        assertThat(Signed.without(format, twice)).isEqualTo(sample.bytes());
        assertThat(Signed.with(format, twice, Stores.ofSize(857)))
                .isEqualTo(Signed.with(format, sample.bytes(), Stores.ofSize(857)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void storeOfAnImpossibleSizeIsRefused(Sample sample) throws Exception {
        AssetMap map = Signed.map(sample.format(), sample.bytes());
        for (long size : List.of(-1L, 0L, 1L << 31, Long.MAX_VALUE)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sample.format().layout(map, size))
                    .withMessageContaining("allowed are");
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void truncatedFileIsReportedNotThrown(Sample sample) throws Exception {
        Bytes signed = Signed.with(sample.format(), sample.bytes(), Stores.ofSize(857));
        for (int length = 0; length < signed.length(); length++) {
            requireReported(sample.format(), signed.slice(0, length), "cut to " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void mutatedFileIsReportedNotThrown(Sample sample) throws Exception {
        byte[] signed =
                Signed.with(sample.format(), sample.bytes(), Stores.ofSize(100)).toArray();
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            byte[] mutant = signed.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                // Most of what a walk reads is near the start.
                mutant[random.nextInt(random.nextBoolean() ? Math.min(200, mutant.length) : mutant.length)] =
                        (byte) random.nextInt();
            }
            requireReported(sample.format(), Bytes.wrap(mutant), "seed " + seed);
        }
    }

    private static void requireReported(AssetFormat format, Bytes file, String how) throws IOException {
        try {
            AssetMap map = Signed.map(format, file);
            requireNoGaps(map);
            for (Carrier carrier : map.carriers()) {
                carrier.store(ByteSource.of(file), Budget.standard());
            }
            Optional<BoxWalk> boxes = format.boxes(ByteSource.of(file), map, Set.of());
            while (boxes.isPresent() && boxes.get().next().isPresent()) {
                // Whatever stands in a file, it is a box or said to be none.
            }
            Signed.without(format, file);
        } catch (ImmovableException e) {
            assertThat(e).hasMessageContaining("be ");
        } catch (MalformedException e) {
            if (e.offset() < 0 || e.offset() > file.length()) {
                fail(how + ": " + e.describe() + " in a file of " + file.length());
            }
        } catch (RuntimeException e) {
            fail(how, e);
        }
    }

    private static void requireNoGaps(AssetMap map) {
        long at = 0;
        for (Region region : map.regions()) {
            if (region.range().start() != at) {
                fail("no region at " + at + ": " + map.regions());
            }
            at = region.range().end();
        }
        assertThat(at).isEqualTo(map.size());
    }
}
