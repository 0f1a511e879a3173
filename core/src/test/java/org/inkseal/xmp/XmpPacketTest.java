package org.inkseal.xmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmpPacketTest {
    private static final String URL = "https://example.org/a.c2pa?x=1&y='2'";
    private static final String NODE = "<rdf:Description rdf:about=\"\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
            + " dcterms:provenance=\"https://example.org/a.c2pa?x=1&amp;y='2'\"/>";
    private static final String DECLARED = " xmlns:dcterms=\"http://purl.org/dc/terms/\"";
    private static final String RDF = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
            + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">";
    private static final String END = "</rdf:RDF></x:xmpmeta>";

    private static Bytes set(Bytes packet) throws MalformedException {
        return XmpPacket.with(packet, List.of(XmpProperty.text(XmpName.PROVENANCE, URL)), Set.of());
    }

    private static String with(String packet) throws MalformedException {
        Bytes changed = set(Bytes.utf8(packet));
        assertThat(XmpProvenance.find(changed, Budget.standard())).contains(URL);
        assertThat(Xmp.read(changed, Budget.standard()).texts(XmpName.PROVENANCE))
                .containsExactly(URL);
        assertThat(set(changed)).as("setting it again changes nothing").isEqualTo(changed);
        return changed.text().orElseThrow();
    }

    @Test
    void aNewPacketHasThePropertyAndIsOneThatCanBeChanged() throws Exception {
        Bytes packet = XmpPacket.of(List.of(XmpProperty.text(XmpName.PROVENANCE, URL)));

        assertThat(XmpProvenance.find(packet, Budget.standard())).contains(URL);
        assertThat(with(packet.text().orElseThrow())).isEqualTo(packet.text().orElseThrow());
    }

    @Test
    void thePropertyIsAddedAndTheRestKept() throws Exception {
        String packet = RDF
                + "<rdf:Description rdf:about='' xmlns:dc='d'  dc:a=\"x\" ><dc:b>é</dc:b></rdf:Description>\n" + END;

        assertThat(with(packet)).isEqualTo(packet.replace(END, NODE + END));
    }

    @Test
    void anAttributeIsReplaced() throws Exception {
        String packet =
                RDF + "<rdf:Description" + DECLARED + " dcterms:provenance='http://old/' dcterms:x=\"1\"/>" + END;

        assertThat(with(packet)).isEqualTo(RDF + "<rdf:Description" + DECLARED + " dcterms:x=\"1\"/>" + NODE + END);
    }

    @Test
    void anElementIsReplacedWhateverItsPrefixAndForm() throws Exception {
        for (String old :
                new String[] {"<t:provenance>http://old/</t:provenance>", "<t:provenance rdf:resource=\"http://old/\"/>"
                }) {
            String packet = RDF + "<rdf:Description xmlns:t=\"http://purl.org/dc/terms/\"><t:a>1</t:a>" + old
                    + "<t:b>2</t:b></rdf:Description>" + END;

            assertThat(with(packet)).doesNotContain("old").contains("<t:a>1</t:a><t:b>2</t:b>", NODE);
        }
    }

    @Test
    void aNodeThatLosesEverythingGoesAndOneThatHadNothingStays() throws Exception {
        String lone = "<rdf:Description rdf:about=''" + DECLARED + ">\n<dcterms:provenance>o</dcterms:provenance>\n"
                + "</rdf:Description>";
        String empty = "<rdf:Description rdf:about=''/>";

        assertThat(with(RDF + lone + empty + END)).isEqualTo(RDF + empty + NODE + END);
    }

    @Test
    void everyNodeOfThePictureLosesTheOldValueAndOthersKeepTheirs() throws Exception {
        String packet = RDF + "<rdf:Description><a><rdf:Description x:y=\"kept\"/></a></rdf:Description>"
                + "<rdf:Description" + DECLARED + " dcterms:provenance=\"http://old/\"/>"
                + "<rdf:Description rdf:about='http://first/'><b/></rdf:Description>"
                + "<rdf:Description rdf:about='http://other/' xmlns:t='http://purl.org/dc/terms/' t:provenance='stays'/>"
                + END;

        assertThat(with(packet))
                .contains("kept", "t:provenance='stays'", "<rdf:Description rdf:about=\"http://first/\" xmlns:dcterms")
                .doesNotContain("old");
    }

    @Test
    void aGraphWithoutNodesGetsOne() throws Exception {
        assertThat(with(RDF + END)).isEqualTo(RDF + NODE + END);
        assertThat(with("<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>"))
                .isEqualTo("<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>" + NODE + "</r:RDF>");
        assertThat(with("<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:rdf='other'></r:RDF>"))
                .contains(" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"");
    }

    @Test
    void paddingIsUsedSoThatThePacketKeepsItsLength() throws Exception {
        String packet = "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>" + RDF + "<rdf:Description/>" + END
                + (" ".repeat(99) + "\n").repeat(20) + "<?xpacket end='w'?>";

        assertThat(with(packet)).hasSameSizeAs(packet).endsWith(" <?xpacket end='w'?>");
    }

    @Test
    void paddingMakesAPacketLonger() {
        for (String packet : List.of("<?xpacket begin=''?><a/><?xpacket end='w'?>", "<a/>")) {
            Bytes padded = XmpPacket.padded(Bytes.utf8(packet), 100);

            assertThat(padded.length()).isEqualTo(100);
            assertThat(padded.text().orElseThrow().replace(" ", "")).isEqualTo(packet.replace(" ", ""));
        }
        assertThatThrownBy(() -> XmpPacket.padded(Bytes.utf8("<a/>"), 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPacketWithoutItsMarksIsAnElement() {
        Bytes packet = XmpPacket.of(List.of(XmpProperty.text(XmpName.PROVENANCE, URL)));

        assertThat(XmpPacket.bare(packet).text().orElseThrow())
                .startsWith("<x:xmpmeta")
                .endsWith("</x:xmpmeta>");
        assertThat(XmpPacket.bare(Bytes.utf8("<a/>"))).isEqualTo(Bytes.utf8("<a/>"));
    }

    @Test
    void everyKindOfValueIsReadAsItWasWritten() throws Exception {
        XmpValue text = new XmpValue.Text("a \"b\" <&>\n\té", "");
        XmpValue fields = new XmpValue.Fields(
                List.of(XmpProperty.text(XmpNamespace.PLUS.name("LicensorURL"), "https://a.example/?a=1&b=2")), "");
        List<XmpProperty> properties = List.of(
                new XmpProperty(XmpNamespace.TC260.name("AIGC"), text),
                XmpProperty.text(XmpNamespace.DC.name("source"), "tab\tand\nline"),
                new XmpProperty(
                        XmpNamespace.DC.name("title"),
                        new XmpValue.Items(
                                XmpValue.Order.ALTERNATIVES,
                                List.of(new XmpValue.Text("x", "x-default"), new XmpValue.Text("y", "de")))),
                new XmpProperty(
                        XmpNamespace.PLUS.name("Licensor"),
                        new XmpValue.Items(XmpValue.Order.SEQUENCE, List.of(fields))),
                new XmpProperty(
                        XmpNamespace.RSL.name("rsl"),
                        new XmpValue.Fields(
                                List.of(new XmpProperty(
                                        XmpNamespace.RSL.name("content"),
                                        new XmpValue.Fields(
                                                List.of(
                                                        XmpProperty.text(new XmpName("", "url"), "u"),
                                                        XmpProperty.text(XmpNamespace.RSL.name("license"), "l")),
                                                ""))),
                                "")));

        for (Bytes packet :
                List.of(XmpPacket.of(properties), XmpPacket.with(Bytes.utf8(RDF + END), properties, Set.of()))) {
            Xmp xmp = Xmp.read(packet, Budget.standard());
            assertThat(xmp.trouble()).isEmpty();
            assertThat(xmp.properties()).containsExactlyInAnyOrderElementsOf(properties);
        }
    }

    @Test
    void whatXmlCannotHoldIsReplaced() {
        Bytes packet =
                XmpPacket.of(List.of(XmpProperty.text(XmpNamespace.DC.name("source"), "a\0b\u001bc\ufffe\ud800d")));

        assertThat(Xmp.read(packet, Budget.standard()).text(XmpNamespace.DC.name("source")))
                .contains("a\ufffdb\ufffdc\ufffd\ufffdd");
    }

    @Test
    void propertiesThatGoAreGone() throws Exception {
        Bytes packet =
                Bytes.utf8(RDF + "<rdf:Description" + DECLARED + " dcterms:a='1' dcterms:provenance='2'/>" + END);

        assertThat(XmpPacket.with(packet, List.of(), Set.of(XmpName.PROVENANCE))
                        .text()
                        .orElseThrow())
                .isEqualTo(RDF + "<rdf:Description" + DECLARED + " dcterms:a='1'/>" + END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<!DOCTYPE x [<!ENTITY a 'b'>]>RDF<rdf:Description/>END",
                "RDF<rdf:Description>END",
                "RDF</rdf:Description>END",
                "RDF<rdf:Description/>",
                "RDF<rdf:Description a=b/>END",
                "RDF<rdf:Description a='<'/>END",
                "RDF<rdf:Description a/>END",
                "RDF<rdf:Description a='b'c='d'/>END",
                "RDF<rdf:Description <a/>END",
                "RDF<!-- END",
                "RDF<rdf:Description xmlns:n='http://ns.adobe.com/xmp/note/' n:HasExtendedXMP='0'/>END",
                "RDF<rdf:Description xmlns:n='http://ns.adobe.com/xmp/note/'><n:HasExtendedXMP/></rdf:Description>END",
                "<rdf:RDF xmlns:rdf='other'></rdf:RDF>",
                "RDFRDFEND",
                "RDF<rdf:Description a='b' a='c'/>END",
                "RDF<rdf:Description rdf:about='https://\u0000example.com'/>END",
                "RDF<rdf:Description about='\u0001'/>END",
                "RDF<rdf:Description rdf:about='&#xfffe;'/>END",
            })
    void aPacketThatIsNotUnderstoodWholeIsNotChanged(String packet) {
        Bytes bytes = Bytes.utf8(packet.replace("RDF<", RDF + "<")
                .replace("RDFRDF", RDF + END + RDF)
                .replace("END", END));

        assertThatThrownBy(() -> set(bytes))
                .isInstanceOf(MalformedException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void aPacketThatIsNotUtf8IsNotChanged() {
        Bytes packet = Bytes.concat(Bytes.utf8(RDF + END), Bytes.wrap(new byte[] {(byte) 0xff}));

        assertThatThrownBy(() -> set(packet)).hasMessageContaining("UTF-8");
    }

    @Test
    void damagedPacketsAreChangedOrRefusedButNeverAnythingElse() {
        long seed = new Random().nextLong();
        System.out.println("XmpPacketTest seed " + seed);
        Random random = new Random(seed);
        byte[] good = (RDF + "<rdf:Description" + DECLARED + " a='1'><dcterms:provenance>u</dcterms:provenance>"
                        + "</rdf:Description>" + END)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String letters = "<>/='\"& x!-?:";
        int changed = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = good.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) letters.charAt(random.nextInt(letters.length()));
            }
            try {
                set(Bytes.wrap(bytes));
                changed++;
            } catch (MalformedException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(changed).isBetween(1, 4_999);
    }
}
