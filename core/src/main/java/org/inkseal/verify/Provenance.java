package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.assertion.Action;
import org.inkseal.assertion.Actions;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.DigitalSourceType.Maker;
import org.inkseal.report.ValidationState;

/**
 * What a picture's line of parents says, from the active manifest back to where the picture was made.
 *
 * <p>A parent that is less proven than the picture is not repeated, since its words would be told beside the name of whoever
 * opened it; except that a model had a part, which is worth knowing from anybody.
 */
final class Provenance {
    private final List<CheckedManifest> line = new ArrayList<>();

    Provenance(CheckedManifest active, IngredientGraph graph) {
        Optional<CheckedManifest> next = Optional.of(active);
        while (next.isPresent() && !line.contains(next.get())) {
            line.add(next.get());
            next = graph.parent(next.get());
        }
    }

    /** The picture, and its parents up to the first that is less proven. */
    private List<CheckedManifest> proven() {
        ValidationState least = state(line.get(0));
        return line.stream()
                .takeWhile(manifest -> state(manifest).compareTo(least) >= 0)
                .toList();
    }

    private static ValidationState state(CheckedManifest manifest) {
        return StateRule.ofManifest(manifest.findings().sorted());
    }

    /**
     * The source type of the nearest {@code c2pa.created}, or else of the nearest action that names one; if a model
     * changed a picture that no model made, that it did.
     */
    Optional<DigitalSourceType> origin() {
        Optional<DigitalSourceType> told = origin(line);
        boolean fromAnybody =
                line.size() == 1 || told.filter(Provenance::isGenerative).isPresent();
        return fromAnybody ? told : origin(proven());
    }

    private static Optional<DigitalSourceType> origin(List<CheckedManifest> manifests) {
        Optional<DigitalSourceType> created = actions(manifests)
                .filter(action -> action.action().equals(Action.CREATED))
                .findFirst()
                .flatMap(Provenance::sourceType)
                .or(() -> sourceTypes(manifests).findFirst());
        boolean touched = sourceTypes(manifests).anyMatch(Provenance::isGenerative);
        return touched && created.filter(Provenance::isGenerative).isEmpty()
                ? Optional.of(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA)
                : created;
    }

    /** What signers say was done. What they pass on from others is not theirs to be told as origin. */
    private static Stream<Action> actions(List<CheckedManifest> manifests) {
        return manifests.stream()
                .flatMap(manifest -> manifest.assertions().entrySet().stream()
                        .filter(entry -> entry.getValue() instanceof Actions && manifest.states(entry.getKey())))
                .flatMap(entry -> ((Actions) entry.getValue()).actions().stream());
    }

    private static Stream<DigitalSourceType> sourceTypes(List<CheckedManifest> manifests) {
        return actions(manifests).flatMap(action -> sourceType(action).stream());
    }

    private static Optional<DigitalSourceType> sourceType(Action action) {
        return action.digitalSourceType().flatMap(DigitalSourceType::of);
    }

    private static boolean isGenerative(DigitalSourceType type) {
        return type.maker() == Maker.MODEL || type.maker() == Maker.MODEL_IN_PART;
    }
}
