package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Action;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.Ingredient;
import org.inkseal.assertion.TrainingMining;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.Permissions;

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

    /** The source type of the nearest {@code c2pa.created}. */
    Optional<DigitalSourceType> origin() {
        return line.stream()
                .flatMap(manifest -> manifest.assertions().values().stream())
                .filter(Actions.class::isInstance)
                .flatMap(assertion -> ((Actions) assertion).actions().stream())
                .filter(action -> action.action().equals(Action.CREATED))
                .findFirst()
                .flatMap(Action::digitalSourceType)
                .flatMap(DigitalSourceType::of);
    }

    /** The answers of everybody in the line, the most restrictive to each use. */
    Permissions permissions() {
        return line.stream()
                .flatMap(manifest -> manifest.assertions().values().stream())
                .filter(TrainingMining.class::isInstance)
                .map(assertion -> ((TrainingMining) assertion).permissions())
                .reduce(Permissions.SILENT, Permissions::and);
    }
}
