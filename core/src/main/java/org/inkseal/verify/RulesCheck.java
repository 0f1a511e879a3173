package org.inkseal.verify;

import java.util.List;
import java.util.Set;
import org.inkseal.assertion.Action;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.assertion.MultiAssetHash;
import org.inkseal.io.LimitExceededException;
import org.inkseal.jumbf.Label;
import org.inkseal.manifest.Claim;
import org.inkseal.report.StatusCode;

/** What a manifest of its kind must and may hold (C2PA 2.4 §15.10.1), and the rules of single assertions (§15.10.3). */
final class RulesCheck {
    private static final Set<String> UPDATE_ACTIONS =
            Set.of("c2pa.edited.metadata", "c2pa.opened", "c2pa.published", "c2pa.redacted");

    private final Verification verification;
    private final IngredientGraph graph;

    RulesCheck(Verification verification, IngredientGraph graph) {
        this.verification = verification;
        this.graph = graph;
    }

    void check(CheckedManifest checked) throws LimitExceededException {
        if (checked.claim().isEmpty()) {
            return;
        }
        if (checked.manifest().update()) {
            update(checked);
        } else {
            standard(checked);
        }
        new ActionsCheck(verification, graph, checked).check();
        new ReferencesCheck(verification, checked).check();
        new ExternalDataCheck(checked).check();
        new MetadataCheck(checked).check();
        new AssertionMetadataCheck(checked).check();
        new AlternativeContentCheck(verification, checked).check();
    }

    private static void standard(CheckedManifest checked) {
        HardBindings.count(checked);
        if (ingredients(checked, Relationship.PARENT_OF) > 1) {
            checked.findings()
                    .add(
                            StatusCode.MANIFEST_MULTIPLE_PARENTS,
                            checked.manifest().claimUri(),
                            "more than one parentOf ingredient");
        }
    }

    private static void update(CheckedManifest checked) {
        String uri = checked.manifest().claimUri();
        FindingList findings = checked.findings();
        long ingredients = checked.assertions().values().stream()
                .filter(Ingredient.class::isInstance)
                .count();
        if (ingredients != 1 || ingredients(checked, Relationship.PARENT_OF) != 1) {
            findings.add(StatusCode.MANIFEST_UPDATE_WRONG_PARENTS, uri, "not exactly one ingredient, a parentOf");
        }
        for (HashedUri reference : checked.claim().map(Claim::assertions).orElse(List.of())) {
            String base = Label.parse(AssertionsCheck.label(reference, checked).orElse(""))
                    .base();
            if (HardBindings.isHardBinding(base)
                    || base.startsWith("c2pa.thumbnail.")
                    || base.equals(MultiAssetHash.LABEL)) {
                findings.add(StatusCode.MANIFEST_UPDATE_INVALID, uri, base + " in an update manifest");
            }
        }
        for (Assertion assertion : checked.assertions().values()) {
            if (assertion instanceof Actions actions) {
                for (Action action : actions.actions()) {
                    if (!UPDATE_ACTIONS.contains(action.action())) {
                        findings.add(
                                StatusCode.MANIFEST_UPDATE_INVALID, uri, action.action() + " in an update manifest");
                    }
                }
            }
        }
    }

    private static long ingredients(CheckedManifest checked, Relationship relationship) {
        return checked.assertions().values().stream()
                .filter(a -> a instanceof Ingredient ingredient && ingredient.relationship() == relationship)
                .count();
    }
}
