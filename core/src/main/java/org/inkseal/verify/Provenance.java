package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.assertion.Action;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.Ingredient;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.DigitalSourceType.Maker;

/** What a picture's line of parents says, from the active manifest back to where the picture was made. */
final class Provenance {
    private final List<CheckedManifest> line = new ArrayList<>();

    Provenance(CheckedManifest active, IngredientGraph graph) {
        Optional<CheckedManifest> next = Optional.of(active);
        while (next.isPresent() && !line.contains(next.get())) {
            CheckedManifest manifest = next.get();
            line.add(manifest);
            next = graph.edges().stream()
                    .filter(edge -> edge.from() == manifest
                            && edge.ingredient().relationship() == Ingredient.Relationship.PARENT_OF)
                    .findFirst()
                    .flatMap(IngredientGraph.Edge::to);
        }
    }

    /**
     * The source type of the nearest {@code c2pa.created}, or else of the nearest action that names one; if a model
     * changed a picture that no model made, that it did.
     */
    Optional<DigitalSourceType> origin() {
        Optional<DigitalSourceType> created = actions()
                .filter(action -> action.action().equals(Action.CREATED))
                .findFirst()
                .flatMap(Provenance::sourceType)
                .or(() ->
                        actions().flatMap(action -> sourceType(action).stream()).findFirst());
        boolean touched =
                actions().flatMap(action -> sourceType(action).stream()).anyMatch(Provenance::isGenerative);
        return touched && created.filter(Provenance::isGenerative).isEmpty()
                ? Optional.of(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA)
                : created;
    }

    /** What signers say was done. What they pass on from others is not theirs to be told as origin. */
    private Stream<Action> actions() {
        return line.stream()
                .flatMap(manifest -> manifest.assertions().entrySet().stream()
                        .filter(entry -> entry.getValue() instanceof Actions && manifest.states(entry.getKey())))
                .flatMap(entry -> ((Actions) entry.getValue()).actions().stream());
    }

    private static Optional<DigitalSourceType> sourceType(Action action) {
        return action.digitalSourceType().flatMap(DigitalSourceType::of);
    }

    private static boolean isGenerative(DigitalSourceType type) {
        return type.maker() == Maker.MODEL || type.maker() == Maker.MODEL_IN_PART;
    }
}
