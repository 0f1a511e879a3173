package org.inkseal.verify;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.BmffHash;
import org.inkseal.assertion.BoxesHash;
import org.inkseal.assertion.DataHash;
import org.inkseal.assertion.Ingredient;
import org.inkseal.manifest.Claim;
import org.inkseal.report.StatusCode;

/** The picture is the one that was signed (C2PA 2.2 §15.12). */
final class BindingCheck {
    private final Verification verification;

    BindingCheck(Verification verification) {
        this.verification = verification;
    }

    /**
     * Checks the binding that governs the picture: that of the active manifest or, under update manifests, of the first
     * standard manifest in its line of parents.
     */
    void check(CheckedManifest active, IngredientGraph graph) throws IOException {
        FindingList findings = active.findings();
        if (verification.map().format() instanceof LoneStore) {
            String what = "there is no picture that it could be compared with";
            findings.add(StatusCode.GENERAL_ERROR, active.manifest().uri(), what);
            return;
        }
        CheckedManifest governing = active;
        for (int steps = 0;
                governing.manifest().update() && steps <= graph.edges().size();
                steps++) {
            Optional<CheckedManifest> parent = parent(governing, graph);
            if (parent.isEmpty()) {
                findings.add(
                        StatusCode.CLAIM_HARD_BINDINGS_MISSING,
                        active.manifest().claimUri(),
                        "an update manifest that does not lead to a standard manifest");
                return;
            }
            governing = parent.get();
        }
        for (CheckedManifest manifest : graph.manifests()) {
            if (manifest.hasForeignBytes()) {
                findings.add(
                        StatusCode.ASSERTION_DATA_HASH_MISMATCH,
                        manifest.manifest().signatureUri(),
                        "bytes beside the signature, which nothing covers, are neither padding nor of the standard");
            }
        }
        List<Map.Entry<String, Assertion>> bindings = HardBindings.of(governing);
        if (bindings.size() == 1) {
            check(bindings.get(0), governing, governing != active, findings);
        }
    }

    private static Optional<CheckedManifest> parent(CheckedManifest manifest, IngredientGraph graph) {
        return graph.edges().stream()
                .filter(edge -> edge.from() == manifest
                        && edge.ingredient().relationship() == Ingredient.Relationship.PARENT_OF)
                .findFirst()
                .flatMap(IngredientGraph.Edge::to);
    }

    private void check(
            Map.Entry<String, Assertion> binding, CheckedManifest governing, boolean updated, FindingList findings)
            throws IOException {
        String uri = governing.manifest().assertionUri(binding.getKey());
        Optional<String> claimAlg = governing.claim().flatMap(Claim::alg);
        if (binding.getValue() instanceof DataHash dataHash) {
            new DataHashCheck(verification).check(dataHash, uri, claimAlg, updated, findings);
        } else if (binding.getValue() instanceof BmffHash bmffHash) {
            new BmffHashCheck(verification).check(bmffHash, uri, claimAlg, findings);
        } else if (binding.getValue() instanceof BoxesHash boxesHash) {
            new BoxesHashCheck(verification).check(boxesHash, uri, claimAlg, findings);
        } else {
            findings.add(
                    StatusCode.GENERAL_ERROR,
                    uri,
                    "a binding of the kind " + binding.getKey() + ", which this version cannot check");
        }
    }
}
