package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.Limits;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngFormatTest {
    private static final PngFormat FORMAT = new PngFormat();
    private static final Bytes STORE = Stores.ofSize(857);

    @Test
    void storeStandsInOneChunkAfterIhdr() throws Exception {
        Bytes signed = Signed.with(FORMAT, Sample.picture("png"), STORE);
        Carrier carrier = Signed.map(FORMAT, signed).carrier().orElseThrow();
        assertThat(carrier.extent()).isEqualTo(new Range(33, 869));
        assertThat(carrier.parts()).containsExactly(new Range(41, 857));
        assertThat(signed.slice(33, 41).hex()).isEqualTo("0000035963614258");
    }

    @Test
    void storeOfOneByteFits() throws Exception {
        Bytes one = Bytes.wrap(new byte[] {7});
        Bytes signed = Signed.with(FORMAT, Sample.fullPng(), one);
        assertThat(Signed.store(FORMAT, signed)).isEqualTo(one);
        assertThat(Signed.without(FORMAT, signed)).isEqualTo(Sample.fullPng());
    }

    @Test
    void signedPictureHasTheSamePoints() throws Exception {
        Bytes picture = Sample.picture("png");
        assertThat(Sample.points(Signed.with(FORMAT, picture, Stores.ofSize(200_000))))
                .isEqualTo(Sample.points(picture));
    }

    @Test
    void regionsAreNamedAndJoined() throws Exception {
        List<Region> regions = Signed.map(FORMAT, Sample.fullPng()).regions();
        assertThat(regions)
                .extracting(Region::name)
                .containsExactly(
                        "PNGh", "IHDR", "acTL", "tEXt", "iTXt", "eXIf", "IDAT", "tIME", "IDAT", "IEND", "trailer");
        assertThat(regions)
                .filteredOn(region -> region.kind() == Region.Kind.METADATA)
                .extracting(Region::name)
                .containsExactly("tEXt", "iTXt", "eXIf", "tIME");
        assertThat(regions).last().matches(region -> region.kind() == Region.Kind.TRAILER);
    }

    @Test
    void everyFlippedBitOfTheCrcIsAFaultAndNotNone() throws Exception {
        Bytes signed = Signed.with(FORMAT, Sample.fullPng(), STORE);
        for (int bit = 0; bit < 32; bit++) {
            byte[] flipped = signed.toArray();
            flipped[33 + 8 + 857 + bit / 8] ^= (byte) (1 << bit % 8);
            AssetMap map = Signed.map(FORMAT, Bytes.wrap(flipped));
            assertThat(map.carriers()).isEmpty();
            assertThat(map.faults()).hasSize(1);
            assertThat(map.faults().get(0).message()).contains("caBX").contains("CRC");
            assertThat(Signed.without(FORMAT, Bytes.wrap(flipped))).isEqualTo(Sample.fullPng());
        }
    }

    @Test
    void storeBehindTheImageDataIsFound() throws Exception {
        Bytes file = PngBytes.start().chunk("IDAT", "x").chunk("caBX", "store").end();
        assertThat(Signed.store(FORMAT, file)).isEqualTo(Bytes.utf8("store"));
    }

    @Test
    void chunkBehindIendIsATrailerAndNoStore() throws Exception {
        Bytes picture = PngBytes.start().end();
        Bytes file = Bytes.concat(picture, FORMAT.frame(Signed.map(FORMAT, picture), STORE));
        AssetMap map = Signed.map(FORMAT, file);
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).isEmpty();
        assertThat(map.regions()).last().extracting(Region::kind).isEqualTo(Region.Kind.TRAILER);
    }

    @Test
    void xmpIsFoundWhereItIsNotDeflated() throws Exception {
        Bytes file = Sample.fullPng();
        Range range = Signed.map(FORMAT, file).xmp().orElseThrow();
        assertThat(file.slice((int) range.start(), (int) range.end())).isEqualTo(Bytes.utf8("<x:xmpmeta/>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XML:com.adobe.xmp\0\1\0\0\0<x/>",
                "XML:com.adobe.xmp\0\0\0en",
                "XML:com.adobe.xmp\0",
                "XML:com.adobe.xmp",
                "Comment\0\0\0\0\0<x/>",
                ""
            })
    void otherInternationalTextIsNoXmp(String data) throws Exception {
        assertThat(Signed.map(FORMAT, PngBytes.start().chunk("iTXt", data).end())
                        .xmp())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"80000000 74455874", "ffffffff 74455874", "00000000 74457874", "00000000 74453174", "00000000"})
    void brokenChunkIsMalformed(String digits) {
        Bytes file = PngBytes.start().raw(Hex.bytes(digits)).end();
        requireMalformed(file);
    }

    @Test
    void ihdrMustBeTheFirstChunkAndTheOnlyOne() {
        Bytes whole = PngBytes.start().end();
        requireMalformed(Bytes.concat(whole.slice(0, 8), whole.from(33)));
        requireMalformed(Bytes.concat(whole.slice(0, 33), whole.from(8)));
        requireMalformed(PngBytes.start().chunk("IEND", "data").end());
    }

    @Test
    void missingIendIsMalformed() {
        Bytes whole = PngBytes.start().end();
        requireMalformed(whole.slice(0, whole.length() - 12));
        requireMalformed(whole.slice(0, 8));
        requireMalformed(whole.slice(0, 33));
    }

    @Test
    void numberOfChunksIsLimited() throws Exception {
        Budget four = new Budget(Limits.standard().with(Limit.PNG_CHUNKS, 4));
        Bytes atLimit = PngBytes.start().chunk("tEXt", "").end();
        Bytes above = PngBytes.start().chunk("tEXt", "").chunk("tEXt", "").end();
        assertThat(FORMAT.map(ByteSource.of(atLimit), four).regions()).hasSize(5);
        requireLimit(above, four, Limit.PNG_CHUNKS);
    }

    @Test
    void numberOfRegionsIsLimited() {
        Budget five = new Budget(Limits.standard().with(Limit.REGIONS, 5));
        requireLimit(PngBytes.start().chunk("tEXt", "").chunk("tIME", "").end(), five, Limit.REGIONS);
    }

    @Test
    void storeAboveTheLimitIsNotRead() {
        Budget small = new Budget(Limits.standard().with(Limit.STORE_BYTES, 856));
        Bytes file = PngBytes.start().chunk("caBX", STORE.toArray()).end();
        requireLimit(file, small, Limit.STORE_BYTES);
    }

    private static void requireMalformed(Bytes file) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Signed.map(FORMAT, file));
    }

    private static void requireLimit(Bytes file, Budget budget, Limit limit) {
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> FORMAT.map(ByteSource.of(file), budget))
                .matches(e -> e.limit() == limit);
    }
}
