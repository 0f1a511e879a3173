package org.inkseal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Offer;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;
import org.inkseal.xmp.XmpProperty;
import org.inkseal.xmp.XmpValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TwinsTest {
    private static final Permission NO = Permission.NOT_ALLOWED;
    private static final Permission TERMS = Permission.CONSTRAINED;
    private static final Permission YES = Permission.ALLOWED;
    private static final Permission SILENT = Permission.SILENT;
    private static final String PLUS = "http://ns.useplus.org/ldf/vocab/";
    private static final XmpName MINING = XmpNamespace.PLUS.name("DataMining");
    private static final Declaration HUMAN = Declaration.of(DigitalSourceType.DIGITAL_CREATION);
    private static final Declaration MODEL = Declaration.of(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA);

    private static Map<String, String> texts(XmpChange change) {
        Map<String, String> texts = new LinkedHashMap<>();
        change.set()
                .forEach(property -> texts.put(
                        property.name().name(), property.value().texts().get(0)));
        return texts;
    }

    private static XmpChange change(Declaration declaration) {
        return Twins.standard().of(declaration, false, Permissions.SILENT, Optional.of("urn:c2pa:1"));
    }

    private static Permissions permissions(List<Permission> answers) {
        Permissions all = Permissions.SILENT;
        for (int i = 0; i < answers.size(); i++) {
            all = all.with(Use.values()[i], answers.get(i));
        }
        return all;
    }

    /** Every combination of answers to mining, input, training and generative training. */
    static Stream<List<Permission>> combinations() {
        List<Permission> each = List.of(Permission.values());
        return each.stream()
                .flatMap(a -> each.stream()
                        .flatMap(b -> each.stream().flatMap(c -> each.stream().map(d -> List.of(a, b, c, d)))));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void noTermAllowsWhatWasNotAllowed(List<Permission> answers) {
        String term = texts(change(HUMAN.permitting(permissions(answers)))).getOrDefault("DataMining", "");
        List<Boolean> forbidden = switch (term.replace(PLUS, "")) {
            case "DMI-PROHIBITED" -> List.of(true, true, true, true);
            case "DMI-PROHIBITED-AIMLTRAINING" -> List.of(false, false, true, true);
            case "DMI-PROHIBITED-GENAIMLTRAINING" -> List.of(false, false, false, true);
            case "DMI-ALLOWED", "" -> List.of(false, false, false, false);
            default -> throw new AssertionError(term);
        };
        for (int i = 0; i < answers.size(); i++) {
            boolean no = answers.get(i) == NO || answers.get(i) == TERMS;
            assertThat(!no || forbidden.get(i)).as(answers + " " + term).isTrue();
        }
        assertThat(term.endsWith("ALLOWED")).isEqualTo(answers.stream().allMatch(answer -> answer == YES));
        assertThat(term.isEmpty())
                .isEqualTo(answers.stream().noneMatch(answer -> answer == NO || answer == TERMS)
                        && answers.stream().anyMatch(answer -> answer == SILENT));
    }

    @Test
    void theTermIsTheMildestOneThatFits() {
        assertThat(texts(change(HUMAN.permitting(permissions(List.of(YES, YES, YES, NO))))))
                .containsEntry("DataMining", PLUS + "DMI-PROHIBITED-GENAIMLTRAINING");
        assertThat(texts(change(HUMAN.permitting(permissions(List.of(SILENT, YES, NO, YES))))))
                .containsEntry("DataMining", PLUS + "DMI-PROHIBITED-AIMLTRAINING");
        assertThat(texts(change(HUMAN.permitting(permissions(List.of(NO, SILENT, SILENT, SILENT))))))
                .containsEntry("DataMining", PLUS + "DMI-PROHIBITED");
    }

    @Test
    void aCredentialBeforeIsNeverLoosened() {
        XmpChange change = Twins.standard()
                .of(HUMAN.permitting(Permissions.all(YES)), true, Permissions.all(NO), Optional.empty());

        assertThat(texts(change)).containsEntry("DataMining", PLUS + "DMI-PROHIBITED");
    }

    @Test
    void anOfferNamesItsPageAndWhomToAsk() {
        Offer offer = Offer.at("https://a.example/licence").withContact("mara@a.example");
        XmpChange change =
                change(HUMAN.permitting(Permissions.all(Permission.CONSTRAINED)).offering(offer));

        assertThat(change.set())
                .contains(XmpProperty.text(XmpNamespace.RIGHTS.name("WebStatement"), "https://a.example/licence"));
        XmpValue licensor = change.set().stream()
                .filter(property -> property.name().equals(XmpNamespace.PLUS.name("Licensor")))
                .findFirst()
                .orElseThrow()
                .value();
        assertThat(licensor.field(XmpNamespace.PLUS.name("LicensorURL")))
                .containsExactly(new XmpValue.Text("https://a.example/licence", ""));
        assertThat(licensor.field(XmpNamespace.PLUS.name("LicensorEmail")))
                .containsExactly(new XmpValue.Text("mara@a.example", ""));
    }

    @Test
    void theOriginIsThatOfTheCredential() {
        String base = "http://cv.iptc.org/newscodes/digitalsourcetype/";
        assertThat(texts(change(HUMAN))).containsExactly(Map.entry("DigitalSourceType", base + "digitalCreation"));
        assertThat(texts(change(MODEL))).containsEntry("DigitalSourceType", base + "trainedAlgorithmicMedia");
        assertThat(texts(change(Declaration.of(DigitalSourceType.TRAINED_ALGORITHMIC_DATA))))
                .as("no term of IPTC")
                .isEmpty();
    }

    @Test
    void aPictureWithAPastKeepsItsOriginUnlessItWasChanged() {
        assertThat(Twins.standard().of(HUMAN, true, Permissions.SILENT, Optional.empty()))
                .isEqualTo(XmpChange.NONE);
        Declaration edited = Declaration.of(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
        assertThat(texts(Twins.standard().of(edited, true, Permissions.SILENT, Optional.empty())))
                .containsKey("DigitalSourceType");
    }

    @Test
    void theModelIsNamedAndAPersonsToolIsNot() {
        Declaration.Tool tool = new Declaration.Tool("AcmeDiffusion", Optional.of("2.1"), Optional.of("Acme AI"));
        assertThat(texts(change(MODEL.madeWith(tool))))
                .containsEntry("AISystemUsed", "AcmeDiffusion")
                .containsEntry("AISystemVersionUsed", "2.1");
        assertThat(texts(change(HUMAN.madeWith(tool)))).containsOnlyKeys("DigitalSourceType");
        XmpChange change = change(MODEL.madeWith(new Declaration.Tool("Other", Optional.empty(), Optional.empty())));
        assertThat(change.gone()).containsExactly(XmpNamespace.IPTC.name("AISystemVersionUsed"));
    }

    @Test
    void aPromptIsRepeatedWhereTheCredentialHasIt() {
        assertThat(texts(change(MODEL.generated(Generation.byModel().prompted("a boat")))))
                .containsEntry("AIPromptInformation", "a boat");
        assertThat(texts(change(MODEL.generated(Generation.byModel())))).doesNotContainKey("AIPromptInformation");
    }

    @Test
    void chinasMarkNamesProducerAndManifest() {
        Twins marked = Twins.standard().markedFor("001\"x\"");
        XmpChange change = marked.of(MODEL, false, Permissions.SILENT, Optional.of("urn:c2pa:1"));

        assertThat(texts(change).get("AIGC"))
                .isEqualTo(
                        "{\"Label\":\"1\",\"ContentProducer\":\"001\\\"x\\\"\",\"ProduceID\":\"urn:c2pa:1\","
                                + "\"ReservedCode1\":\"\",\"ContentPropagator\":\"\",\"PropagateID\":\"\",\"ReservedCode2\":\"\"}");
        assertThat(texts(marked.of(HUMAN, false, Permissions.SILENT, Optional.empty())))
                .doesNotContainKey("AIGC");
        assertThat(MINING.namespace()).isEqualTo("http://ns.useplus.org/ldf/xmp/1.0/");
    }
}
