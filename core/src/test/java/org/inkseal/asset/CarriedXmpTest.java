package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.Limits;
import org.inkseal.xmp.XmpNamespace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CarriedXmpTest {
    private static final String PACKET = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description"
            + " dc:source='here'/></rdf:RDF></x:xmpmeta>";

    private static CarriedXmp carried(Bytes file, Budget budget) throws Exception {
        ByteSource source = ByteSource.of(file);
        AssetMap map = AssetFormats.detect(source).orElseThrow().map(source, Budget.standard());
        return map.format().carriedXmp(source, map, budget);
    }

    private static CarriedXmp carried(Bytes file) throws Exception {
        return carried(file, Budget.standard());
    }

    static List<Bytes> files() throws IOException {
        return List.of(
                JpegBytes.start()
                        .segment(0xe1, "http://ns.adobe.com/xap/1.0/\0" + PACKET)
                        .scan(),
                PngBytes.start()
                        .chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + PACKET)
                        .end(),
                png(deflated(PACKET)),
                BmffItemBytes.picture(BmffItemBytes.IN_FILE, PACKET),
                BmffItemBytes.picture(BmffItemBytes.IN_META, PACKET));
    }

    private static Bytes png(byte[] deflated) {
        return PngBytes.start()
                .chunk("iTXt", "XML:com.adobe.xmp\0\1\0\0\0" + new String(deflated, StandardCharsets.ISO_8859_1))
                .end();
    }

    private static byte[] deflated(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("files")
    void packetIsFoundAndRead(Bytes file) throws Exception {
        assertThat(carried(file)).isEqualTo(CarriedXmp.of(Bytes.utf8(PACKET)));
        ByteSource source = ByteSource.of(file);
        AssetMap map = AssetFormats.detect(source).orElseThrow().map(source, Budget.standard());
        assertThat(map.format().xmp(source, map, Budget.standard()).text(XmpNamespace.DC.name("source")))
                .contains("here");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aPacketThatIsTooLargeIsNotRead(Bytes file) throws Exception {
        int most = PACKET.length();
        assertThat(carried(file, new Budget(Limits.standard().with(Limit.XMP_BYTES, most)))
                        .packet())
                .isPresent();
        CarriedXmp none = carried(file, new Budget(Limits.standard().with(Limit.XMP_BYTES, most - 1)));
        assertThat(none.packet()).isEmpty();
        assertThat(none.obstacle()).isPresent();
    }

    @Test
    void aBombOfXmpIsNotInflated() throws Exception {
        assertThat(carried(png(deflated(" ".repeat(2 << 20)))).obstacle().orElseThrow())
                .contains("inflated");
        assertThat(carried(png(new byte[] {1, 2, 3})).obstacle()).isPresent();
        assertThat(carried(png(new byte[0])).obstacle()).isPresent();
    }

    @Test
    void anItemInSeveralPiecesOrElsewhereIsNamed() throws Exception {
        for (String where : List.of(BmffItemBytes.SPLIT, BmffItemBytes.IN_ITEM, BmffItemBytes.BEHIND)) {
            CarriedXmp none = carried(BmffItemBytes.picture(where, PACKET));
            assertThat(none.packet()).as(where).isEmpty();
            assertThat(none.obstacle()).as(where).isPresent();
        }
    }

    @Test
    void xmpCompressedWithBrotliIsNamed() throws Exception {
        assertThat(carried(Sample.image("photo.jxl")).obstacle().orElseThrow()).contains("Brotli");
    }

    @Test
    void aFileWithoutXmpHasNone() throws Exception {
        for (String name : List.of("painting.png", "painting.heic", "painting.gif", "painting.jxl", "film.mp4")) {
            assertThat(carried(Sample.image(name))).as(name).isEqualTo(CarriedXmp.NONE);
        }
    }
}
