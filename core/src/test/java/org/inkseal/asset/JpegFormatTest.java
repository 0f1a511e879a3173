package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
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

/** The structure of JPEG files, and where a store goes. What can be wrong with a store: {@link JpegStoresTest}. */
class JpegFormatTest {
    private static final JpegFormat FORMAT = new JpegFormat();
    private static final Bytes STORE = Stores.ofSize(857);

    @Test
    void frameOfASmallStoreIsOneSegment() throws Exception {
        AssetMap map = Signed.map(FORMAT, JpegBytes.start().scan());
        Bytes frame = FORMAT.frame(map, STORE);
        assertThat(frame.hex()).startsWith("ffeb03634a50000100000001000003596a756d620000001e6a756d6463327061");
        assertThat(frame.length()).isEqualTo(869);
        assertThat(frame.from(12)).isEqualTo(STORE);
    }

    @Test
    void frameOfALargeStoreRepeatsTheBoxHeader() throws Exception {
        AssetMap map = Signed.map(FORMAT, JpegBytes.start().scan());
        Bytes store = Stores.ofSize(65_526);
        Bytes frame = FORMAT.frame(map, store);
        assertThat(frame.slice(0, 20).hex()).isEqualTo("ffebffff4a5000010000000 10000fff66a756d62".replace(" ", ""));
        assertThat(frame.from(65_537).hex())
                .isEqualTo("ffeb00134a500001000000020000fff66a756d62"
                        + store.from(65_525).hex());
    }

    @Test
    void instanceNumberOfAnotherBoxIsNotUsed() throws Exception {
        AssetMap map = Signed.map(FORMAT, Sample.fullJpeg());
        assertThat(map.frame()).isEqualTo(2);
        assertThat(FORMAT.frame(map, STORE).slice(6, 8).hex()).isEqualTo("0002");
    }

    @Test
    void storeStandsAfterExifAndXmpAndBeforeMpf() throws Exception {
        Bytes signed = Signed.with(FORMAT, Sample.fullJpeg(), STORE);
        assertThat(Signed.map(FORMAT, signed).regions())
                .extracting(Region::name)
                .containsExactly(
                        "SOI", "APP0", "APP1", "APP1", "C2PA", "APP2", "APP2", "APP11", "APP11", "APP13", "APP14",
                        "COM", "DQT", "SOF0", "SOS");
    }

    @Test
    void offsetsOfMpfStillLeadToTheSecondPicture() throws Exception {
        String second = "the second picture";
        byte[] mpf = "MPF\0MM\0*\0\0\0\10offset here".getBytes(StandardCharsets.ISO_8859_1);
        Bytes first =
                JpegBytes.start().segment(0xe1, "Exif\0\0").segment(0xe2, mpf).scan();
        Bytes file = Bytes.concat(first, Bytes.utf8(second));
        int offset = file.length() - second.length() - mpHeader(file);
        Bytes signed = Signed.with(FORMAT, file, Stores.ofSize(100_000));
        assertThat(signed.from(mpHeader(signed) + offset)).isEqualTo(Bytes.utf8(second));
    }

    @Test
    void storeBetweenApp0AndApp1IsReplacedAfterThem() throws Exception {
        Bytes plain = JpegBytes.start()
                .segment(0xe0, "JFIF\0")
                .segment(0xe1, "Exif\0\0")
                .scan();
        Bytes foreign = JpegBytes.start()
                .segment(0xe0, "JFIF\0")
                .part(STORE, 529, 1, 0, 400)
                .part(STORE, 529, 2, 400, 857)
                .segment(0xe1, "Exif\0\0")
                .scan();
        assertThat(Signed.store(FORMAT, foreign)).isEqualTo(STORE);
        assertThat(Signed.without(FORMAT, foreign)).isEqualTo(plain);
        assertThat(Signed.with(FORMAT, foreign, STORE)).isEqualTo(Signed.with(FORMAT, plain, STORE));
    }

    @Test
    void regionsHaveTheirKinds() throws Exception {
        AssetMap map = Signed.map(FORMAT, Sample.fullJpeg());
        assertThat(map.regions())
                .filteredOn(region -> region.kind() == Region.Kind.METADATA)
                .extracting(Region::name)
                .containsExactly("APP1", "APP1", "APP13", "COM");
    }

    @Test
    void xmpIsFoundWithoutItsSignature() throws Exception {
        Range range = Signed.map(FORMAT, Sample.fullJpeg()).xmp().orElseThrow();
        assertThat(Sample.fullJpeg().slice((int) range.start(), (int) range.end()))
                .isEqualTo(Bytes.utf8("<x:xmpmeta/>"));
    }

    @Test
    void signedPictureHasTheSamePoints() throws Exception {
        Bytes picture = Sample.picture("jpg");
        assertThat(Sample.points(Signed.with(FORMAT, picture, Stores.ofSize(200_000))))
                .isEqualTo(Sample.points(picture));
    }

    @Test
    void segmentsAfterTheFirstScanAreNoStore() throws Exception {
        Bytes late = JpegBytes.start().segment(0xdb, new byte[65]).scan();
        Bytes file = Bytes.concat(late, FORMAT.frame(Signed.map(FORMAT, late), STORE));
        AssetMap map = Signed.map(FORMAT, file);
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).isEmpty();
        assertThat(map.regions()).last().isEqualTo(region("SOS", 71, file.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffd8 ffe0 0001", // length below 2
                "ffd8 ffe0 0004 0000", // no SOS
                "ffd8 ffe0 0010 0000", // longer than the file
                "ffd8 ffd8 ffda 0002", // second SOI
                "ffd8 ffd9", // EOI without a scan
                "ffd8 ff00 ffda 0002", // no marker
                "ffd8 00 ffda 0002", // garbage
                "ffd8 ffff ffff",
                "ffd8 ffda 0009 00",
                "ffd8",
                "ff",
                ""
            })
    void brokenStructureIsMalformed(String digits) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Signed.map(FORMAT, Bytes.wrap(Hex.bytes(digits))));
    }

    @Test
    void markersWithoutLengthArePassed() throws Exception {
        Bytes file = JpegBytes.start().raw("ff01 ffd0").segment(0xfe, "").scan();
        assertThat(Signed.map(FORMAT, file).regions())
                .extracting(Region::name)
                .containsExactly("SOI", "TEM", "RST0", "COM", "SOS");
    }

    @Test
    void numberOfSegmentsIsLimited() throws Exception {
        Budget three = new Budget(Limits.standard().with(Limit.JPEG_SEGMENTS, 3));
        Bytes atLimit = JpegBytes.start().raw("ff01 ff01").scan();
        Bytes above = JpegBytes.start().raw("ff01 ff01 ff01").scan();
        assertThat(FORMAT.map(ByteSource.of(atLimit), three).regions()).hasSize(4);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> FORMAT.map(ByteSource.of(above), three));
    }

    @Test
    void storeWithoutItsOwnHeaderIsRefused() throws Exception {
        AssetMap map = Signed.map(FORMAT, Sample.fullJpeg());
        for (Bytes wrong : List.of(Bytes.EMPTY, STORE.slice(0, 800), Bytes.utf8("x".repeat(857)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FORMAT.frame(map, wrong))
                    .withMessageContaining("'jumb'");
        }
    }

    private static int mpHeader(Bytes file) {
        int at = 0;
        while (!file.startsWith(at, (byte) 'M', (byte) 'P', (byte) 'F', (byte) 0)) {
            at++;
        }
        return at + 4;
    }

    private static Region region(String name, long start, long end) {
        return new Region(name, Range.between(start, end), Region.Kind.CONTENT);
    }
}
