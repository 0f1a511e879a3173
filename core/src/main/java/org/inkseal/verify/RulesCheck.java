package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Action;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.LimitExceededException;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.Label;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.StatusCode;

/**
 * What a manifest of its kind must and may hold (C2PA 2.2 §15.10.1.2), and what its assertions may refer to (§15.10.2).
 */
final class RulesCheck {
    private static final Set<String> UPDATE_ACTIONS =
            Set.of("c2pa.edited.metadata", "c2pa.opened", "c2pa.published", "c2pa.redacted");

    private final Verification verification;

    RulesCheck(Verification verification) {
        this.verification = verification;
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
        for (Map.Entry<String, Assertion> entry : checked.assertions().entrySet()) {
            references(entry.getKey(), entry.getValue(), checked);
        }
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
        if (checked.claimVersion() == 2) {
            // Files of C2PA 1.x were written before these rules.
            new ActionsCheck(checked).check();
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
        for (Map.Entry<String, Assertion> entry : checked.assertions().entrySet()) {
            String base = Label.parse(entry.getKey()).base();
            if (HardBindings.isHardBinding(base)
                    || base.startsWith("c2pa.thumbnail.")
                    || base.equals("c2pa.hash.multi-asset")) {
                findings.add(StatusCode.MANIFEST_UPDATE_INVALID, uri, base + " in an update manifest");
            }
            if (entry.getValue() instanceof Actions actions) {
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

    private void references(String label, Assertion assertion, CheckedManifest checked) throws LimitExceededException {
        List<HashedUri> references = new ArrayList<>();
        if (assertion instanceof Ingredient ingredient) {
            ingredient.thumbnail().ifPresent(references::add);
        }
        if (assertion instanceof Actions actions && checked.claimVersion() == 2) {
            actions.actions().forEach(action -> references.addAll(action.ingredients()));
        }
        String uri = checked.manifest().assertionUri(label);
        for (HashedUri reference : references) {
            reference(reference, uri, checked);
        }
    }

    private void reference(HashedUri reference, String uri, CheckedManifest checked) throws LimitExceededException {
        Manifest manifest = checked.manifest();
        Optional<SuperBox> target = verification.store().resolve(reference.url(), manifest.label());
        if (target.isEmpty()) {
            if (!isRedacted(reference, manifest)) {
                checked.findings().add(StatusCode.HASHED_URI_MISSING, uri, reference.url() + " is not there");
            }
            return;
        }
        Optional<HashAlgorithm> algorithm =
                Verification.algorithm(reference.alg(), checked.claim().flatMap(claim -> claim.alg()));
        if (algorithm.isEmpty()) {
            checked.findings().add(StatusCode.ALGORITHM_UNSUPPORTED, uri, "no hash algorithm that the standard allows");
        } else if (!isRedacted(reference, manifest)
                && !verification.matches(target.get().content(), reference, algorithm.get())) {
            checked.findings().add(StatusCode.HASHED_URI_MISMATCH, uri, reference.url() + " has another hash");
        }
    }

    private boolean isRedacted(HashedUri reference, Manifest manifest) {
        return JumbfUri.parse(reference.url())
                .map(uri -> uri.within(manifest.label()).toString())
                .filter(verification.redacted()::contains)
                .isPresent();
    }
}
