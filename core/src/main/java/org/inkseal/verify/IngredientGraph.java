package org.inkseal.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.Label;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Claim;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.StatusCode;

/**
 * The active manifest and everything that it was made from (C2PA 2.4 §15.11.3.3).
 *
 * <p>Each manifest occurs once, however many ingredients refer to it; a circle is an error.
 *
 * @param manifests the manifests that can be reached, the active one first
 * @param edges the references to ingredients, in the order of a walk that goes deep first
 */
record IngredientGraph(List<CheckedManifest> manifests, List<Edge> edges) {
    /**
     * A reference from a manifest to an ingredient.
     *
     * @param uri absolute URI of the ingredient assertion
     * @param ingredient the assertion
     * @param from the manifest that holds it
     * @param to the ingredient's manifest, where the store has it
     * @param outer the reference that led to {@code from}; none for the active manifest
     */
    record Edge(
            String uri,
            Ingredient ingredient,
            CheckedManifest from,
            Optional<CheckedManifest> to,
            Optional<Edge> outer) {}

    /** Walks over the ingredients; the redactions of every claim on the way are added to the verification. */
    static IngredientGraph walk(Verification verification) throws LimitExceededException {
        IngredientGraph graph = new Walk(verification).run();
        for (CheckedManifest manifest : graph.manifests) {
            verification.redacted().addAll(graph.redacted(manifest));
        }
        return graph;
    }

    /** What a manifest redacts: nothing but assertions of what it was made from (C2PA 2.4 §6.8). */
    private List<String> redacted(CheckedManifest by) {
        List<String> uris = by.claim().map(Claim::redacted).orElse(List.of());
        if (uris.isEmpty()) {
            return uris;
        }
        Set<String> within = new HashSet<>();
        withIngredients(by).stream()
                .filter(manifest -> manifest != by)
                .forEach(manifest -> within.add(manifest.manifest().label()));
        return uris.stream()
                .map(JumbfUri::parse)
                .flatMap(Optional::stream)
                .filter(uri -> uri.manifest().filter(within::contains).isPresent())
                .map(JumbfUri::toString)
                .toList();
    }

    /** A manifest and every one that it was made from, directly or not. */
    Set<CheckedManifest> withIngredients(CheckedManifest top) {
        Map<CheckedManifest, List<CheckedManifest>> below = new HashMap<>();
        for (Edge edge : edges) {
            edge.to()
                    .ifPresent(to -> below.computeIfAbsent(edge.from(), from -> new ArrayList<>())
                            .add(to));
        }
        Set<CheckedManifest> found = new LinkedHashSet<>(List.of(top));
        Queue<CheckedManifest> left = new ArrayDeque<>(found);
        while (!left.isEmpty()) {
            for (CheckedManifest manifest : below.getOrDefault(left.remove(), List.of())) {
                if (found.add(manifest)) {
                    left.add(manifest);
                }
            }
        }
        return found;
    }

    /** The manifest of what a picture is a changed form of. */
    Optional<CheckedManifest> parent(CheckedManifest manifest) {
        return edges.stream()
                .filter(edge -> edge.from() == manifest
                        && edge.ingredient().relationship() == Ingredient.Relationship.PARENT_OF)
                .findFirst()
                .flatMap(Edge::to);
    }

    /**
     * The manifests that share one binding, which is that of the last: a manifest and, beneath each update, its parent. The
     * last is an update too where they lead to no standard manifest (C2PA 2.4 §15.12).
     */
    List<CheckedManifest> line(CheckedManifest top) {
        List<CheckedManifest> line = new ArrayList<>();
        Optional<CheckedManifest> next = Optional.of(top);
        while (next.isPresent() && !line.contains(next.get())) {
            line.add(next.get());
            next = next.filter(manifest -> manifest.manifest().update()).flatMap(this::parent);
        }
        return line;
    }

    private static final class Walk {
        private final Verification verification;
        private final ManifestCheck manifestCheck;
        private final Map<String, CheckedManifest> reached = new LinkedHashMap<>();
        private final List<Edge> edges = new ArrayList<>();

        Walk(Verification verification) {
            this.verification = verification;
            this.manifestCheck = new ManifestCheck(verification);
        }

        /** What is left to visit, with the labels on the way there. */
        private record Step(CheckedManifest manifest, Optional<Edge> edge, List<String> way) {}

        IngredientGraph run() throws LimitExceededException {
            List<Step> left = new ArrayList<>();
            left.add(new Step(reach(verification.store().active()), Optional.empty(), List.of()));
            while (!left.isEmpty()) {
                Step step = left.remove(left.size() - 1);
                left.addAll(visit(step));
            }
            return new IngredientGraph(List.copyOf(reached.values()), List.copyOf(edges));
        }

        private CheckedManifest reach(Manifest manifest) {
            CheckedManifest checked = manifestCheck.read(manifest);
            reached.put(manifest.label(), checked);
            return checked;
        }

        private List<Step> visit(Step step) throws LimitExceededException {
            List<Step> next = new ArrayList<>();
            Manifest manifest = step.manifest().manifest();
            List<String> way = new ArrayList<>(step.way());
            way.add(manifest.label());
            verification.budget().check(Limit.INGREDIENT_DEPTH, way.size() - 1L, 0);
            for (SuperBox box : manifest.assertionBoxes()) {
                Optional<Ingredient> ingredient = ingredient(box);
                if (ingredient.isEmpty()) {
                    continue;
                }
                verification.budget().spend(Limit.INGREDIENT_EDGES, 1, 0);
                Optional<String> target = ingredient
                        .get()
                        .manifest()
                        .map(HashedUri::url)
                        .flatMap(JumbfUri::parse)
                        .flatMap(JumbfUri::manifest);
                if (target.isPresent() && way.contains(target.get())) {
                    step.manifest()
                            .findings()
                            .add(StatusCode.GENERAL_ERROR, manifest.uri(), "ingredient.cycle: it leads back to itself");
                    continue;
                }
                boolean known = target.isPresent() && reached.containsKey(target.get());
                Optional<CheckedManifest> to = target.flatMap(this::manifest);
                String uri = manifest.assertionUri(box.label().orElse(""));
                Edge edge = new Edge(uri, ingredient.get(), step.manifest(), to, step.edge());
                edges.add(edge);
                if (to.isPresent() && !known) {
                    next.add(0, new Step(to.get(), Optional.of(edge), way));
                }
            }
            return next;
        }

        private Optional<CheckedManifest> manifest(String label) {
            CheckedManifest known = reached.get(label);
            return known != null
                    ? Optional.of(known)
                    : verification.store().manifest(label).map(this::reach);
        }

        /** An ingredient assertion that can be read. What is wrong with one that cannot is found where hashes are checked. */
        private Optional<Ingredient> ingredient(SuperBox box) {
            String base = box.label().map(label -> Label.parse(label).base()).orElse("");
            if (!Ingredient.TYPE.labels().contains(base)) {
                return Optional.empty();
            }
            return StoredAssertion.read(verification, box)
                    .map(assertion -> assertion instanceof Ingredient ingredient ? ingredient : null);
        }
    }
}
