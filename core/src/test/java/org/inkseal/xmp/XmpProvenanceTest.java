package org.inkseal.xmp;

import static org.assertj.core.api.Assertions.assertThat;

import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmpProvenanceTest {
    private static final String URL = "https://example.org/m.c2pa?a=1&b='2'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rdf:Description dcterms:provenance=\"https://example.org/m.c2pa?a=1&amp;b='2'\"/>",
                "<rdf:Description x='1'\n dcterms:provenance = 'https://example.org/m.c2pa?a=1&#38;b=&#x27;2&apos;' y='2'>",
                "<dcterms:provenance>\n https://example.org/m.c2pa?a=1&amp;b='2'\n</dcterms:provenance>",
                "<dcterms:provenance rdf:resource=\"https://example.org/m.c2pa?a=1&amp;b='2'\"/>",
                "<?xpacket?><!-- <a dcterms:provenance='no'/> --><a b='>' dcterms:provenance=\"https://example.org/"
                        + "m.c2pa?a=1&amp;b='2'\"/>",
                "<a dcterms:provenance='self#jumbf=/c2pa/x'/><b dcterms:provenance=\"https://example.org/"
                        + "m.c2pa?a=1&amp;b='2'\"/>"
            })
    void propertyIsFoundInAllItsForms(String packet) {
        assertThat(XmpProvenance.find(Bytes.utf8(packet), Budget.standard())).contains(URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<a",
                "<a dcterms:provenance",
                "<a dcterms:provenance=",
                "<a dcterms:provenance='https://example.org",
                "<a dcterms:provenance='&unknown;'/>",
                "<a dcterms:provenance='&#xd800;'/>",
                "<a dcterms:provenance='&#x110000;'/>",
                "<a dcterms:provenance='&#;'/>",
                "<a dcterms:provenance=' '/>",
                "<a dcterms:provenance='self#jumbf=/c2pa/urn:c2pa:1'/>",
                "<dcterms:provenance><b>x</b></dcterms:provenance>",
                "<dcterms:provenance/>text</a>",
                "<![CDATA[<a dcterms:provenance='x'/>]]>",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a dcterms:provenance='x'/>",
                "<a other:dcterms:provenance='x'/>",
                "dcterms:provenance='x'"
            })
    void everythingElseIsNoProperty(String packet) {
        assertThat(XmpProvenance.find(Bytes.utf8(packet), Budget.standard())).isEmpty();
    }

    @Test
    void aPrefixCountsAsWhatItIsBoundTo() {
        String packet =
                "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                        + "<rdf:Description rdf:about='' xmlns:dcterms='https://example.org/other/' xmlns:d='http://purl.org/dc/terms/'"
                        + " dcterms:provenance='https://example.org/other.c2pa'%s/></rdf:RDF></x:xmpmeta>";

        assertThat(XmpProvenance.find(Bytes.utf8(packet.formatted("")), Budget.standard()))
                .isEmpty();
        assertThat(XmpProvenance.find(
                        Bytes.utf8(packet.formatted(" d:provenance='https://example.org/m.c2pa'")), Budget.standard()))
                .contains("https://example.org/m.c2pa");
    }

    @Test
    void hostilePacketTakesLinearTime() {
        for (String part : new String[] {"<", "<a ", "&", "'", "<a b='", "<!--", "<dcterms:provenance>", "= "}) {
            assertThat(XmpProvenance.find(Bytes.utf8(part.repeat(1_000_000 / part.length())), Budget.standard()))
                    .isEmpty();
        }
    }
}
