package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.inkseal.asset.BmffBytes.ascii;
import static org.inkseal.asset.BmffBytes.box;
import static org.inkseal.asset.BmffBytes.ints;
import static org.inkseal.asset.BmffBytes.join;
import static org.inkseal.asset.BmffBytes.longs;
import static org.inkseal.asset.BmffBytes.provenance;
import static org.inkseal.asset.BmffBytes.type;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BmffFormatTest {
    private static final AssetFormat FORMAT = new BmffFormat(BmffFamily.MP4);
    private static final byte[] TYPE = type("isommp42");
    private static final byte[] STORE = Stores.ofSize(100).toArray();

    private static AssetMap map(byte[]... parts) throws Exception {
        return Signed.map(FORMAT, Bytes.wrap(join(parts)));
    }

    @ParameterizedTest
    @CsvSource({
        "heicmif1heic, HEIC, image/heic",
        "mif1mif1heicmiaf, HEIC, image/heic",
        "hevcmsf1, HEIC, image/heic",
        "mif1mif1miaf, HEIF, image/heif",
        "avifmif1, AVIF, image/avif",
        "avisavismsf1iso8mif1, AVIF, image/avif",
        "mif1avifmif1, AVIF, image/avif",
        "isomiso2avc1mp41, MP4, video/mp4",
        "abcdisom, MP4, video/mp4",
        "'M4A M4A isom', M4A, audio/mp4",
        "'qt  qt  ', MOV, video/quicktime"
    })
    void brandsTellTheFormat(String brands, String name, String mediaType) throws Exception {
        AssetFormat format =
                AssetFormats.detect(ByteSource.of(Bytes.wrap(type(brands)))).orElseThrow();
        assertThat(format.name()).isEqualTo(name);
        assertThat(format.mediaType()).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crx isom", "abcdefgh", "jxl jxl "})
    void otherBrandsAreOfNoFormat(String brands) throws Exception {
        assertThat(AssetFormats.detect(ByteSource.of(Bytes.wrap(type(brands))))).isEmpty();
    }

    @Test
    void fileWithoutABoxIsRefused() {
        assertThatThrownBy(() -> map()).isInstanceOf(MalformedException.class).hasMessageContaining("no box");
    }

    @Test
    void everyNumberStillLeadsToTheSameBytes() throws Exception {
        for (Bytes file : List.of(BmffBytes.heic(), BmffBytes.mp4())) {
            Bytes signed = Signed.with(FORMAT, file, Stores.ofSize(857));
            assertThat(targets(signed)).isEqualTo(targets(file)).hasSizeGreaterThan(4);
        }
    }

    /** The first bytes of all that a number leads to. */
    private static List<Bytes> targets(Bytes file) throws Exception {
        List<Bytes> targets = new ArrayList<>();
        for (OffsetTable table : Signed.map(FORMAT, file).offsets()) {
            table.visit(
                    ByteSource.of(file), (target, length) -> targets.add(file.slice((int) target, (int) target + 3)));
        }
        return targets;
    }

    @Test
    void numbersOfManyPartsAreSetRightInPieces() throws Exception {
        int count = 50_000;
        int media = TYPE.length + 8 + 8 + 8 + 8 + 8 + 16 + 4 * count + 8;
        int[] offsets = new int[count];
        for (int i = 0; i < count; i++) {
            offsets[i] = media + i % 5;
        }
        byte[] table = box("stco", ints(0, count), ints(offsets));
        byte[] moov = box("moov", box("trak", box("mdia", box("minf", box("stbl", table)))));
        Bytes file = Bytes.wrap(join(TYPE, moov, box("mdat", ascii("content"))));
        Bytes signed = Signed.with(FORMAT, file, Stores.ofSize(857));
        assertThat(targets(signed)).isEqualTo(targets(file)).hasSize(count);
        assertThat(Signed.without(FORMAT, signed)).isEqualTo(file);
    }

    @Test
    void offsetThatWouldNotFitItsFieldIsRefused() throws Exception {
        byte[] table = box("stco", ints(0, 1), ints(0xffff_fff0));
        byte[] moov = box("moov", box("trak", box("mdia", box("minf", box("stbl", table)))));
        AssetMap map = map(TYPE, moov, box("mdat"));
        assertThatThrownBy(() -> FORMAT.layout(map, 100))
                .isInstanceOf(ImmovableException.class)
                .hasMessageContaining("has 4 bytes, which do not hold 42949");
        byte[] largeTable = box("co64", ints(0, 1), longs(Long.MAX_VALUE));
        byte[] large = box("moov", box("trak", box("mdia", box("minf", box("stbl", largeTable)))));
        AssetMap largeMap = map(TYPE, large, box("mdat"));
        assertThatThrownBy(() -> FORMAT.layout(largeMap, 100)).isInstanceOf(ImmovableException.class);
    }

    @Test
    void fragmentedFileIsReadAndNothingCanBePutIntoIt() throws Exception {
        byte[] moov = box("moov", box("mvex", box("trex", new byte[24])));
        AssetMap map = map(TYPE, moov, box("moof", box("mfhd", ints(0, 1))), box("mdat", ascii("x")));
        assertThat(map.faults()).isEmpty();
        assertThatThrownBy(() -> FORMAT.layout(map, 100))
                .isInstanceOf(ImmovableException.class)
                .hasMessageContaining("fragmented");
        assertThat(FORMAT.stripped(map).length()).isEqualTo(map.size());
        AssetMap signed = map(TYPE, provenance("manifest", join(longs(0), STORE)), moov, box("mdat", ascii("x")));
        assertThat(signed.carriers()).hasSize(1);
        assertThatThrownBy(() -> FORMAT.stripped(signed)).isInstanceOf(ImmovableException.class);
    }

    @Test
    void mediaInOtherFilesAndCompressedIndexesCannotBeMoved() throws Exception {
        byte[] elsewhere = box("dref", ints(0, 1), box("url ", ints(0), ascii("http://example.org/\0")));
        byte[] film = box("moov", box("trak", box("mdia", box("minf", box("dinf", elsewhere)))));
        for (AssetMap map : List.of(map(TYPE, film), map(TYPE, box("moov", box("cmov", new byte[9]))))) {
            assertThatThrownBy(() -> FORMAT.layout(map, 100)).isInstanceOf(ImmovableException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifesu", "merkle", "original", "update", "", "Manifest"})
    void storeUnderAnotherPurposeIsAFaultAndNeverMissing(String purpose) throws Exception {
        AssetMap map = map(TYPE, provenance(purpose, join(longs(0), STORE)), box("mdat"));
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).isNotEmpty();
    }

    @Test
    void everyChangedByteBeforeTheStoreIsAFaultOrNoCarrier() throws Exception {
        byte[] file = join(TYPE, provenance("manifest", join(longs(0), STORE)), box("mdat"));
        for (int at = TYPE.length + 24; at < TYPE.length + 53; at++) {
            byte[] changed = file.clone();
            changed[at] ^= 1;
            AssetMap map = map(changed);
            boolean noticed = !map.faults().isEmpty()
                    || map.carriers().stream().anyMatch(carrier -> carrier.storeLength() != STORE.length);
            assertThat(noticed).as("byte " + at).isTrue();
        }
    }

    @Test
    void paddingIsZero() throws Exception {
        byte[] padded = provenance("manifest", join(longs(0), STORE, new byte[300]));
        AssetMap map = map(TYPE, padded, box("mdat"));
        assertThat(map.faults()).isEmpty();
        assertThat(map.carriers().get(0).storeLength()).isEqualTo(STORE.length);
        assertThat(map.carriers().get(0).extent().length()).isEqualTo(padded.length);
        padded[padded.length - 7] = 1;
        assertThat(map(TYPE, padded, box("mdat")).faults()).hasSize(1);
    }

    @Test
    void leadToABoxOfHashesMustBeRight() throws Exception {
        byte[] store = provenance("manifest", join(longs(0), STORE));
        byte[] hashes = provenance("merkle", new byte[] {(byte) 0xa0});
        long right = TYPE.length + store.length + 8;
        byte[] media = box("mdat");
        byte[] led = provenance("manifest", join(longs(right), STORE));
        assertThat(map(TYPE, led, media, hashes).faults()).isEmpty();
        assertThat(map(TYPE, store, media, hashes).faults()).isEmpty();
        assertThat(map(TYPE, led, media).faults()).hasSize(1);
        assertThat(map(TYPE, media, hashes).faults()).hasSize(1);
    }

    @Test
    void updateStoreAddsItsManifestsToTheOriginal() throws Exception {
        byte[] first = store("first");
        byte[] second = store("second one");
        byte[] file =
                join(TYPE, provenance("original", join(longs(0), first)), box("mdat"), provenance("update", second));
        AssetMap map = map(file);
        assertThat(map.faults()).isEmpty();
        Bytes whole = map.carrier().orElseThrow().store(ByteSource.of(Bytes.wrap(file)), Budget.standard());
        assertThat(whole)
                .isEqualTo(
                        Bytes.wrap(box("jumb", Stores.description("c2pa"), manifest("first"), manifest("second one"))));
        assertThat(Signed.without(FORMAT, Bytes.wrap(file))).isEqualTo(Bytes.wrap(join(TYPE, box("mdat"))));
        byte[] notLast = join(file, box("free"));
        assertThat(map(notLast).carriers()).isEmpty();
        assertThat(map(notLast).faults()).isNotEmpty();
    }

    private static byte[] store(String content) {
        return box("jumb", Stores.description("c2pa"), manifest(content));
    }

    private static byte[] manifest(String content) {
        return box("jumb", ascii(content));
    }

    @Test
    void xmpOfAFilmIsFound() throws Exception {
        Bytes file = BmffBytes.heic();
        assertThat(Signed.map(FORMAT, file).xmp().map(range -> file.slice((int) range.start(), (int) range.end())))
                .contains(Bytes.utf8("<x:xmpmeta/>"));
    }

    @Test
    void boxesInsideOneAnotherAreBounded() {
        byte[] nested = box("moov");
        for (int i = 0; i < 20; i++) {
            nested = box("moov", nested);
        }
        byte[] bomb = nested;
        assertThatThrownBy(() -> map(TYPE, bomb))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining(Limit.BMFF_DEPTH.key());
    }

    @Test
    void manyBoxesAreBounded() {
        byte[] many = new byte[8 * 200_001];
        for (int at = 0; at < many.length; at += 8) {
            System.arraycopy(box("free"), 0, many, at, 8);
        }
        assertThatThrownBy(() -> map(TYPE, many)).isInstanceOf(LimitExceededException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000007 66726565",
                "00000001 66726565 0000000000000008",
                "00000001 66726565 8000000000000000",
                "00000009 66726565",
                "0000"
            })
    void boxOfAnImpossibleSizeIsMalformed(String box) {
        assertThatThrownBy(() -> map(TYPE, Hex.bytes(box))).isInstanceOf(MalformedException.class);
    }
}
