package org.inkseal.xmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmpPacketTest {
    private static final String URL = "https://example.org/a.c2pa?x=1&y='2'";
    private static final String SET = "dcterms:provenance=\"https://example.org/a.c2pa?x=1&amp;y='2'\"";
    private static final String DECLARED = " xmlns:dcterms=\"http://purl.org/dc/terms/\"";
    private static final String RDF = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
            + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">";
    private static final String END = "</rdf:RDF></x:xmpmeta>";

    private static String with(String packet) throws MalformedException {
        Bytes changed = XmpPacket.with(Bytes.utf8(packet), XmpName.PROVENANCE, URL);
        assertThat(XmpProvenance.find(changed)).contains(URL);
        assertThat(XmpPacket.with(changed, XmpName.PROVENANCE, URL))
                .as("setting it again changes nothing but its place")
                .satisfies(again -> assertThat(XmpProvenance.find(again)).contains(URL))
                .extracting(Bytes::length)
                .isEqualTo(changed.length());
        return changed.text().orElseThrow();
    }

    @Test
    void aNewPacketHasThePropertyAndIsOneThatCanBeChanged() throws Exception {
        Bytes packet = XmpPacket.of(XmpName.PROVENANCE, URL);

        assertThat(XmpProvenance.find(packet)).contains(URL);
        assertThat(with(packet.text().orElseThrow())).contains(SET);
    }

    @Test
    void thePropertyIsAddedAndTheRestKept() throws Exception {
        String packet =
                RDF + "<rdf:Description rdf:about='' xmlns:dc='d'  dc:a=\"<!\" ><dc:b>é</dc:b></rdf:Description>" + END;
        packet = packet.replace("<!", "x");

        assertThat(with(packet))
                .isEqualTo(packet.replace("<rdf:Description", "<rdf:Description" + DECLARED + " " + SET));
    }

    @Test
    void anAttributeIsReplaced() throws Exception {
        String packet =
                RDF + "<rdf:Description" + DECLARED + " dcterms:provenance='http://old/' dcterms:x=\"1\"/>" + END;

        assertThat(with(packet)).isEqualTo(RDF + "<rdf:Description " + SET + DECLARED + " dcterms:x=\"1\"/>" + END);
    }

    @Test
    void anElementIsReplacedWhateverItsPrefixAndForm() throws Exception {
        for (String old :
                new String[] {"<t:provenance>http://old/</t:provenance>", "<t:provenance rdf:resource=\"http://old/\"/>"
                }) {
            String packet = RDF + "<rdf:Description xmlns:t=\"http://purl.org/dc/terms/\"><t:a>1</t:a>" + old
                    + "<t:b>2</t:b></rdf:Description>" + END;

            assertThat(with(packet)).doesNotContain("old").contains("<t:a>1</t:a><t:b>2</t:b>", SET);
        }
    }

    @Test
    void everyTopLevelNodeLosesTheOldValueAndIngredientsKeepTheirs() throws Exception {
        String packet = RDF + "<rdf:Description><a><rdf:Description x:y=\"kept\"/></a></rdf:Description>"
                + "<rdf:Description" + DECLARED + " dcterms:provenance=\"http://old/\"/>" + END;

        assertThat(with(packet)).contains("kept").doesNotContain("old");
    }

    @Test
    void aNodeIsMadeWhereThereIsNone() throws Exception {
        assertThat(with(RDF + END))
                .isEqualTo(RDF + "<rdf:Description rdf:about=\"\"" + DECLARED + " " + SET + "/>" + END);
    }

    @Test
    void paddingIsUsedSoThatThePacketKeepsItsLength() throws Exception {
        String packet = "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>" + RDF + "<rdf:Description/>" + END
                + (" ".repeat(99) + "\n").repeat(20) + "<?xpacket end='w'?>";

        assertThat(with(packet)).hasSameSizeAs(packet).endsWith(" <?xpacket end='w'?>");
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
                "RDF<rdf:Description xmlns:dcterms='other'/>END",
                "RDF<rdf:Description xmlns:n='http://ns.adobe.com/xmp/note/' n:HasExtendedXMP='0'/>END",
                "RDF<rdf:Description xmlns:n='http://ns.adobe.com/xmp/note/'><n:HasExtendedXMP/></rdf:Description>END",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>",
                "<rdf:RDF xmlns:rdf='other'></rdf:RDF>",
            })
    void aPacketThatIsNotUnderstoodWholeIsNotChanged(String packet) {
        Bytes bytes = Bytes.utf8(packet.replace("RDF<", RDF + "<").replace("END", END));

        assertThatThrownBy(() -> XmpPacket.with(bytes, XmpName.PROVENANCE, URL))
                .isInstanceOf(MalformedException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void aPacketThatIsNotUtf8IsNotChanged() {
        Bytes packet = Bytes.concat(Bytes.utf8(RDF + END), Bytes.wrap(new byte[] {(byte) 0xff}));

        assertThatThrownBy(() -> XmpPacket.with(packet, XmpName.PROVENANCE, URL))
                .hasMessageContaining("UTF-8");
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
                XmpPacket.with(Bytes.wrap(bytes), XmpName.PROVENANCE, URL);
                changed++;
            } catch (MalformedException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(changed).isBetween(1, 4_999);
    }
}
