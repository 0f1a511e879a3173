package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
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

class JpegXlFormatTest {
    private static final JpegXlFormat FORMAT = new JpegXlFormat();
    private static final Bytes STORE = Stores.ofSize(857);

    @Test
    void storeStandsAsItIsAfterTheFileType() throws Exception {
        Bytes signed = Signed.with(FORMAT, Sample.image("painting.jxl"), STORE);
        Carrier carrier = Signed.map(FORMAT, signed).carrier().orElseThrow();
        assertThat(carrier.extent()).isEqualTo(new Range(32, 857));
        assertThat(carrier.parts()).containsExactly(new Range(32, 857));
        assertThat(signed.slice(32, 32 + 857)).isEqualTo(STORE);
    }

    @Test
    void levelStaysDirectlyAfterTheFileType() throws Exception {
        Bytes picture = JpegXlBytes.start().box("jxll", "\n").codestream().end();
        Bytes signed = Signed.with(FORMAT, picture, STORE);
        assertThat(names(signed)).containsExactly("JXL ", "ftyp", "jxll", "C2PA", "jxlc");
        Bytes foreign = JpegXlBytes.start()
                .raw(STORE.toArray())
                .box("jxll", "\n")
                .codestream()
                .end();
        assertThat(Signed.with(FORMAT, foreign, STORE)).isEqualTo(signed);
        AssetMap map = Signed.map(FORMAT, foreign);
        assertThat(FORMAT.layoutInPlace(map, 900).slot()).contains(new Range(32, 900));
    }

    @Test
    void storeAnywhereInTheFileIsFoundAndMovesWhenReplaced() throws Exception {
        Bytes file = JpegXlBytes.start().codestream().raw(STORE.toArray()).end();
        assertThat(Signed.store(FORMAT, file)).isEqualTo(STORE);
        assertThat(names(Signed.with(FORMAT, file, STORE))).containsExactly("JXL ", "ftyp", "C2PA", "jxlc");
    }

    @Test
    void sizesOfBoxesMayTake64BitsOrBeLeftOpenAtTheEnd() throws Exception {
        Bytes large = JpegXlBytes.start()
                .largeBox("jumb", STORE.from(8).toArray())
                .largeBox("jxlc", new byte[] {1})
                .end();
        assertThat(Signed.map(FORMAT, large).carriers())
                .containsExactly(new Carrier(new Range(32, 865), List.of(new Range(32, 865))));
        Bytes open = JpegXlBytes.start()
                .codestream()
                .header("jumb", 0)
                .raw(STORE.from(8).toArray())
                .end();
        assertThat(Signed.map(FORMAT, open).carrier().orElseThrow().storeLength())
                .isEqualTo(857);
        Bytes picture = JpegXlBytes.start().header("jxlc", 0).raw(new byte[3]).end();
        assertThat(Signed.without(FORMAT, Signed.with(FORMAT, picture, STORE))).isEqualTo(picture);
    }

    @Test
    void onlyTheBoxWithTypeAndLabelOfAStoreIsOne() throws Exception {
        Bytes file = JpegXlBytes.start()
                .raw(other("json"))
                .raw(STORE.toArray())
                .raw(other("abcd"))
                .codestream()
                .end();
        AssetMap map = Signed.map(FORMAT, file);
        assertThat(map.faults()).isEmpty();
        assertThat(names(file)).containsExactly("JXL ", "ftyp", "jumb", "C2PA", "jumb", "jxlc");
        assertThat(map.regions())
                .filteredOn(region -> region.name().equals("jumb"))
                .allMatch(region -> region.kind() == Region.Kind.CONTENT);
    }

    @Test
    void damagedStoreIsAFaultAndNotNoneAndGoesWhenStripped() throws Exception {
        Bytes picture = Sample.image("painting.jxl");
        Bytes signed = Signed.with(FORMAT, picture, STORE);
        // The type of the box; in its description box the type, and the label.
        for (int at : new int[] {36, 37, 38, 39, 48, 63, 65, 66, 67, 68, 69}) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = signed.toArray();
                flipped[at] ^= (byte) (1 << bit);
                AssetMap map = Signed.map(FORMAT, Bytes.wrap(flipped));
                assertThat(map.carriers()).isEmpty();
                assertThat(map.faults()).hasSize(1);
                assertThat(map.faults().get(0).offset()).isEqualTo(32);
                assertThat(Signed.without(FORMAT, Bytes.wrap(flipped))).isEqualTo(picture);
            }
        }
    }

    @Test
    void codestreamThatLooksLikeAStoreIsNone() throws Exception {
        Bytes file = JpegXlBytes.start()
                .box("jxlc", STORE.from(8).toArray())
                .part(1 << 31, "")
                .end();
        assertThat(Signed.map(FORMAT, file).faults()).isEmpty();
        assertThat(Signed.without(FORMAT, file)).isEqualTo(file);
    }

    @Test
    void storeThatBrotliHidesIsNone() throws Exception {
        Bytes file = JpegXlBytes.start()
                .box("brob", "jumb\u001b and so on")
                .codestream()
                .end();
        AssetMap map = Signed.map(FORMAT, file);
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).isEmpty();
    }

    @Test
    void onlyMetadataMayBeLeftOutOfAHash() throws Exception {
        List<Region> regions = Signed.map(FORMAT, Sample.fullJpegXl()).regions();
        assertThat(regions)
                .extracting(Region::name)
                .containsExactly(
                        "JXL ", "ftyp", "jxll", "jxlp", "Exif", "xml ", "brob", "brob", "brob", "jumb", "jbrd", "abcd",
                        "jxlp");
        assertThat(regions)
                .filteredOn(region -> region.kind() == Region.Kind.METADATA)
                .extracting(Region::name)
                .containsExactly("Exif", "xml ", "brob", "brob");
    }

    @Test
    void xmpIsFoundWhereItIsNotCompressed() throws Exception {
        Bytes file = Sample.fullJpegXl();
        Range range = Signed.map(FORMAT, file).xmp().orElseThrow();
        assertThat(file.slice((int) range.start(), (int) range.end())).isEqualTo(Bytes.utf8("<x:xmpmeta/>"));
        assertThat(Signed.map(FORMAT, Sample.image("photo.jxl")).xmp()).isEmpty();
    }

    @Test
    void nakedCodestreamIsWrappedAndComesBack() throws Exception {
        Bytes naked = Sample.image("naked.jxl");
        AssetMap map = Signed.map(FORMAT, naked);
        assertThat(FORMAT.change(map).orElseThrow()).contains("container");
        Bytes signed = Signed.with(FORMAT, naked, STORE);
        assertThat(names(signed)).containsExactly("JXL ", "ftyp", "C2PA", "free", "jxlc");
        assertThat(FORMAT.change(Signed.map(FORMAT, signed))).isEmpty();
        Bytes again = Signed.with(FORMAT, signed, Stores.ofSize(900));
        assertThat(Signed.without(FORMAT, again)).isEqualTo(naked);
    }

    @Test
    void containerWithOneCodestreamIsNotTakenForOneOfOurs() throws Exception {
        Bytes picture = Sample.image("painting.jxl");
        assertThat(FORMAT.change(Signed.map(FORMAT, picture))).isEmpty();
        assertThat(Signed.without(FORMAT, Signed.with(FORMAT, picture, STORE))).isEqualTo(picture);
    }

    @Test
    void wrappedCodestreamThatWasAddedToStaysInItsContainer() throws Exception {
        Bytes signed = Signed.with(FORMAT, Sample.image("naked.jxl"), STORE);
        Bytes added =
                Bytes.concat(signed, new JpegXlBytes().box("Exif", "later").end());
        Bytes stripped = Signed.without(FORMAT, added);
        assertThat(stripped).isEqualTo(Bytes.concat(added.slice(0, 32), added.from(32 + 857)));
    }

    @Test
    void veryLongCodestreamGetsASizeOf64Bits() throws Exception {
        for (long length : new long[] {0xffff_fff7L, 0xffff_fff8L, 8L << 30}) {
            Layout layout = JpegXlWrap.around(length, 857);
            Bytes header = ((Piece.Literal) layout.pieces().get(2)).bytes();
            ByteBuffer box = header.from(8 + JpegXlWrap.MARK.length()).buffer();
            long size = box.remaining() == 16 ? box.getLong(8) : Integer.toUnsignedLong(box.getInt(0));
            assertThat(size).isEqualTo(length + box.remaining());
            assertThat(box.remaining()).isEqualTo(length > 0xffff_fff7L ? 16 : 8);
        }
    }

    @Test
    void fileMustBeginWithItsSignatureAndItsType() {
        Bytes whole = JpegXlBytes.start().codestream().end();
        requireMalformed(whole.from(12));
        requireMalformed(Bytes.concat(whole.slice(0, 12), whole.from(32)));
        requireMalformed(Bytes.concat(whole.slice(0, 20), Bytes.utf8("avif"), whole.from(24)));
        requireMalformed(Bytes.EMPTY);
    }

    @Test
    void fileThatEndsBeforeItsCodestreamIsMalformed() throws Exception {
        requireMalformed(JpegXlBytes.start().end());
        requireMalformed(JpegXlBytes.start().part(0, "a").part(1, "b").end());
        requireMalformed(JpegXlBytes.start().box("jxlp", "\u0080\0\0").end());
        assertThat(Signed.map(FORMAT, JpegXlBytes.start().part(1 << 31, "a").end())
                        .faults())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000007 61626364",
                "00000002 61626364",
                "00000009 61626364",
                "ffffffff 61626364",
                "00000001 61626364",
                "00000001 61626364 000000000000000f",
                "00000001 61626364 0000000000000011",
                "00000001 61626364 8000000000000000",
                "00000001 61626364 ffffffffffffffff",
                "00000008 616263",
                "00"
            })
    void boxOfAnImpossibleSizeIsMalformed(String digits) {
        requireMalformed(JpegXlBytes.start().codestream().raw(Hex.bytes(digits)).end());
    }

    @Test
    void numberOfBoxesIsLimited() throws Exception {
        Budget four = new Budget(Limits.standard().with(Limit.REGIONS, 4));
        JpegXlBytes atLimit = JpegXlBytes.start().codestream().box("abcd", "");
        assertThat(FORMAT.map(ByteSource.of(atLimit.end()), four).regions()).hasSize(4);
        requireLimit(atLimit.box("abcd", "").end(), four, Limit.REGIONS);
    }

    @Test
    void storeAboveTheLimitIsNotRead() {
        Budget small = new Budget(Limits.standard().with(Limit.STORE_BYTES, 856));
        requireLimit(JpegXlBytes.start().codestream().raw(STORE.toArray()).end(), small, Limit.STORE_BYTES);
    }

    @Test
    void storeThatDoesNotStartWithItsLengthIsRefused() throws Exception {
        AssetMap map = Signed.map(FORMAT, Sample.image("painting.jxl"));
        for (Bytes store : List.of(STORE.slice(0, 856), STORE.from(8), Bytes.utf8("short"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> FORMAT.frame(map, store));
        }
    }

    private static List<String> names(Bytes file) throws IOException, MalformedException {
        return Signed.map(FORMAT, file).regions().stream().map(Region::name).toList();
    }

    /** A JUMBF superbox of another kind. */
    private static byte[] other(String label) {
        return new JpegXlBytes()
                .box("jumb", Sample.otherDescription(label))
                .end()
                .toArray();
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
