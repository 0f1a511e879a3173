package org.inkseal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.junit.jupiter.api.Test;

class SignalTest {
    private static final String IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    private static Value action(String name, String source) {
        DictBuilder action = Value.dict().put("action", name);
        return source.isEmpty()
                ? action.build()
                : action.put("digitalSourceType", source).build();
    }

    private static Set<Signal> signals(boolean complete, Value... actions) {
        Value data = Value.dict()
                .put("actions", List.of(actions))
                .put("allActionsIncluded", complete)
                .build();
        return Signal.of(manifest("c2pa.actions.v2", data));
    }

    private static ManifestSummary manifest(String label, Value data) {
        AssertionSummary assertion = new AssertionSummary(
                label, label, AssertionSummary.Form.CBOR, Optional.of(data), Optional.empty(), Optional.empty(), true);
        return new ManifestSummary(
                "urn:c2pa:1",
                false,
                2,
                Value.dict().build(),
                List.of(assertion),
                Optional.empty(),
                List.of(),
                Findings.NONE);
    }

    @Test
    void inceptionIsNamedByTheSourceTypeOfTheFirstActions() {
        assertThat(signals(true, action("c2pa.created", IPTC + "trainedAlgorithmicMedia")))
                .containsExactly(Signal.FULLY_GEN_AI_MEDIA);
        assertThat(signals(true, action("c2pa.created", IPTC + "computationalCapture")))
                .containsExactly(Signal.CAPTURED_MEDIA);
        assertThat(signals(true, action("c2pa.created", IPTC + "print"))).isEmpty();
    }

    @Test
    void changesAreNamedByActionAndSourceType() {
        assertThat(signals(true, action("c2pa.opened", ""), action("c2pa.published", "")))
                .containsExactly(Signal.NON_EDITORIAL);
        assertThat(signals(true, action("c2pa.edited", IPTC + "compositeSynthetic")))
                .containsExactly(Signal.PERCEPTIBLE_GEN_AI);
        assertThat(signals(true, action("c2pa.edited", IPTC + "digitalArt")))
                .containsExactly(Signal.PERCEPTIBLE_NON_GEN_AI, Signal.PERCEPTIBLE_POSSIBLY_GEN_AI);
        assertThat(signals(true, action("c2pa.edited", ""))).isEmpty();
    }

    @Test
    void whatIsMissingUnknownOrSomebodysOwnIsAmbiguous() {
        assertThat(signals(true)).containsExactly(Signal.AMBIGUOUS_ACTIONS);
        assertThat(signals(false, action("c2pa.opened", ""))).containsExactly(Signal.AMBIGUOUS_ACTIONS);
        assertThat(signals(true, action("c2pa.unknown", ""))).containsExactly(Signal.AMBIGUOUS_ACTIONS);
        assertThat(signals(true, action("com.example.polish", ""))).containsExactly(Signal.AMBIGUOUS_ACTIONS);
    }

    @Test
    void ingredientWithoutACredentialIsOfUnknownProvenance() {
        Value bare = Value.dict().put("relationship", "parentOf").build();

        assertThat(Signal.of(manifest("c2pa.ingredient.v3", bare)))
                .containsExactly(Signal.MEDIA_UNKNOWN_PROVENANCE, Signal.AMBIGUOUS_ACTIONS);
    }
}
