package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiffFormatTest {
    private static final TiffFormat FORMAT = new TiffFormat();
    private static final Bytes STORE = Stores.ofSize(857);

    @Test
    void entryIsWrittenByteByByteAsTheStandardSays() throws Exception {
        Bytes picture = TiffBytes.grey(true, false).end();
        Bytes signed = Signed.with(FORMAT, picture, STORE);
        Layout layout = FORMAT.layout(Signed.map(FORMAT, picture), 857);
        Range count = layout.excluded().get(0);
        assertThat(layout.excluded())
                .containsExactly(new Range(count.start(), 4), layout.slot().orElseThrow());
        assertThat(signed.slice((int) count.start() - 4, (int) count.end()).hex())
                .isEqualTo("41cd070059030000");
        assertThat(Integer.reverseBytes(signed.buffer().getInt((int) count.end())))
                .isEqualTo((int) layout.slot().orElseThrow().start());
        assertThat(signed.length()).isEqualTo((int) layout.slot().orElseThrow().end());
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "true, true", "false, true"})
    void nothingMovesAndOneNumberChanges(boolean little, boolean big) throws Exception {
        Bytes picture = TiffBytes.pages(little, big).end();
        Bytes signed = Signed.with(FORMAT, picture, STORE);
        int changed = 0;
        for (int i = 0; i < picture.length(); i++) {
            changed += picture.at(i) == signed.at(i) ? 0 : 1;
        }
        assertThat(changed).isBetween(1, big ? 8 : 4);
        Range count = FORMAT.layout(Signed.map(FORMAT, picture), 857).excluded().get(0);
        assertThat(count.length()).isEqualTo(big ? 8 : 4);
        assertThat(Signed.map(FORMAT, signed).regions())
                .filteredOn(region -> region.kind() == Region.Kind.SIZE)
                .extracting(Region::range)
                .containsExactly(count);
    }

    @Test
    void entriesStayInTheOrderOfTheirTags() throws Exception {
        Bytes signed = Signed.with(FORMAT, TiffBytes.dng().end(), STORE);
        Window window = new Window(ByteSource.of(signed));
        TiffCoding coding = new TiffCoding(true, false);
        TiffDirectory first = TiffDirectory.read(window, coding, coding.u32(window, 4), Budget.standard());
        List<Integer> tags = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            tags.add(first.entry(window, i).tag());
        }
        assertThat(tags).isSorted().contains(0xcd41, 0xcd50);
    }

    @Test
    void signedPictureHasTheSamePoints() throws Exception {
        Bytes picture = Sample.picture("tiff");
        assertThat(Sample.points(Signed.with(FORMAT, picture, Stores.ofSize(200_000))))
                .isEqualTo(Sample.points(picture));
    }

    @Test
    void dngIsToldByItsVersion() throws Exception {
        AssetMap map = Signed.map(FORMAT, TiffBytes.dng().end());
        assertThat(map.format().name()).isEqualTo("DNG");
        assertThat(map.format().mediaType()).isEqualTo("image/x-adobe-dng");
        assertThat(Signed.map(FORMAT, TiffBytes.grey(true, true).end()).format().mediaType())
                .isEqualTo("image/tiff");
    }

    @Test
    void updateGrowsInItsPlace() throws Exception {
        Bytes signed = Signed.with(FORMAT, TiffBytes.pages(true, false).end(), STORE);
        AssetMap map = Signed.map(FORMAT, signed);
        Layout longer = FORMAT.layoutInPlace(map, 2000);
        assertThat(longer.slot().orElseThrow().start())
                .isEqualTo(map.carriers().get(0).extent().start());
        assertThat(longer.excluded()).isEqualTo(FORMAT.layout(map, 2000).excluded());
    }

    @Test
    void textsAndXmpAreMetadataAndNothingElseIs() throws Exception {
        Bytes picture = TiffBytes.grey(false, false).end();
        AssetMap map = Signed.map(FORMAT, picture);
        assertThat(map.regions())
                .filteredOn(region -> region.kind() != Region.Kind.CONTENT)
                .extracting(Region::name)
                .containsExactly("ImageDescription", "XMP");
        Range xmp = map.xmp().orElseThrow();
        assertThat(picture.slice((int) xmp.start(), (int) xmp.end())).isEqualTo(Bytes.utf8("<x:xmpmeta/>"));
    }

    @Test
    void textThatHoldsPixelsTooIsNoMetadata() throws Exception {
        TiffBytes file = new TiffBytes(true, false);
        TiffBytes.Field[] fields = file.picture(4, 2, new byte[8]);
        long text = file.data("a picture in a text".getBytes());
        fields[6] = file.longs(273, text + 4);
        fields[5] = file.ascii(270, "a picture in a text");
        file.page(fields);
        Bytes bytes = pointAt(file.end(), 270, text);
        assertThat(Signed.map(FORMAT, bytes).regions())
                .noneMatch(region -> region.name().equals("ImageDescription"));
    }

    @Test
    void storeThatHoldsPixelsTooIsAFault() throws Exception {
        Bytes signed = Signed.with(FORMAT, TiffBytes.grey(true, false).end(), STORE);
        long store = Signed.map(FORMAT, signed).carriers().get(0).extent().start();
        requireFault(pointAt(signed, 273, store + 100), "other parts");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8, 856, 858, 0x7fffffff, -1})
    void countThatLiesIsAFault(int count) throws Exception {
        Bytes signed = Signed.with(FORMAT, TiffBytes.grey(true, false).end(), STORE);
        requireFault(set(signed, entry(signed, TiffPage.STORE) + 4, count), "manifest store in an IFD");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 8, 0x7fffffff, -1})
    void storeAtAnotherPlaceIsAFault(int place) throws Exception {
        Bytes signed = Signed.with(FORMAT, TiffBytes.grey(true, false).end(), STORE);
        requireFault(set(signed, entry(signed, TiffPage.STORE) + 8, place), "manifest store in an IFD");
    }

    @Test
    void storeOfAnotherTypeIsAFault() throws Exception {
        Bytes signed = Signed.with(FORMAT, TiffBytes.grey(true, false).end(), STORE);
        byte[] bytes = signed.toArray();
        bytes[entry(signed, TiffPage.STORE) + 2] = 1;
        requireFault(Bytes.wrap(bytes), "type is 1");
    }

    @Test
    void everyCutThroughTheStoreIsAFault() throws Exception {
        Bytes picture = TiffBytes.grey(true, false).end();
        Bytes signed = Signed.with(FORMAT, picture, STORE);
        Range store = Signed.map(FORMAT, signed).carriers().get(0).extent();
        for (long length = store.start(); length < store.end(); length++) {
            requireFault(signed.slice(0, (int) length), "stand in the file");
        }
    }

    @Test
    void storeOfTheFirstAndTheLastIfdAreTwo() throws Exception {
        Bytes both = twoStores();
        AssetMap map = Signed.map(FORMAT, both);
        assertThat(map.faults()).isEmpty();
        assertThat(map.carriers()).hasSize(2);
        AssetMap none = Signed.map(FORMAT, Signed.without(FORMAT, both));
        assertThat(none.carriers()).isEmpty();
        assertThat(none.faults()).isEmpty();
        Bytes again = Signed.with(FORMAT, both, Stores.ofSize(900));
        assertThat(Signed.store(FORMAT, again)).isEqualTo(Stores.ofSize(900));
        assertThat(Signed.without(FORMAT, again)).isEqualTo(Signed.without(FORMAT, both));
    }

    /** As a writer leaves it that rewrites IFDs where they are: the store stands before the only one. */
    @Test
    void storeInTheMiddleIsReadAndWipedOut() throws Exception {
        TiffBytes file = new TiffBytes(false, false);
        TiffBytes.Field[] fields = file.picture(4, 2, new byte[8]);
        fields = Arrays.copyOf(fields, fields.length + 1);
        fields[fields.length - 1] = file.undefined(TiffPage.STORE, STORE.toArray());
        file.page(fields);
        Bytes signed = file.end();
        assertThat(Signed.store(FORMAT, signed)).isEqualTo(STORE);
        Bytes stripped = Signed.without(FORMAT, signed);
        AssetMap map = Signed.map(FORMAT, stripped);
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).isEmpty();
        assertThat(new String(stripped.toArray(), StandardCharsets.ISO_8859_1)).doesNotContain("jumb");
        assertThat(Signed.store(FORMAT, Signed.with(FORMAT, signed, Stores.ofSize(900))))
                .isEqualTo(Stores.ofSize(900));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FORMAT.layoutInPlace(Signed.map(FORMAT, signed), 900))
                .withMessageContaining("not the last thing");
    }

    /** As writers after C2PA 2.1 leave it: the entry alone in an IFD of its own, then the store. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void storeInAnIfdOfItsOwnIsReadAndTakenOut(boolean big) throws Exception {
        Bytes picture = TiffBytes.pages(true, big).end();
        Bytes signed = alone(TiffBytes.pages(true, big)).end();
        assertThat(Signed.store(FORMAT, signed)).isEqualTo(STORE);
        AssetMap map = Signed.map(FORMAT, Signed.without(FORMAT, signed));
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).isEmpty();
        Bytes again = Signed.with(FORMAT, signed, Stores.ofSize(900));
        assertThat(Signed.store(FORMAT, again)).isEqualTo(Stores.ofSize(900));
        assertThat(Signed.without(FORMAT, signed).slice(0, picture.length())).isEqualTo(picture);
    }

    @Test
    void storeOfAnIfdInTheMiddleIsAFault() throws Exception {
        TiffBytes file = alone(TiffBytes.grey(true, false));
        file.page(file.picture(2, 1, new byte[] {5, 6}));
        requireFault(file.end(), "IFD 2 of 3");
    }

    @Test
    void ifdsInACircleAreRefused() {
        TiffBytes file = TiffBytes.pages(true, false);
        long first = ByteBuffer.wrap(file.end().toArray())
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt(4);
        Bytes bytes = set(file.end(), file.end().length() - 4, (int) first);
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Signed.map(FORMAT, bytes))
                .withMessageContaining("lead back");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 0x7fffffff, -1})
    void firstIfdThatIsNowhereIsRefused(int place) {
        Bytes bytes = set(TiffBytes.grey(true, false).end(), 4, place);
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Signed.map(FORMAT, bytes))
                .withMessageContaining("IFD");
    }

    @Test
    void pagesAndSubfilesAreLimited() {
        TiffBytes pages = new TiffBytes(true, false);
        for (int i = 0; i <= Limit.TIFF_PAGES.standard(); i++) {
            pages.page(pages.shorts(258, 8));
        }
        requireLimit(pages.end(), Limit.TIFF_PAGES);
        TiffBytes subfiles = new TiffBytes(true, false);
        subfiles.page(subfiles.longs(330, new long[1001]));
        requireLimit(subfiles.end(), Limit.TIFF_SUBFILES);
    }

    @Test
    void subfilesThatLeadToEachOtherAreReadOnce() throws Exception {
        TiffBytes file = TiffBytes.grey(true, false);
        long first = file.directory(file.longs(330, 8));
        long second = file.directory(file.longs(330, first));
        Bytes bytes = file.end();
        file.put(first + 2 + 8, file.number(second));
        file.page(file.longs(330, first));
        assertThat(Signed.without(FORMAT, file.end())).isEqualTo(file.end());
        assertThat(bytes.length()).isLessThan(file.end().length());
    }

    @Test
    void classicFileOfMoreThanFourGibibytesIsRefused() throws Exception {
        TiffCoding coding = new TiffCoding(true, false);
        for (long end : new long[] {0xffff_ff00L, 0x1_0000_0000L, 1L << 40}) {
            TiffPage page = new TiffPage(4, 8, new TiffDirectory(coding, 8, 1), List.of(), 1);
            TiffPlacement placement = new TiffPlacement(coding, List.of(page), end, List.of(), Optional.empty());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> placement.with(1000))
                    .withMessageContaining("4 GiB");
        }
    }

    private static void requireLimit(Bytes file, Limit limit) {
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> Signed.map(FORMAT, file))
                .withMessageContaining(limit.key());
    }

    private static void requireFault(Bytes file, String message) throws IOException, MalformedException {
        AssetMap map = Signed.map(FORMAT, file);
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).hasSize(1);
        assertThat(map.faults().get(0).message()).contains(message);
        AssetMap stripped = Signed.map(FORMAT, Signed.without(FORMAT, file));
        assertThat(stripped.faults()).isEmpty();
        assertThat(stripped.carriers()).isEmpty();
        assertThat(Signed.store(FORMAT, Signed.with(FORMAT, file, STORE))).isEqualTo(STORE);
    }

    private static TiffBytes alone(TiffBytes file) {
        file.page(file.undefined(TiffPage.STORE, STORE.toArray()));
        return file;
    }

    private static Bytes twoStores() {
        TiffBytes file = new TiffBytes(true, false);
        TiffBytes.Field[] fields = file.picture(4, 2, new byte[8]);
        fields = Arrays.copyOf(fields, fields.length + 1);
        fields[fields.length - 1] = file.undefined(TiffPage.STORE, STORE.toArray());
        file.page(fields);
        return alone(file).end();
    }

    /** Where an entry of the first IFD is, in a little-endian file. */
    private static int entry(Bytes file, int tag) {
        ByteBuffer bytes = ByteBuffer.wrap(file.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(4);
        for (int at = directory + 2; ; at += 12) {
            if ((bytes.getShort(at) & 0xffff) == tag) {
                return at;
            }
        }
    }

    private static Bytes pointAt(Bytes file, int tag, long place) {
        return set(file, entry(file, tag) + 8, (int) place);
    }

    private static Bytes set(Bytes file, int at, int value) {
        byte[] bytes = file.toArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return Bytes.wrap(bytes);
    }
}
