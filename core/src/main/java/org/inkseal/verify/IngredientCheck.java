package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.LimitExceededException;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Claim;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
import org.inkseal.report.IngredientDelta;
import org.inkseal.report.StatusCode;

/**
 * An ingredient's manifest is the one that was taken in (C2PA 2.4 §15.11.3), and what is true of it now.
 */
final class IngredientCheck {
    private final Verification verification;
    private final Set<String> line;

    IngredientCheck(Verification verification, IngredientGraph graph) {
        this.verification = verification;
        this.line = graph.line(graph.manifests().get(0)).stream()
                .map(manifest -> manifest.manifest().label())
                .collect(Collectors.toSet());
    }

    /** Checks one reference; the findings about it and about its manifest, without those recorded on the way there. */
    IngredientDelta check(IngredientGraph.Edge edge) throws LimitExceededException {
        FindingList findings = new FindingList();
        if (edge.ingredient().manifest().isEmpty()) {
            if (edge.ingredient().relationship() != Relationship.INPUT_TO) {
                String title = edge.ingredient().title().orElse("an ingredient");
                findings.add(StatusCode.INGREDIENT_UNKNOWN_PROVENANCE, edge.uri(), title + " came without a manifest");
            }
            return new IngredientDelta(edge.uri(), findings.sorted());
        }
        HashedUri reference = edge.ingredient().manifest().get();
        Optional<CheckedManifest> to = edge.to();
        if (to.isEmpty()) {
            findings.add(StatusCode.INGREDIENT_MANIFEST_MISSING, edge.uri(), reference.url() + " is not in the store");
        } else if (isRedacted(to.get().manifest())) {
            signatureHash(edge, to.get().manifest(), findings);
        } else {
            manifestHash(edge, reference, to.get(), findings);
        }
        to.ifPresent(manifest -> findings.addAll(manifest.findings()));
        return new IngredientDelta(edge.uri(), Findings.of(unrecorded(edge, findings.list())));
    }

    private boolean isRedacted(Manifest manifest) {
        String prefix = manifest.uri(Manifest.ASSERTIONS) + "/";
        return verification.redacted().stream().anyMatch(uri -> uri.startsWith(prefix));
    }

    private void manifestHash(IngredientGraph.Edge edge, HashedUri reference, CheckedManifest to, FindingList findings)
            throws LimitExceededException {
        // Before C2PA 1.1 an ingredient recorded the hash of the claim; the claim's own hashes and signature do the
        // rest.
        Optional<Bytes> claim =
                edge.ingredient().isV3() ? Optional.empty() : to.claim().map(Claim::bytes);
        boolean legacy = claim.isPresent() && has(edge, reference, claim.get());
        compare(
                edge,
                reference,
                legacy ? claim.get() : to.manifest().stored().content(),
                StatusCode.INGREDIENT_MANIFEST_VALIDATED,
                StatusCode.INGREDIENT_MANIFEST_MISMATCH,
                findings);
    }

    private boolean has(IngredientGraph.Edge edge, HashedUri reference, Bytes content) throws LimitExceededException {
        Optional<HashAlgorithm> algorithm = algorithm(edge, reference);
        return algorithm.isPresent() && verification.matches(content, reference, algorithm.get());
    }

    private static Optional<HashAlgorithm> algorithm(IngredientGraph.Edge edge, HashedUri reference) {
        return Verification.algorithm(reference.alg(), edge.from().claim().flatMap(Claim::alg));
    }

    /** A redaction changes the manifest's hash; its signature still is the one that was taken in. */
    private void signatureHash(IngredientGraph.Edge edge, Manifest manifest, FindingList findings)
            throws LimitExceededException {
        Optional<HashedUri> reference = edge.ingredient().claimSignature();
        if (reference.isEmpty() && !edge.ingredient().isV3()) {
            // Versions 1 and 2 have no such field; the manifest's own signature and hashes must do.
            return;
        }
        Optional<SuperBox> box = reference.flatMap(uri ->
                verification.store().resolve(uri.url(), edge.from().manifest().label()));
        if (reference.isEmpty() || box.isEmpty() || !manifest.signatureBoxes().contains(box.get())) {
            findings.add(
                    StatusCode.INGREDIENT_CLAIM_SIGNATURE_MISSING, edge.uri(), "no signature of " + manifest.label());
            return;
        }
        compare(
                edge,
                reference.get(),
                box.get().content(),
                StatusCode.INGREDIENT_CLAIM_SIGNATURE_VALIDATED,
                StatusCode.INGREDIENT_CLAIM_SIGNATURE_MISMATCH,
                findings);
    }

    private void compare(
            IngredientGraph.Edge edge,
            HashedUri reference,
            Bytes content,
            StatusCode match,
            StatusCode mismatch,
            FindingList findings)
            throws LimitExceededException {
        if (algorithm(edge, reference).isEmpty()) {
            findings.add(StatusCode.ALGORITHM_UNSUPPORTED, edge.uri(), "no hash algorithm that the standard allows");
        } else if (has(edge, reference, content)) {
            findings.add(match, edge.uri(), reference.url() + " has the hash that was recorded");
        } else {
            findings.add(mismatch, edge.uri(), reference.url() + " does not have the hash that was recorded");
        }
    }

    /**
     * The findings that nobody recorded. A record can only speak of the ingredient that it was made for and of what that
     * is made from: never of the active manifest, and never of the manifest that holds the record and its references. Nor
     * does it excuse what updates stand on, from where the binding of the picture comes.
     */
    private List<Finding> unrecorded(IngredientGraph.Edge edge, List<Finding> findings) {
        List<Finding> left = new ArrayList<>(findings);
        for (Optional<IngredientGraph.Edge> on = Optional.of(edge);
                on.isPresent();
                on = on.get().outer()) {
            RecordedResults recorded = RecordedResults.of(on.get());
            String holder = on.get().from().manifest().label();
            left.removeIf(finding -> mayBeRecorded(finding, holder) && recorded.contains(finding));
        }
        return left;
    }

    private boolean mayBeRecorded(Finding finding, String holder) {
        return JumbfUri.parse(finding.uri())
                .flatMap(JumbfUri::manifest)
                .filter(label -> !label.equals(holder))
                .filter(label -> !label.equals(verification.store().active().label()))
                .filter(label -> !line.contains(label) || !StateRule.breaksPicture(finding.code()))
                .isPresent();
    }
}
