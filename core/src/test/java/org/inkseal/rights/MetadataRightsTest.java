package org.inkseal.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.report.Acceptance;
import org.inkseal.report.Consent;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.PermissionStatement;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import org.inkseal.xmp.Xmp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each vocabulary, held against a table of what its values say. */
class MetadataRightsTest {
    private static final List<Use> COLUMNS =
            List.of(Use.DATA_MINING, Use.AI_INFERENCE, Use.AI_TRAINING, Use.AI_GENERATIVE_TRAINING);

    /** The value of plus:DataMining; then what it says to mining, input, training and generative training. */
    private static final String PLUS = """
            http://ns.useplus.org/ldf/vocab/DMI-UNSPECIFIED                             - - - -
            http://ns.useplus.org/ldf/vocab/DMI-ALLOWED                                 y y y y
            http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING                 - - n n
            http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-GENAIMLTRAINING              - - - n
            http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING   n n n n
            http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED                              n n n n
            http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-SEECONSTRAINT                t t t t
            http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR        t t t t
            http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-SEELINKEDRIGHTSEXPR          t t t t
            https://ns.useplus.org/ldf/vocab/DMI-PROHIBITED                             n n n n
            DMI-PROHIBITED-GENAIMLTRAINING                                              - - - n
            dmi-prohibited-aimltraining                                                 - - n n
            Unspecified                                                                 - - - -
            http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-TOMORROW                     n n n n
            whatever                                                                    n n n n
            """;

    /** The content of an RSL license, with | for the end of an element; then the same four. */
    private static final String RSL = """
            <permits type="usage">ai-train</permits>                                               | - - y y
            <permits type="usage">train-ai</permits>                                               | - - y y
            <permits>ai-train</permits>                                                            | - - y y
            <permits type="usage">ai-input</permits>                                               | - y - -
            <permits type="usage">ai-all</permits>                                                 | y y y y
            <permits type="usage">all</permits>                                                    | y y y y
            <permits type="usage">search ai-index</permits>                                        | - - - -
            <permits type="usage">search, ai-input ai-train</permits>                              | - y y y
            <permits type="usage">ai-train</permits><payment type="free"/>                         | - - y y
            <permits type="usage">ai-train</permits><payment type="attribution"/>                  | - - t t
            <permits type="usage">ai-train</permits><payment type="training"/>                     | - - t t
            <permits type="usage">ai-train</permits><payment type="unheard-of"/>                   | - - t t
            <permits type="usage">ai-train</permits><payment><standard>https://a.example</standard></payment> | - - t t
            <permits type="usage">ai-input</permits><permits type="user">education</permits>       | - t - -
            <permits type="usage">ai-input</permits><prohibits type="geo">us</prohibits>           | - t - -
            <prohibits type="usage">ai-train</prohibits>                                           | - - n n
            <prohibits type="usage">all</prohibits>                                                | n n n n
            <permits type="usage">all</permits><prohibits type="usage">ai-train</prohibits>        | y y n n
            <permits type="usage">ai-train</permits><prohibits type="usage">ai-train</prohibits>   | - - n n
            <prohibits type="user">commercial</prohibits>                                          | - - - -
            <permits type="usage">nonsense</permits>                                               | - - - -
            """;

    static Stream<Arguments> rows() {
        String plus = "xmlns:plus=\"http://ns.useplus.org/ldf/xmp/1.0/\"";
        Stream<Arguments> dataMining = PLUS.lines()
                .map(line -> line.split("\\s+", 2))
                .flatMap(row -> Stream.of(
                        Arguments.of(
                                "<rdf:Description rdf:about='' " + plus + " plus:DataMining='" + row[0] + "'/>",
                                row[1]),
                        Arguments.of(
                                "<rdf:Description rdf:about='' " + plus + "><plus:DataMining>" + row[0]
                                        + "</plus:DataMining></rdf:Description>",
                                row[1])));
        Stream<Arguments> licenses = RSL.lines()
                .map(line -> line.split(" *\\| *", 2))
                .flatMap(row -> Stream.of(
                        Arguments.of(rsl("<content url='/'><license>" + row[0] + "</license></content>"), row[1]),
                        Arguments.of(
                                "<rdf:Description rdf:about=''><rsl xmlns='https://rslstandard.org/rsl'><content url='/'><license>"
                                        + row[0] + "</license></content></rsl></rdf:Description>",
                                row[1])));
        Stream<Arguments> others = Stream.of(
                Arguments.of(tdm("1", ""), "n - n n"),
                Arguments.of(tdm("1", "https://a.example/policy.json"), "t - t t"),
                Arguments.of(tdm("0", ""), "y - y y"),
                Arguments.of(tdm("0", "https://a.example/policy.json"), "y - y y"),
                Arguments.of(tdm("2", "https://a.example/policy.json"), "- - - -"),
                Arguments.of(tdm("true", ""), "- - - -"),
                Arguments.of(tdm("1", "").replace("tdmrep/", "tdmrep#"), "n - n n"),
                Arguments.of(linked("https://a.example/odrl.json"), "t t t t"),
                Arguments.of(embedded("{}"), "t t t t"),
                Arguments.of(embedded(""), "- - - -"),
                Arguments.of(
                        rsl("<content url='/' server='https://s.example'><license><permits type='usage'>ai-input"
                                + "</permits></license></content>"),
                        "- t - -"),
                Arguments.of(
                        rsl("<content url='/'><license><permits type='usage'>all</permits></license>"
                                + "<license><prohibits type='usage'>ai-input</prohibits></license></content>"),
                        "y n y y"),
                Arguments.of(
                        tdm("0", "")
                                + rsl("<content url='/'><license><prohibits type='usage'>ai-train</prohibits>"
                                        + "</license></content>"),
                        "y - n n"),
                Arguments.of("<rdf:Description rdf:about=''/>", "- - - -"));
        return Stream.of(dataMining, licenses, others).flatMap(stream -> stream);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachValueSaysWhatTheTableSays(String description, String expected) {
        Consent consent = MetadataRights.of(xmp(description));

        assertThat(letters(consent.metadata())).isEqualTo(expected);
        assertThat(letters(consent.answers(Acceptance.ANYBODY)))
                .as("what nobody signed can refuse and not allow")
                .isEqualTo(expected.replace('y', '-'));
    }

    @Test
    void termsNameWhereTheyCanBeAgreedOn() {
        String plus = "<rdf:Description rdf:about='' xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/'"
                + " xmlns:xmpRights='http://ns.adobe.com/xap/1.0/rights/' xmpRights:WebStatement='https://a.example/web'"
                + " plus:DataMining='http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-SEECONSTRAINT'>"
                + "<plus:OtherConstraints><rdf:Alt><rdf:li xml:lang='x-default'>Ask me first</rdf:li></rdf:Alt>"
                + "</plus:OtherConstraints><plus:Licensor><rdf:Seq><rdf:li rdf:parseType='Resource'>"
                + "<plus:LicensorEmail>mara@a.example</plus:LicensorEmail></rdf:li></rdf:Seq></plus:Licensor>"
                + "</rdf:Description>";

        PermissionStatement said = only(plus);

        assertThat(said.terms()).hasSize(4).containsEntry(Use.AI_TRAINING, "Ask me first");
        assertThat(said.offer()).contains(Offer.at("https://a.example/web").withContact("mara@a.example"));
        assertThat(only(linked("https://a.example/odrl.json")).offer())
                .contains(Offer.at("https://a.example/odrl.json"));
        assertThat(only(tdm("1", "https://a.example/policy.json")).offer())
                .contains(Offer.at("https://a.example/policy.json"));
        assertThat(only(rsl(
                                "<content url='/'><license><permits type='usage'>ai-train</permits><payment type='purchase'>"
                                        + "<custom>https://a.example/buy</custom><amount currency='EUR'>12</amount></payment>"
                                        + "</license></content>"))
                        .offer())
                .contains(Offer.at("https://a.example/buy").withPrice("EUR 12"));
    }

    @Test
    void anyPacketGivesAnAnswer() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> packets = rows().map(row -> packet((String) row.get()[0])).toList();
        for (int i = 0; i < 2000; i++) {
            StringBuilder packet = new StringBuilder(packets.get(random.nextInt(packets.size())));
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(packet.length());
                packet.delete(at, Math.min(packet.length(), at + random.nextInt(30)));
                packet.insert(at, "<>'\"&;/ :=".charAt(random.nextInt(10)));
            }
            Xmp xmp = Xmp.read(Bytes.utf8(packet.toString()), Budget.standard());

            assertThat(MetadataRights.of(xmp).answers(Acceptance.ANYBODY).answers())
                    .as("seed %s", seed)
                    .doesNotContainValue(Permission.ALLOWED);
        }
    }

    private static PermissionStatement only(String description) {
        List<PermissionStatement> statements =
                MetadataRights.of(xmp(description)).statements();
        assertThat(statements).hasSize(1);
        return statements.get(0);
    }

    private static String letters(Permissions permissions) {
        StringBuilder letters = new StringBuilder();
        for (Use use : COLUMNS) {
            letters.append(letters.isEmpty() ? "" : " ")
                    .append(
                            switch (permissions.to(use)) {
                                case SILENT -> '-';
                                case ALLOWED -> 'y';
                                case CONSTRAINED -> 't';
                                case NOT_ALLOWED -> 'n';
                            });
        }
        return letters.toString();
    }

    private static String rsl(String content) {
        String prefixed = content.replaceAll("<(/?)(\\w)", "<$1rsl:$2");
        return "<rdf:Description rdf:about=''><rsl:rsl xmlns:rsl='https://rslstandard.org/rsl'>" + prefixed
                + "</rsl:rsl></rdf:Description>";
    }

    private static String tdm(String reservation, String policy) {
        return "<rdf:Description rdf:about='' xmlns:t='http://www.w3.org/ns/tdmrep/' t:reservation='" + reservation
                + "'" + (policy.isEmpty() ? "" : " t:policy='" + policy + "'") + "/>";
    }

    private static String linked(String address) {
        return expression("LinkedEncRightsExpr", "LinkedRightsExpr", address);
    }

    private static String embedded(String text) {
        return expression("EmbdEncRightsExpr", "EncRightsExpr", text);
    }

    private static String expression(String property, String field, String text) {
        return "<rdf:Description rdf:about='' xmlns:e='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'><e:" + property
                + "><rdf:Bag><rdf:li rdf:parseType='Resource'><e:" + field + ">" + text + "</e:" + field
                + "><e:RightsExprLangId>http://www.w3.org/ns/odrl/2/</e:RightsExprLangId></rdf:li></rdf:Bag></e:"
                + property + "></rdf:Description>";
    }

    private static Xmp xmp(String description) {
        return Xmp.read(Bytes.utf8(packet(description)), Budget.standard());
    }

    private static String packet(String description) {
        return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + description + "</rdf:RDF></x:xmpmeta>";
    }
}
