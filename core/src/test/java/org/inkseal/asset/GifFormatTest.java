package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

class GifFormatTest {
    private static final GifFormat FORMAT = new GifFormat();
    private static final Bytes STORE = Stores.ofSize(857);
    private static final int AFTER_COLOURS = 19;

    @Test
    void storeStandsInSubBlocksAfterTheColourTable() throws Exception {
        Bytes signed = Signed.with(FORMAT, Sample.fullGif(), STORE);
        Carrier carrier = Signed.map(FORMAT, signed).carrier().orElseThrow();
        assertThat(carrier.extent()).isEqualTo(new Range(AFTER_COLOURS, 876));
        assertThat(signed.slice(AFTER_COLOURS, AFTER_COLOURS + 15).hex()).isEqualTo("21ff0b433250415f474946010000ff");
        assertThat(signed.unsigned(AFTER_COLOURS + 14 + 3 * 256)).isEqualTo(92);
        assertThat(signed.unsigned((int) carrier.extent().end() - 1)).isZero();
    }

    @Test
    void signedPictureHasTheSamePoints() throws Exception {
        for (String name : new String[] {"painting.gif", "animated.gif"}) {
            Bytes picture = Sample.image(name);
            assertThat(Sample.points(Signed.with(FORMAT, picture, Stores.ofSize(200_000))))
                    .isEqualTo(Sample.points(picture));
        }
    }

    @Test
    void oldVersionBecomesTheNewOneAndComesBack() throws Exception {
        Bytes old = GifBytes.start("GIF87a").frame().end();
        Bytes once = Signed.with(FORMAT, old, STORE);
        Bytes again = Signed.with(FORMAT, once, Stores.ofSize(100));
        assertThat(once.slice(0, 6)).isEqualTo(Bytes.utf8("GIF89a"));
        assertThat(again.slice(0, 6)).isEqualTo(Bytes.utf8("GIF89a"));
        assertThat(Signed.without(FORMAT, once)).isEqualTo(old);
        assertThat(Signed.without(FORMAT, again)).isEqualTo(old);
    }

    @Test
    void regionsAreNamedByTheStandard() throws Exception {
        assertThat(Signed.map(FORMAT, Sample.fullGif()).regions())
                .extracting(Region::name)
                .containsExactly(
                        "GIF89a", "LSD", "21FF", "21FE", "21FF", "21F9", "2C", "TBID", "2101", "21F9", "2C", "TBID",
                        "21FE", "3B", "trailer");
    }

    @Test
    void onlyCommentsAndXmpMayBeLeftOutOfAHash() throws Exception {
        assertThat(Signed.map(FORMAT, Sample.fullGif()).regions())
                .filteredOn(region -> region.kind() == Region.Kind.METADATA)
                .extracting(Region::name)
                .containsExactly("21FE", "21FF", "21FE");
        assertThat(Signed.map(FORMAT, Sample.fullGif()).regions())
                .last()
                .extracting(Region::kind)
                .isEqualTo(Region.Kind.TRAILER);
    }

    @Test
    void xmpIsFoundWithoutItsTrailer() throws Exception {
        Bytes file = Sample.fullGif();
        Range range = Signed.map(FORMAT, file).xmp().orElseThrow();
        assertThat(file.slice((int) range.start(), (int) range.end())).isEqualTo(Bytes.utf8("<x:xmpmeta/>"));
    }

    @Test
    void storeOfAnotherAuthenticationCodeIsAFault() throws Exception {
        Bytes signed = Signed.with(FORMAT, Sample.fullGif(), STORE);
        for (int at = AFTER_COLOURS + 11; at < AFTER_COLOURS + 14; at++) {
            byte[] changed = signed.toArray();
            changed[at] ^= 1;
            requireFault(Bytes.wrap(changed), "authentication code");
            assertThat(Signed.without(FORMAT, Bytes.wrap(changed))).isEqualTo(Sample.fullGif());
        }
    }

    @Test
    void storeAfterTheFirstPictureIsAFault() throws Exception {
        requireFault(
                GifBytes.start("GIF89a")
                        .frame()
                        .application("C2PA_GIF\1\0\0", "store")
                        .end(),
                "after a picture");
    }

    @Test
    void extensionBehindTheTrailerIsNoStore() throws Exception {
        Bytes picture = GifBytes.start("GIF89a").frame().end();
        AssetMap map = Signed.map(
                FORMAT, Bytes.concat(picture, FORMAT.frame(Signed.map(FORMAT, picture), STORE), Bytes.utf8(";")));
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "00", "2c", "21", "21ff", "21ff0b41", "21fe05414243", "2c 0000 0000 0100 0100 00 02 05"})
    void brokenBlockIsMalformed(String digits) {
        Bytes start = GifBytes.start("GIF89a").raw(digits).end();
        requireMalformed(start.slice(0, start.length() - 1));
    }

    @Test
    void otherSignatureIsMalformed() {
        requireMalformed(GifBytes.start("GIF88a").frame().end());
    }

    @Test
    void numberOfBlocksIsLimited() throws Exception {
        Budget two = new Budget(Limits.standard().with(Limit.GIF_BLOCKS, 2));
        GifBytes atLimit = GifBytes.start("GIF89a").frame();
        assertThat(FORMAT.map(ByteSource.of(atLimit.end()), two).regions()).hasSize(6);
        requireLimit(GifBytes.start("GIF89a").frame().frame().end(), two, Limit.GIF_BLOCKS);
    }

    @Test
    void storeAboveTheLimitIsNotRead() throws Exception {
        Budget small = new Budget(Limits.standard().with(Limit.STORE_BYTES, 856));
        requireLimit(Signed.with(FORMAT, Sample.fullGif(), STORE), small, Limit.STORE_BYTES);
    }

    private static void requireFault(Bytes file, String message) throws Exception {
        AssetMap map = Signed.map(FORMAT, file);
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).hasSize(1);
        assertThat(map.faults().get(0).message()).contains(message);
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
