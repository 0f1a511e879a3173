package org.inkseal.xmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmpTest {
    private static final String START = "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>"
            + "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
            + " xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/' xmlns:p='http://ns.useplus.org/ldf/xmp/1.0/'"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:rsl='https://rslstandard.org/rsl'>";
    private static final String END = "</rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
    private static final XmpName MINING = XmpNamespace.PLUS.name("DataMining");
    private static final XmpName TITLE = XmpNamespace.DC.name("title");

    private static Xmp read(String nodes) {
        return Xmp.read(Bytes.utf8(START + nodes + END), Budget.standard());
    }

    private static Xmp whole(String nodes) {
        Xmp xmp = read(nodes);
        assertThat(xmp.trouble()).isEmpty();
        return xmp;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rdf:Description rdf:about='' plus:DataMining='v&amp;&#x31;'/>",
                "<rdf:Description about='' plus:DataMining='v&amp;1'/>",
                "<rdf:Description p:DataMining='v&amp;1'></rdf:Description>",
                "<rdf:Description><plus:DataMining>v<!-- no -->&amp;1</plus:DataMining></rdf:Description>",
                "<rdf:Description><plus:DataMining><![CDATA[v&1]]></plus:DataMining></rdf:Description>",
                "<rdf:Description><plus:DataMining rdf:resource='v&amp;1'/></rdf:Description>",
                "<rdf:Description><plus:DataMining rdf:value='v&amp;1' dc:source='x'/></rdf:Description>",
                "<rdf:Description><plus:DataMining rdf:parseType='Resource'><rdf:value>v&amp;1</rdf:value><dc:source/>"
                        + "</plus:DataMining></rdf:Description>",
                "<rdf:Description><plus:DataMining><rdf:Description rdf:value='v&amp;1'/></plus:DataMining></rdf:Description>",
                "<dc:Work rdf:about=''><plus:DataMining>v&amp;1</plus:DataMining></dc:Work>",
                "<rdf:Description xmlns:q='http://ns.useplus.org/ldf/xmp/1.0/'><q:DataMining>v&amp;1</q:DataMining>"
                        + "</rdf:Description>",
                "<rdf:Description><DataMining xmlns='http://ns.useplus.org/ldf/xmp/1.0/'>v&amp;1</DataMining></rdf:Description>"
            })
    void everyFormOfASimpleValueIsTheSame(String node) {
        assertThat(whole(node).text(MINING)).contains("v&1");
        assertThat(whole(node).properties()).containsExactly(new XmpProperty(MINING, new XmpValue.Text("v&1", "")));
    }

    @Test
    void textsInSeveralLanguagesKeepThem() {
        Xmp xmp = whole("<rdf:Description><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Dusk</rdf:li>"
                + "<rdf:li xml:lang='de'>Dämmerung</rdf:li></rdf:Alt></dc:title></rdf:Description>");

        assertThat(xmp.values(TITLE))
                .containsExactly(new XmpValue.Items(
                        XmpValue.Order.ALTERNATIVES,
                        List.of(new XmpValue.Text("Dusk", "x-default"), new XmpValue.Text("Dämmerung", "de"))));
        assertThat(xmp.text(TITLE)).contains("Dusk");
        assertThat(xmp.texts(TITLE)).containsExactly("Dusk", "Dämmerung");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rdf:li rdf:parseType='Resource'><plus:LicensorURL>https://a.example</plus:LicensorURL>"
                        + "<plus:LicensorName>A</plus:LicensorName></rdf:li>",
                "<rdf:li><rdf:Description plus:LicensorURL='https://a.example'><plus:LicensorName>A</plus:LicensorName>"
                        + "</rdf:Description></rdf:li>",
                "<rdf:li plus:LicensorURL='https://a.example' plus:LicensorName='A'/>"
            })
    void aLicensorIsAStructureInASequence(String item) {
        Xmp xmp = whole("<rdf:Description><plus:Licensor><rdf:Seq>" + item
                + "<rdf:li plus:LicensorURL='https://b.example'/></rdf:Seq></plus:Licensor></rdf:Description>");
        XmpValue licensors = xmp.values(XmpNamespace.PLUS.name("Licensor")).get(0);

        assertThat(licensors.each()).hasSize(2);
        assertThat(licensors.field(XmpNamespace.PLUS.name("LicensorURL")))
                .flatExtracting(XmpValue::texts)
                .containsExactly("https://a.example", "https://b.example");
        assertThat(licensors.each().get(0).field(XmpNamespace.PLUS.name("LicensorName")))
                .flatExtracting(XmpValue::texts)
                .containsExactly("A");
    }

    @Test
    void aBlockOfRslKeepsAttributesElementsAndTexts() {
        Xmp xmp = whole("<rdf:Description rdf:about=''><rsl:rsl><rsl:content url='https://a.example/x' server='s'>"
                + "<rsl:license>\n<rsl:permits type='usage'> ai-train </rsl:permits><rsl:payment type='purchase'>"
                + "<rsl:amount currency='EUR'>12</rsl:amount></rsl:payment></rsl:license></rsl:content></rsl:rsl>"
                + "</rdf:Description>");
        XmpValue content = xmp.values(XmpNamespace.RSL.name("rsl"))
                .get(0)
                .field(XmpNamespace.RSL.name("content"))
                .get(0);
        XmpValue license = content.field(XmpNamespace.RSL.name("license")).get(0);
        XmpValue permits = license.field(XmpNamespace.RSL.name("permits")).get(0);
        XmpValue amount = license.field(XmpNamespace.RSL.name("payment"))
                .get(0)
                .field(XmpNamespace.RSL.name("amount"))
                .get(0);

        assertThat(content.field(new XmpName("", "url")))
                .flatExtracting(XmpValue::texts)
                .containsExactly("https://a.example/x");
        assertThat(permits.texts()).containsExactly("ai-train");
        assertThat(permits.field(new XmpName("", "type")))
                .flatExtracting(XmpValue::texts)
                .containsExactly("usage");
        assertThat(amount.texts()).containsExactly("12");
        assertThat(amount.field(new XmpName("", "currency")))
                .flatExtracting(XmpValue::texts)
                .containsExactly("EUR");
    }

    @Test
    void whatIsSaidOfOthersIsNotSaidOfThePicture() {
        String other = "<rdf:Description rdf:about='https://other.example' plus:DataMining='no'/>";
        String named = "<rdf:Description rdf:about='uuid:1' plus:DataMining='yes'/>";
        String ingredient = "<rdf:Description><dc:source rdf:parseType='Resource'><plus:DataMining>no</plus:DataMining>"
                + "</dc:source></rdf:Description>";

        assertThat(whole(named + other + ingredient).texts(MINING)).containsExactly("yes");
        assertThat(whole("<rdf:Description plus:DataMining='yes'/>" + named).texts(MINING))
                .containsExactly("yes", "yes");
    }

    @Test
    void aPropertyThatIsSaidTwiceIsThereTwice() {
        assertThat(whole("<rdf:Description plus:DataMining='a'/><rdf:Description><p:DataMining> b </p:DataMining>"
                                + "</rdf:Description>")
                        .texts(MINING))
                .containsExactly("a", "b");
    }

    @Test
    void aPrefixThatIsNotDeclaredStandsForWhatItUsuallyDoes() {
        Xmp xmp = Xmp.read(
                Bytes.utf8("<rdf:RDF><rdf:Description plus:DataMining='a' foo:x='b' plus:y='c'/></rdf:RDF>"),
                Budget.standard());

        assertThat(xmp.trouble()).isEmpty();
        assertThat(xmp.texts(MINING)).containsExactly("a");
        assertThat(xmp.texts(new XmpName("", "x"))).isEmpty();
        assertThat(read("<rdf:Description xmlns:plus='other' plus:DataMining='a'/>")
                        .texts(MINING))
                .isEmpty();
    }

    @Test
    void aBrokenPacketSaysWhatItSaidUntilThenAndThatThereIsTrouble() {
        Xmp xmp = Xmp.read(
                Bytes.utf8(START + "<rdf:Description plus:DataMining='a'><dc:title>b</dc:title><dc:x"),
                Budget.standard());

        assertThat(xmp.trouble().orElseThrow()).contains("XMP packet");
        assertThat(xmp.texts(MINING)).containsExactly("a");
        assertThat(xmp.texts(TITLE)).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY e 'x'>]>",
                "<a plus:x='1' plus:x='2'/>",
                "<a>",
                "</a>",
                "<a b=c/>",
                "<!--",
            })
    void whatIsNotUnderstoodIsTrouble(String part) {
        assertThat(read(part).trouble()).isPresent();
    }

    @Test
    void aDocumentTypeIsRefusedBeforeAnythingElseIsRead() {
        Xmp xmp = Xmp.read(
                Bytes.utf8("<!DOCTYPE a [<!ENTITY e 'x'>]>" + START + "<rdf:Description plus:DataMining='&e;'/>" + END),
                Budget.standard());

        assertThat(xmp.properties()).isEmpty();
        assertThat(xmp.trouble().orElseThrow()).contains("document type");
    }

    @Test
    void whatIsNoTextOrGoesOnElsewhereIsTrouble() {
        assertThat(Xmp.read(Bytes.wrap(new byte[] {'<', (byte) 0xff}), Budget.standard())
                        .trouble()
                        .orElseThrow())
                .contains("UTF-8");
        assertThat(read("<rdf:Description xmlns:xmpNote='http://ns.adobe.com/xmp/note/'"
                        + " xmpNote:HasExtendedXMP='0123' plus:DataMining='a'/>"))
                .satisfies(xmp -> assertThat(xmp.trouble().orElseThrow()).contains("goes on"))
                .satisfies(xmp -> assertThat(xmp.texts(MINING)).containsExactly("a"));
    }

    @Test
    void limitsHold() {
        String packet = "<rdf:RDF><rdf:Description plus:a='1' plus:b='2'/></rdf:RDF>";

        assertThat(limited(packet, Limit.XMP_VALUES, 3).trouble()).isEmpty();
        assertThat(limited(packet, Limit.XMP_VALUES, 2).trouble().orElseThrow()).contains("xmpValues");
        assertThat(limited(packet, Limit.XMP_BYTES, packet.length()).trouble()).isEmpty();
        assertThat(limited(packet, Limit.XMP_BYTES, packet.length() - 1)
                        .trouble()
                        .orElseThrow())
                .contains("xmpBytes");
    }

    private static Xmp limited(String packet, Limit limit, long value) {
        return Xmp.read(Bytes.utf8(packet), new Budget(Limits.standard().with(limit, value)));
    }

    @Test
    void aHostilePacketTakesLinearTime() {
        String[] parts = {
            "<",
            "<a ",
            "&",
            "'",
            "<a>",
            "<a/>",
            "<rdf:li/>",
            "<a b='' ",
            "a:a='' ",
            "xmlns:a='b' ",
            "&amp;",
            "<![CDATA[",
            "<!-- -->",
            "<a>&#49;</a>",
            "<rdf:Description>",
            "<rdf:Bag><rdf:li>"
        };
        for (String part : parts) {
            String many = part.repeat(900_000 / part.length());
            assertThat(read(many).properties().size()).isLessThan(60_000);
            assertThat(read("<rdf:Description " + many + "/>").properties().size())
                    .isLessThan(60_000);
        }
    }

    @Test
    void damagedPacketsAreAlwaysAnswered() {
        long seed = new Random().nextLong();
        System.out.println("XmpTest seed " + seed);
        Random random = new Random(seed);
        byte[] good = Bytes.utf8(
                        START + "<rdf:Description plus:DataMining='a'><dc:title><rdf:Alt><rdf:li xml:lang='de'>"
                                + "t</rdf:li></rdf:Alt></dc:title><rsl:rsl><rsl:content url='u'/></rsl:rsl></rdf:Description>"
                                + END)
                .toArray();
        String letters = "<>/='\"& x!-?:\u00ff";
        int whole = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = good.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) letters.charAt(random.nextInt(letters.length()));
            }
            Xmp xmp = Xmp.read(Bytes.wrap(bytes), Budget.standard());
            whole += xmp.trouble().isEmpty() ? 1 : 0;
        }
        assertThat(whole).isBetween(1, 4_999);
    }
}
