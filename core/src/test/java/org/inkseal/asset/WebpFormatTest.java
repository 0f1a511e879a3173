package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteOrder;
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

class WebpFormatTest {
    private static final WebpFormat FORMAT = new WebpFormat();
    private static final Bytes STORE = Stores.ofSize(857);

    @Test
    void storeStandsInTheLastChunkAndItsPadByteIsHashed() throws Exception {
        Bytes picture = Sample.image("painting.webp");
        Bytes signed = Signed.with(FORMAT, picture, STORE);
        Carrier carrier = Signed.map(FORMAT, signed).carrier().orElseThrow();
        assertThat(carrier.extent()).isEqualTo(new Range(picture.length(), 865));
        assertThat(carrier.parts()).containsExactly(new Range(picture.length() + 8, 857));
        assertThat(signed.slice(picture.length(), picture.length() + 8).hex()).isEqualTo("4332504159030000");
        assertThat(signed.length()).isEqualTo(picture.length() + 866);
        assertThat(signed.buffer().order(ByteOrder.LITTLE_ENDIAN).getInt(4)).isEqualTo(signed.length() - 8);
    }

    @Test
    void storeStandsBeforeTrailingBytes() throws Exception {
        Bytes signed = Signed.with(FORMAT, Sample.fullWebp(), STORE);
        assertThat(Signed.map(FORMAT, signed).regions())
                .extracting(Region::name)
                .endsWith("EXIF", "XMP ", "abcd", "C2PA", "trailer");
    }

    @Test
    void chunkBehindTheRiffIsATrailerAndNoStore() throws Exception {
        Bytes picture = Sample.image("painting.webp");
        Bytes file = Bytes.concat(picture, FORMAT.frame(Signed.map(FORMAT, picture), STORE));
        AssetMap map = Signed.map(FORMAT, file);
        assertThat(map.carriers()).isEmpty();
        assertThat(map.regions()).last().extracting(Region::kind).isEqualTo(Region.Kind.TRAILER);
    }

    @Test
    void storeBeforeOtherChunksIsFoundAndMovesToTheEndWhenReplaced() throws Exception {
        Bytes file = WebpBytes.start()
                .chunk("VP8L", "x")
                .chunk("C2PA", "store")
                .chunk("XMP ", "<x/>")
                .end();
        assertThat(Signed.store(FORMAT, file)).isEqualTo(Bytes.utf8("store"));
        assertThat(Signed.with(FORMAT, file, STORE))
                .isEqualTo(WebpBytes.start()
                        .chunk("VP8L", "x")
                        .chunk("XMP ", "<x/>")
                        .chunk("C2PA", STORE.toArray())
                        .end());
    }

    @Test
    void onlyMetadataMayBeLeftOutOfAHash() throws Exception {
        assertThat(Signed.map(FORMAT, Sample.fullWebp()).regions())
                .filteredOn(region -> region.kind() == Region.Kind.METADATA)
                .extracting(Region::name)
                .containsExactly("EXIF", "XMP ");
    }

    @Test
    void theSizeMayBeLeftOutOfAHashIfTheStoreIsTheLastThingInTheFile() throws Exception {
        Bytes signed = Signed.with(FORMAT, Sample.image("painting.webp"), STORE);
        Bytes withTrailer = Signed.with(FORMAT, Sample.fullWebp(), STORE);
        Bytes withChunk = WebpBytes.start()
                .chunk("VP8L", "x")
                .chunk("C2PA", STORE.toArray())
                .chunk("size", "more")
                .end();

        assertThat(sizes(signed)).containsExactly(new Region("size", new Range(4, 4), Region.Kind.SIZE));
        assertThat(sizes(withTrailer)).isEmpty();
        assertThat(sizes(withChunk)).isEmpty();
        assertThat(sizes(Sample.image("painting.webp"))).isEmpty();
    }

    private static List<Region> sizes(Bytes file) throws Exception {
        return Signed.map(FORMAT, file).regions().stream()
                .filter(region -> region.kind() == Region.Kind.SIZE)
                .toList();
    }

    @Test
    void xmpIsFound() throws Exception {
        Bytes file = Sample.fullWebp();
        Range range = Signed.map(FORMAT, file).xmp().orElseThrow();
        assertThat(file.slice((int) range.start(), (int) range.end())).isEqualTo(Bytes.utf8("<x:xmpmeta/>"));
        assertThat(Signed.map(FORMAT, Sample.image("extended.webp")).xmp()).isPresent();
        assertThat(Signed.map(FORMAT, Sample.image("painting.webp")).xmp()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, -1, 21, 19, 17, 12, 11, 5, 4, 3, 0})
    void sizeThatDoesNotFitTheChunksIsMalformed(int size) {
        requireMalformed(WebpBytes.start().chunk("VP8 ", "eight..8").endOf(size));
    }

    @Test
    void missingPadByteIsMalformed() {
        requireMalformed(
                WebpBytes.start().raw(Hex.bytes("56503820 01000000 55")).end());
    }

    @Test
    void chunkMustHaveANameInAsciiAndTheFirstAPicture() {
        requireMalformed(WebpBytes.start().chunk("C2PA", "store").end());
        requireMalformed(
                WebpBytes.start().chunk("VP8 ", "x").chunk("\0\0\0\0", "x").end());
        requireMalformed(WebpBytes.start().end());
    }

    @Test
    void numberOfChunksIsLimited() throws Exception {
        Budget two = new Budget(Limits.standard().with(Limit.RIFF_CHUNKS, 2));
        WebpBytes atLimit = WebpBytes.start().chunk("VP8 ", "x").chunk("EXIF", "x");
        assertThat(FORMAT.map(ByteSource.of(atLimit.end()), two).regions()).hasSize(5);
        requireLimit(atLimit.chunk("EXIF", "x").end(), two, Limit.RIFF_CHUNKS);
    }

    @Test
    void storeAboveTheLimitIsNotRead() {
        Budget small = new Budget(Limits.standard().with(Limit.STORE_BYTES, 856));
        requireLimit(
                WebpBytes.start()
                        .chunk("VP8 ", "x")
                        .chunk("C2PA", STORE.toArray())
                        .end(),
                small,
                Limit.STORE_BYTES);
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
