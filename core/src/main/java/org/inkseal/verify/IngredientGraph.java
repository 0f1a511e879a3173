package org.inkseal.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.Label;
import org.inkseal.jumbf.SuperBox;
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
        return new Walk(verification).run();
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
            checked.claim().ifPresent(claim -> claim.redacted().forEach(uri -> redact(uri, manifest)));
            return checked;
        }

        private void redact(String uri, Manifest by) {
            JumbfUri.parse(uri)
                    .filter(parsed -> parsed.manifest().isPresent())
                    .filter(parsed -> !parsed.manifest().get().equals(by.label()))
                    .ifPresent(parsed -> verification.redacted().add(parsed.toString()));
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
