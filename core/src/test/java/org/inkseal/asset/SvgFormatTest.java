package org.inkseal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.Limits;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgFormatTest {
    private static final SvgFormat FORMAT = new SvgFormat();
    private static final Bytes STORE = Stores.ofSize(857);
    private static final String BASE64 = Base64.getEncoder().encodeToString(STORE.toArray());
    private static final String TAG = "<c2pa:manifest xmlns:c2pa=\"http://c2pa.org/manifest\">";
    private static final String ELEMENT = TAG + BASE64 + "</c2pa:manifest>";

    @Test
    void storeStandsInAMetadataElementOfItsOwn() throws Exception {
        Bytes signed = Signed.with(FORMAT, Bytes.utf8("<svg a='b'><g/></svg>"), STORE);
        assertThat(signed).isEqualTo(Bytes.utf8("<svg a='b'><metadata>" + ELEMENT + "</metadata><g/></svg>"));
        Carrier carrier = Signed.map(FORMAT, signed).carrier().orElseThrow();
        assertThat(carrier.extent().length()).isEqualTo(1144);
        assertThat(carrier.extent().start()).isEqualTo(11L + "<metadata>".length() + TAG.length());
    }

    @Test
    void storeStandsInTheLastMetadataElementOfTheRoot() throws Exception {
        String file =
                "<svg><metadata>a</metadata><g><metadata>b</metadata></g><metadata x='y'>c</metadata><metadata/></svg>";
        assertThat(Signed.with(FORMAT, Bytes.utf8(file), STORE))
                .isEqualTo(Bytes.utf8(file.replace("'y'>", "'y'>" + ELEMENT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg/>",
                "<svg />",
                "<svg></svg>",
                "<svg></svg >",
                "<svg><metadata></metadata></svg>",
                "<svg><metadata ></metadata></svg>",
                "<svg><metadata ></metadata ></svg>",
                "<svg><metadata/></svg>",
                "<svg><metadata><!--x--></metadata></svg>",
                "<svg><metadata> </metadata></svg>",
                "<svg><metadata></metadata><metadata></metadata></svg>",
                "<svg><metadata >a</metadata></svg>",
                "<svg>\n  <metadata>\n    <a/>\n  </metadata>\n</svg>\n",
                "<?xml version='1.0' encoding='ISO-8859-1'?><!--<svg/>--><svg><a b='>'/></svg><!--end--> <?end?>",
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg/>",
                "\uFEFF<svg><g/></svg>"
            })
    void originalComesBackByteForByte(String text) throws Exception {
        Bytes file = Bytes.utf8(text);
        for (int size : new int[] {855, 856, 857}) {
            Bytes signed = Signed.with(FORMAT, file, Stores.ofSize(size));
            assertThat(Signed.store(FORMAT, signed)).isEqualTo(Stores.ofSize(size));
            assertThat(Signed.without(FORMAT, signed)).isEqualTo(file);
            Bytes again = Signed.with(FORMAT, signed, STORE);
            assertThat(again).isEqualTo(Signed.with(FORMAT, file, STORE));
            Bytes twice = Doubled.file(FORMAT, signed);
            assertThat(Signed.map(FORMAT, twice).carriers()).hasSize(2);
            assertThat(Signed.without(FORMAT, twice)).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><!--<metadata>%s</metadata>--></svg>",
                "<svg><![CDATA[<metadata>%s</metadata>]]></svg>",
                "<svg><?p <metadata>%s</metadata>?></svg>",
                "<svg><style>/*</style></svg><!--%s-->"
            })
    void whatOnlyLooksLikeAnElementIsNone(String text) throws Exception {
        AssetMap map = Signed.map(FORMAT, Bytes.utf8(String.format(text, ELEMENT)));
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).isEmpty();
    }

    @Test
    void whiteSpaceAroundAndInTheBase64IsAllowed() throws Exception {
        String broken = BASE64.substring(0, 76) + "\r\n\t" + BASE64.substring(76);
        Bytes file = Bytes.utf8("<svg><metadata>\n<c2pa:manifest>\n " + broken + "\n</c2pa:manifest></metadata></svg>");
        assertThat(Signed.store(FORMAT, file)).isEqualTo(STORE);
        assertThat(Signed.map(FORMAT, file).carrier().orElseThrow().extent().length())
                .isEqualTo(broken.length());
        assertThat(Signed.without(FORMAT, file)).isEqualTo(Bytes.utf8("<svg><metadata>\n</metadata></svg>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<metadata><c2pa:manifest/></metadata>",
                "<metadata><c2pa:manifest></c2pa:manifest></metadata>",
                "<metadata><c2pa:manifest>QUJD!</c2pa:manifest></metadata>",
                "<metadata><c2pa:manifest>QUJDR</c2pa:manifest></metadata>",
                "<metadata><c2pa:manifest>QUI=QUJD</c2pa:manifest></metadata>",
                "<metadata><c2pa:manifest>QUJ=</c2pa:manifest></metadata>",
                "<metadata><c2pa:manifest>QR==</c2pa:manifest></metadata>",
                "<metadata><c2pa:manifest>Q===</c2pa:manifest></metadata>",
                "<metadata><c2pa:manifest>QU<!---->JD</c2pa:manifest></metadata>",
                "<metadata><c2pa:manifest><![CDATA[QUJD]]></c2pa:manifest></metadata>",
                "<metadata><c2pa:manifest>QUJ&#68;</c2pa:manifest></metadata>",
                "<metadata><c2pa:manifest>QUJD<g>x</g></c2pa:manifest></metadata>",
                "<metadata><g><c2pa:manifest>QUJD</c2pa:manifest></g></metadata>",
                "<c2pa:manifest>QUJD</c2pa:manifest>",
                "<g><metadata><c2pa:manifest>QUJD</c2pa:manifest></metadata></g>"
            })
    void elementThatIsNoStoreIsAFaultAndGoesWhenStripped(String content) throws Exception {
        Bytes file = Bytes.utf8("<svg>" + content + "</svg>");
        AssetMap map = Signed.map(FORMAT, file);
        assertThat(map.carriers()).isEmpty();
        assertThat(map.faults()).hasSize(1);
        assertThat(map.faults().get(0).message()).contains("c2pa:manifest");
        assertThat(new String(Signed.without(FORMAT, file).toArray(), StandardCharsets.UTF_8))
                .doesNotContain("manifest");
        assertThat(Signed.store(FORMAT, Signed.with(FORMAT, file, STORE))).isEqualTo(STORE);
    }

    @Test
    void nothingInADrawingMayBeLeftOutOfAHash() throws Exception {
        assertThat(Signed.map(FORMAT, Sample.fullSvg()).regions())
                .allMatch(region -> region.kind() == Region.Kind.CONTENT);
    }

    @Test
    void xmpIsFoundInMetadataOnly() throws Exception {
        Bytes file = Sample.fullSvg();
        var range = Signed.map(FORMAT, file).xmp().orElseThrow();
        assertThat(file.slice((int) range.start(), (int) range.end()))
                .isEqualTo(Bytes.utf8("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><a/></x:xmpmeta>"));
        assertThat(Signed.map(FORMAT, Bytes.utf8("<svg><x:xmpmeta/></svg>")).xmp())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg>",
                "<svg",
                "<svg></g>",
                "<svg><g></svg>",
                "<svg></svg></svg>",
                "<svg/><svg/>",
                "<svg/>text",
                "text<svg/>",
                "<html/>",
                "<svg a></svg>",
                "<svg a=b></svg>",
                "<svg a='b'c='d'></svg>",
                "<svg a='<'></svg>",
                "<svg / ></svg>",
                "<svg><!--a--b--></svg>",
                "<svg><!-- </svg>",
                "<svg><![CDATA[ </svg>",
                "<svg><!ENTITY a 'b'></svg>",
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>",
                "<svg><!DOCTYPE svg></svg>",
                "<?xml version='1.0' encoding='UTF-7'?><svg/>",
                "<?xml version='1.0' encoding='ISO-2022-JP'?><svg/>",
                "<svg><></svg>",
                ""
            })
    void documentThatOthersCouldReadInAnotherWayIsMalformed(String text) {
        requireMalformed(Bytes.utf8(text));
    }

    @Test
    void wideEncodingsAreRecognisedAndRefused() {
        for (var charset : new java.nio.charset.Charset[] {StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE}) {
            Bytes file = Bytes.wrap("\uFEFF<?xml version='1.0'?><svg/>".getBytes(charset));
            assertThat(FORMAT.sniff(file)).isTrue();
            assertThatExceptionOfType(MalformedException.class)
                    .isThrownBy(() -> Signed.map(FORMAT, file))
                    .withMessageContaining("UTF-16");
        }
    }

    @Test
    void otherMarkupIsNoSvg() {
        for (String text : new String[] {"<svgx/>", "<html><svg/></html>", "<!DOCTYPE html><svg/>", "svg", "<!--"}) {
            assertThat(FORMAT.sniff(Bytes.utf8(text))).as(text).isFalse();
        }
    }

    @Test
    void depthIsLimited() throws Exception {
        Budget three = new Budget(Limits.standard().with(Limit.XML_DEPTH, 3));
        Bytes atLimit = Bytes.utf8("<svg><a><b/></a></svg>");
        assertThat(FORMAT.map(ByteSource.of(atLimit), three).regions()).isNotEmpty();
        requireLimit(Bytes.utf8("<svg><a><b><c/></b></a></svg>"), three, Limit.XML_DEPTH);
    }

    @Test
    void storeAboveTheLimitIsNotRead() throws Exception {
        Budget small = new Budget(Limits.standard().with(Limit.STORE_BYTES, 856));
        requireLimit(Signed.with(FORMAT, Sample.fullSvg(), STORE), small, Limit.STORE_BYTES);
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
