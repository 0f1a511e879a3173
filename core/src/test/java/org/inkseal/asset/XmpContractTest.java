package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;
import org.inkseal.xmp.Xmp;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;
import org.inkseal.xmp.XmpPacket;
import org.inkseal.xmp.XmpProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every format that XMP is written into. */
class XmpContractTest {
    private static final XmpName OURS = XmpNamespace.PLUS.name("DataMining");

    static Stream<String> images() {
        return Stream.of(
                "photo.jpg",
                "phone.jpg",
                "progressive.jpg",
                "painting.png",
                "gray.png",
                "palette.png",
                "painting.webp",
                "lossless.webp",
                "extended.webp",
                "animated.webp",
                "painting.gif",
                "animated.gif",
                "painting.svg",
                "painting.jxl",
                "naked.jxl",
                "painting.tif",
                "big-endian.tif",
                "bigtiff.tif",
                "pages.tif",
                "painting.dng",
                "painting.heic",
                "painting.heif",
                "painting.avif",
                "sequence.avif",
                "film.mp4",
                "sound.m4a");
    }

    private static List<XmpProperty> fifty() {
        List<XmpProperty> properties = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            properties.add(XmpProperty.text(XmpNamespace.PHOTOSHOP.name("Foreign" + i), "value " + i));
        }
        return properties;
    }

    private static PictureView view(Bytes file) throws Exception {
        ByteSource source = ByteSource.of(file);
        return new PictureView(source, AssetFormats.detect(source).orElseThrow().map(source, Budget.standard()));
    }

    private static Bytes bytes(PictureView view) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        view.whole().writeTo(view.source(), Channels.newChannel(out), Bytes.EMPTY, Progress.NONE);
        return Bytes.wrap(out.toByteArray());
    }

    private static Bytes packet(PictureView view) throws Exception {
        return view.map()
                .format()
                .carriedXmp(view.source(), view.map(), Budget.standard())
                .packet()
                .orElseThrow();
    }

    private static Bytes ours(Bytes packet, String value) throws Exception {
        return XmpPacket.with(packet, List.of(XmpProperty.text(OURS, value)), Set.of());
    }

    private static Xmp xmp(PictureView view) throws Exception {
        return view.map().format().xmp(view.source(), view.map(), Budget.standard());
    }

    @ParameterizedTest
    @MethodSource("images")
    void aPacketGoesInAndCanBeChangedAndNothingIsLost(String name) throws Exception {
        PictureView original = view(Sample.image(name));
        PictureView first = view(bytes(original.withXmp(XmpPacket.of(fifty()))));
        assertThat(xmp(first).properties()).containsExactlyElementsOf(fifty());

        PictureView second = view(bytes(first.withXmp(ours(packet(first), "a longer value than none"))));
        assertThat(xmp(second).trouble()).isEmpty();
        assertThat(xmp(second).properties()).containsAll(fifty()).hasSize(51);
        assertThat(xmp(second).texts(OURS)).containsExactly("a longer value than none");

        PictureView same = second.withXmp(ours(packet(second), "a longer value than none"));
        assertThat(bytes(same)).as("doing it again changes nothing").isEqualTo(bytes(second));

        PictureView third = view(bytes(second.withXmp(ours(packet(second), "short"))));
        assertThat(xmp(third).texts(OURS)).containsExactly("short");
        assertThat(xmp(third).properties()).containsAll(fifty()).hasSize(51);

        PictureView fourth = view(bytes(third.withXmp(ours(packet(third), "long ".repeat(2000)))));
        assertThat(xmp(fourth).properties()).containsAll(fifty()).hasSize(51);
    }

    @ParameterizedTest
    @MethodSource("images")
    void aStoreGoesIntoTheFileWithXmpAndOutOfItAgain(String name) throws Exception {
        Bytes with = bytes(view(Sample.image(name)).withXmp(XmpPacket.of(fifty())));
        AssetFormat format = view(with).map().format();
        Bytes store = Stores.ofSize(3000);

        Bytes signed = Signed.with(format, with, store);
        assertThat(Signed.store(format, signed)).isEqualTo(store);
        assertThat(xmp(view(signed)).properties()).containsExactlyElementsOf(fifty());
        assertThat(Signed.without(format, signed)).isEqualTo(with);

        PictureView again = view(signed).withXmp(packet(view(signed)));
        assertThat(bytes(again)).as("without the store").isEqualTo(with);
    }

    @ParameterizedTest
    @MethodSource("images")
    void aViewReadsLikeTheFileThatItBecomes(String name) throws Exception {
        PictureView view = view(Sample.image(name)).withXmp(XmpPacket.of(fifty()));
        Bytes file = bytes(view);
        assertThat(view.source().size()).isEqualTo(file.length());
        assertThat(view.map().regions()).isEqualTo(view(file).map().regions());
        for (int at = 0; at < file.length(); at += 97) {
            int length = Math.min(131, file.length() - at);
            assertThat(view.source().read(at, length)).isEqualTo(file.slice(at, at + length));
        }
        assertThat(view.source().read(file.length(), ByteBuffer.allocate(1))).isEqualTo(-1);
    }

    @ParameterizedTest
    @MethodSource("images")
    void thePictureItselfStaysByteForByte(String name) throws Exception {
        PictureView original = view(Sample.image(name));
        PictureView with = original.withXmp(XmpPacket.of(fifty()));
        for (OffsetTable table : original.map().offsets()) {
            List<Bytes> before = targets(original, table);
            OffsetTable after = with.map().offsets().stream()
                    .filter(other -> other.width() == table.width() && other.count() == table.count())
                    .filter(other -> sameTargets(with, other, before))
                    .findFirst()
                    .orElseThrow();
            assertThat(after.stride()).isEqualTo(table.stride());
        }
    }

    private static boolean sameTargets(PictureView view, OffsetTable table, List<Bytes> wanted) {
        try {
            return targets(view, table).equals(wanted);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Bytes> targets(PictureView view, OffsetTable table) throws Exception {
        List<Range> ranges = new ArrayList<>();
        table.visit(view.source(), (target, length) -> ranges.add(new Range(target, length)));
        List<Bytes> bytes = new ArrayList<>();
        for (Range range : ranges) {
            bytes.add(view.source().read(range.start(), (int) range.length()));
        }
        return bytes;
    }

    @Test
    void handMadeItemsTakeAPacket() throws Exception {
        String old = "<rdf:RDF><rdf:Description dc:source='here'/></rdf:RDF>" + " ".repeat(40);
        for (String where : List.of(BmffItemBytes.IN_FILE, BmffItemBytes.IN_META)) {
            PictureView picture = view(BmffItemBytes.picture(where, old));
            PictureView small = view(bytes(picture.withXmp(Bytes.utf8("<rdf:RDF/>"))));
            assertThat(packet(small).length()).as(where).isEqualTo(old.length());
            assertThat(small.source().size()).isEqualTo(picture.source().size());
        }
        PictureView picture = view(BmffItemBytes.picture(BmffItemBytes.IN_FILE, old));
        PictureView large = view(bytes(picture.withXmp(XmpPacket.of(fifty()))));
        assertThat(xmp(large).properties()).containsExactlyElementsOf(fifty());
        assertThat(new String(bytes(large).toArray(), StandardCharsets.ISO_8859_1).split("dc:source='here'"))
                .as("once in idat, where no item is")
                .hasSize(2);
        PictureView larger = view(bytes(large.withXmp(ours(packet(large), "x".repeat(500)))));
        assertThat(larger.source().size() - large.source().size())
                .as("the packet at the end is replaced")
                .isEqualTo(packet(larger).length() - packet(large).length());
    }

    @Test
    void anItemThatCannotBeChangedIsRefused() throws Exception {
        String old = "<rdf:RDF/>";
        for (String where :
                List.of(BmffItemBytes.IN_META, BmffItemBytes.SPLIT, BmffItemBytes.IN_ITEM, BmffItemBytes.BEHIND)) {
            PictureView picture = view(BmffItemBytes.picture(where, old));
            assertThatThrownBy(() -> picture.withXmp(XmpPacket.of(fifty())))
                    .as(where)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFilmWithoutAPlaceForXmpIsRefused() throws Exception {
        PictureView film = view(Sample.image("film.mov"));
        assertThatThrownBy(() -> film.withXmp(XmpPacket.of(fifty()))).isInstanceOf(IllegalArgumentException.class);
    }
}
