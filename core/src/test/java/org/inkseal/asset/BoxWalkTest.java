package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoxWalkTest {
    private static final Bytes JPEG_HEAD = hex("ffd8 ffe0 0004 0000 fffe 0003 41 ffda 0003 01");

    static java.util.stream.Stream<Sample> samples() throws java.io.IOException {
        return Sample.all().filter(sample -> sample.format().hasNamedBoxes());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theBoxesOfASignedFileFollowEachOtherFromItsStartToItsEnd(Sample sample) throws Exception {
        Bytes signed = Signed.with(sample.format(), sample.bytes(), Stores.ofSize(70_000));
        AssetMap map = Signed.map(sample.format(), signed);

        long at = 0;
        int stores = 0;
        for (NamedBox box : boxes(sample.format(), signed, Set.of())) {
            assertThat(box.range().start()).isGreaterThanOrEqualTo(at);
            assertThat(box.range().covers(box.payload())).isTrue();
            assertThat(box.name()).hasSizeBetween(1, 10);
            for (long gap = at; gap < box.range().start(); gap++) {
                assertThat(signed.unsigned((int) gap)).as("fill byte at " + gap).isEqualTo(0xff);
            }
            at = box.range().end();
            if (box.name().equals(NamedBox.STORE)) {
                stores++;
                assertThat(box.kind()).isEqualTo(Region.Kind.CARRIER);
                assertThat(box.range().covers(map.carrier().orElseThrow().extent()))
                        .isTrue();
            }
        }
        assertThat(at).isEqualTo(signed.length());
        assertThat(stores).isEqualTo(1);
    }

    @Test
    void everyChunkOfAPngIsABoxOfItsOwn() throws Exception {
        Bytes file = Bytes.concat(
                hex("89504e470d0a1a0a"),
                hex("0000000d 49484452 00000001 00000001 08 00 00 00 00 00000000"),
                hex("00000000 49444154 00000000 00000001 49444154 00 00000000"),
                hex("00000000 74455874 00000000 00000000 49454e44 00000000 0102"));

        List<NamedBox> boxes = boxes(new PngFormat(), file, Set.of());

        assertThat(boxes)
                .extracting(NamedBox::name)
                .containsExactly("PNGh", "IHDR", "IDAT", "IDAT", "tEXt", "IEND", "c2pa.after");
        assertThat(boxes.get(4).kind()).isEqualTo(Region.Kind.METADATA);
        assertThat(boxes.get(3).kind()).isEqualTo(Region.Kind.CONTENT);
        assertThat(boxes.get(6).range().length()).isEqualTo(2);
    }

    @Test
    void restartsAreBoxesUnlessAHashListsNone() throws Exception {
        Bytes file = Bytes.concat(JPEG_HEAD, hex("11 ff00 22 ffd0 33 ffd1 44 ffd9"));

        assertThat(names(file, Set.of("SOS"))).containsExactly("SOI", "APP0", "COM", "SOS", "EOI");
        assertThat(names(file, Set.of())).containsExactly("SOI", "APP0", "COM", "SOS", "RST0", "RST1", "EOI");
        assertThat(names(file, Set.of("SOS", "RST0")))
                .containsExactly("SOI", "APP0", "COM", "SOS", "RST0", "RST1", "EOI");
    }

    @Test
    void aSecondScanAndItsTablesAreBoxes() throws Exception {
        Bytes file = Bytes.concat(JPEG_HEAD, hex("11 ffff ffc4 0003 00 ffda 0003 02 22 ffd9"));

        assertThat(names(file, Set.of())).containsExactly("SOI", "APP0", "COM", "SOS", "DHT", "SOS", "EOI");
    }

    @Test
    void aPictureAfterThePictureIsGoneThroughOrIsAllThatFollows() throws Exception {
        Bytes file = Bytes.concat(JPEG_HEAD, hex("11 ffd9 ffd8 ffeb 0004 0000 ffda 0003 01 22 ffd9"));

        assertThat(names(file, Set.of()))
                .containsExactly("SOI", "APP0", "COM", "SOS", "EOI", "SOI", "APP11", "SOS", "EOI");
        assertThat(names(file, Set.of("c2pa.after"))).containsExactly("SOI", "APP0", "COM", "SOS", "EOI", "c2pa.after");
    }

    @Test
    void anythingElseAfterThePictureIsOneBox() throws Exception {
        Bytes file = Bytes.concat(JPEG_HEAD, hex("11 ffd9 504b0304"));

        assertThat(names(file, Set.of())).containsExactly("SOI", "APP0", "COM", "SOS", "EOI", "c2pa.after");
    }

    @Test
    void aScanLongerThanTheBufferIsOneBox() throws Exception {
        byte[] scan = new byte[200_000];
        for (int i = 0; i + 1 < scan.length; i += 3) {
            scan[i] = (byte) 0xff;
        }
        Bytes file = Bytes.concat(JPEG_HEAD, Bytes.wrap(scan), hex("ffd9"));

        List<NamedBox> boxes = boxes(new JpegFormat(), file, Set.of());

        assertThat(boxes).extracting(NamedBox::name).containsExactly("SOI", "APP0", "COM", "SOS", "EOI");
        assertThat(boxes.get(4).range().start()).isEqualTo(file.length() - 2);
    }

    @Test
    void everyBlockOfAGifIsABoxWithItsColourTable() throws Exception {
        List<NamedBox> boxes = boxes(new GifFormat(), Sample.fullGif(), Set.of());

        assertThat(boxes)
                .extracting(NamedBox::name)
                .containsExactly(
                        "GIF89a",
                        "LSD",
                        "21FF",
                        "21FE",
                        "21FF",
                        "21F9",
                        "2C",
                        "TBID",
                        "2101",
                        "21F9",
                        "2C",
                        "TBID",
                        "21FE",
                        "3B",
                        "c2pa.after");
        assertThat(boxes.get(1).range()).isEqualTo(new Range(6, 7 + 6));
        assertThat(boxes.get(6).range().length()).isEqualTo(10 + 6);
        assertThat(boxes)
                .filteredOn(box -> box.kind() == Region.Kind.METADATA)
                .extracting(NamedBox::name)
                .containsExactly("21FE", "21FF", "21FE");
    }

    @Test
    void everyChunkOfAWebpIsABoxWithItsPadByteAndAListGoesByItsKind() throws Exception {
        Bytes file = WebpBytes.start()
                .chunk("VP8L", "odd")
                .chunk("LIST", "INFOwhat it is")
                .chunk("EXIF", "II*")
                .end();

        List<NamedBox> boxes = boxes(new WebpFormat(), Bytes.concat(file, hex("0102")), Set.of());

        assertThat(boxes).extracting(NamedBox::name).containsExactly("WEBP", "VP8L", "INFO", "EXIF", "c2pa.after");
        assertThat(boxes.get(0).range()).isEqualTo(new Range(0, 12));
        assertThat(boxes.get(1).range()).isEqualTo(new Range(12, 12));
        assertThat(boxes.get(3).payload().length()).isEqualTo(3);
    }

    @Test
    void nothingButAZeroFollowsTheStoreOfAWebp() throws Exception {
        byte[] signed = Signed.with(new WebpFormat(), Sample.image("painting.webp"), Stores.ofSize(857))
                .toArray();
        signed[signed.length - 1] = 1;

        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> boxes(new WebpFormat(), Bytes.wrap(signed), Set.of()))
                .withMessageContaining("pad byte");
    }

    @Test
    void aListThatCallsItselfAStoreIsNone() throws Exception {
        Bytes file = WebpBytes.start().chunk("VP8L", "x").chunk("LIST", "C2PA").end();

        assertThat(boxes(new WebpFormat(), file, Set.of()))
                .extracting(NamedBox::kind)
                .doesNotContain(Region.Kind.CARRIER);
    }

    private static Bytes hex(String digits) {
        return Bytes.wrap(Hex.bytes(digits));
    }

    private static List<String> names(Bytes file, Set<String> listed) throws Exception {
        return boxes(new JpegFormat(), file, listed).stream()
                .map(NamedBox::name)
                .toList();
    }

    private static List<NamedBox> boxes(AssetFormat format, Bytes file, Set<String> listed) throws Exception {
        BoxWalk walk = format.boxes(ByteSource.of(file), Signed.map(format, file), listed)
                .orElseThrow();
        List<NamedBox> boxes = new ArrayList<>();
        for (Optional<NamedBox> box = walk.next(); box.isPresent(); box = walk.next()) {
            boxes.add(box.get());
        }
        return boxes;
    }
}
