package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JPEG files with more than one picture (CIPA DC-007), of which the first one tells where the others are. */
class MultiPictureTest {
    private static final JpegFormat FORMAT = new JpegFormat();
    private static final Bytes STORE = Stores.ofSize(100_000);
    private static final Bytes SECOND =
            JpegBytes.start().segment(0xdb, new byte[65]).scan();
    private static final Bytes FOREIGN =
            JpegBytes.start().part(Stores.ofSize(857), 529, 1, 0, 857).scan();

    /** The numbers of a file, and where they count from. */
    private record Numbers(Bytes file, ByteOrder order) {
        int header() {
            String text = new String(file.toArray(), StandardCharsets.ISO_8859_1);
            return text.indexOf("MPF\0") + 4;
        }

        int at(int place) {
            return ByteBuffer.wrap(file.toArray()).order(order).getInt(header() + place);
        }

        int firstLength() {
            return at(54);
        }

        Bytes second() {
            int start = header() + at(74);
            return file.slice(start, start + at(70));
        }
    }

    static Stream<ByteOrder> orders() {
        return Stream.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void signingKeepsTheNumbersRightAndStrippingGivesThemBack(ByteOrder order) throws Exception {
        Bytes file = file(order, Bytes.EMPTY, Bytes.EMPTY);
        requireRight(file, order);

        Bytes signed = Signed.with(FORMAT, file, STORE);

        requireRight(signed, order);
        assertThat(Signed.without(FORMAT, signed)).isEqualTo(file);
        Bytes again = Signed.with(FORMAT, signed, Stores.ofSize(857));
        requireRight(again, order);
        assertThat(again).isEqualTo(Signed.with(FORMAT, file, Stores.ofSize(857)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aStoreOfSomebodyElseIsReplacedBeforeTheNumbersAndAfterThem(ByteOrder order) throws Exception {
        Bytes plain = file(order, Bytes.EMPTY, Bytes.EMPTY);
        Bytes segment = FOREIGN.slice(2, FOREIGN.length() - 18);
        for (Bytes file : List.of(file(order, segment, Bytes.EMPTY), file(order, Bytes.EMPTY, segment))) {
            assertThat(Signed.map(FORMAT, file).carriers()).hasSize(1);
            requireRight(file, order);
            assertThat(Signed.with(FORMAT, file, STORE)).isEqualTo(Signed.with(FORMAT, plain, STORE));
            assertThat(Signed.without(FORMAT, file)).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aPreviewShowsTheNumbersAsTheyAreWritten(ByteOrder order) throws Exception {
        Bytes file = file(order, Bytes.EMPTY, Bytes.EMPTY);
        AssetMap map = Signed.map(FORMAT, file);
        Layout layout = FORMAT.layout(map, STORE.length());
        try (ByteSource preview = layout.preview(ByteSource.of(file), FORMAT.frame(map, STORE))) {
            assertThat(preview.read(0, (int) preview.size())).isEqualTo(Signed.with(FORMAT, file, STORE));
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void xmpThatGrowsMovesTheNumbersToo(ByteOrder order) throws Exception {
        Bytes xmp = JpegBytes.start()
                .segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>")
                .scan();
        Bytes file = file(order, Bytes.EMPTY, xmp.slice(2, xmp.length() - 18));
        PictureView view = new PictureView(ByteSource.of(file), Signed.map(FORMAT, file))
                .withXmp(Bytes.utf8("<x:xmpmeta>" + "longer ".repeat(300) + "</x:xmpmeta>"));
        Bytes longer = view.source().read(0, (int) view.source().size());
        assertThat(longer.length()).isGreaterThan(file.length() + 2000);
        requireRight(longer, order);
    }

    @Test
    void anUpdateThatWouldChangeSignedNumbersIsRefused() throws Exception {
        Bytes signed = Signed.with(FORMAT, file(ByteOrder.BIG_ENDIAN, Bytes.EMPTY, Bytes.EMPTY), Stores.ofSize(857));
        AssetMap map = Signed.map(FORMAT, signed);
        assertThat(FORMAT.layoutInPlace(map, 857).length()).isEqualTo(signed.length());
        assertThatExceptionOfType(ImmovableException.class)
                .isThrownBy(() -> FORMAT.layoutInPlace(map, 858))
                .withMessageContaining("hash of the signed file");
    }

    @Test
    void numbersThatMakeNoSenseStayAsTheyAre() throws Exception {
        Bytes file = file(ByteOrder.BIG_ENDIAN, Bytes.EMPTY, Bytes.EMPTY);
        int header = new Numbers(file, ByteOrder.BIG_ENDIAN).header();
        // The byte order, the place of the IFD, the number of entries, the place of the pictures, their sizes and
        // offsets.
        for (int[] change : new int[][] {
            {0, 0}, {4, 0x7fff}, {8, 0xff00}, {42, 0x7fff}, {42, 0}, {42, 4}, {38, 15}, {54, -1}, {74, -1}
        }) {
            ByteBuffer bytes = ByteBuffer.wrap(file.toArray()).putInt(header + change[0], change[1]);
            Bytes odd = Bytes.wrap(bytes.array());
            Bytes signed = Signed.with(FORMAT, odd, STORE);
            assertThat(Signed.without(FORMAT, signed)).isEqualTo(odd);
            if (change[1] == -1) {
                assertThat(new Numbers(signed, ByteOrder.BIG_ENDIAN).at(change[0]))
                        .isEqualTo(-1);
            }
        }
    }

    private static void requireRight(Bytes file, ByteOrder order) {
        Numbers numbers = new Numbers(file, order);
        assertThat(numbers.second()).isEqualTo(SECOND);
        assertThat(numbers.firstLength()).isEqualTo(file.length() - SECOND.length());
    }

    /** A file of two pictures, with segments before the one that has the numbers and after it. */
    private static Bytes file(ByteOrder order, Bytes before, Bytes after) throws IOException {
        Bytes first = first(order, before, after, 0, 0);
        int header = new Numbers(first, order).header();
        return Bytes.concat(first(order, before, after, first.length(), first.length() - header), SECOND);
    }

    private static Bytes first(ByteOrder order, Bytes before, Bytes after, int length, int offset) {
        return JpegBytes.start()
                .segment(0xe0, "JFIF\0\1\1\0\0\1\0\1\0\0")
                .segment(0xe1, "Exif\0\0II*\0")
                .raw(before.toArray())
                .segment(0xe2, JpegBytes.multiPicture(order, length, offset, SECOND.length()))
                .raw(after.toArray())
                .segment(0xdb, new byte[65])
                .scan();
    }
}
