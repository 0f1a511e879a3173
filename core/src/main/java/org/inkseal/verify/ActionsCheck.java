package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.assertion.Action;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.report.StatusCode;

/** The rules of the actions of a standard manifest (C2PA 2.2 §15.10.3.2.1, §18.15). */
final class ActionsCheck {
    private final CheckedManifest checked;

    ActionsCheck(CheckedManifest checked) {
        this.checked = checked;
    }

    void check() {
        List<Map.Entry<String, Actions>> all = new ArrayList<>();
        checked.assertions().forEach((label, assertion) -> {
            if (assertion instanceof Actions actions) {
                all.add(Map.entry(label, actions));
            }
        });
        if (all.isEmpty()) {
            if (!checked.findings().has(StatusCode.ASSERTION_ACTION_MALFORMED)) {
                malformed(checked.manifest().claimUri(), "no actions: nothing says how the picture came to be");
            }
            return;
        }
        beginning(all);
        for (Map.Entry<String, Actions> entry : all) {
            String uri = checked.manifest().assertionUri(entry.getKey());
            for (Action action : entry.getValue().actions()) {
                ingredients(action, uri);
            }
        }
    }

    /** Exactly one {@code c2pa.created} or {@code c2pa.opened}, as the first action of all. */
    private void beginning(List<Map.Entry<String, Actions>> all) {
        String uri = checked.manifest().assertionUri(all.get(0).getKey());
        int beginnings = 0;
        for (Map.Entry<String, Actions> entry : all) {
            if (entry.getValue().actions().isEmpty()) {
                malformed(checked.manifest().assertionUri(entry.getKey()), "no action in the list");
            }
            beginnings += (int)
                    entry.getValue().actions().stream().filter(Action::begins).count();
        }
        List<Action> first = all.get(0).getValue().actions();
        if (beginnings != 1 || first.isEmpty() || !first.get(0).begins()) {
            malformed(uri, "the first action, and no other, must be c2pa.created or c2pa.opened");
            return;
        }
        if (first.get(0).action().equals(Action.CREATED)
                && first.get(0).digitalSourceType().isEmpty()) {
            malformed(uri, "c2pa.created without a digital source type");
        }
    }

    private void ingredients(Action action, String uri) {
        switch (action.action()) {
            case Action.OPENED -> {
                if (action.ingredients().size() != 1 || !all(action, Relationship.PARENT_OF)) {
                    mismatch(uri, "c2pa.opened needs one parentOf ingredient of this manifest");
                }
            }
            case "c2pa.placed" -> {
                if (action.ingredients().isEmpty() || !all(action, Relationship.COMPONENT_OF)) {
                    mismatch(uri, "c2pa.placed needs componentOf ingredients of this manifest");
                }
            }
            case "c2pa.transcoded", "c2pa.repackaged" -> {
                if (!all(action, Relationship.PARENT_OF)) {
                    mismatch(uri, action.action() + " works on the parentOf ingredient of this manifest");
                }
            }
            case "c2pa.redacted" -> {
                if (action.redacted().isEmpty()) {
                    malformed(uri, "c2pa.redacted does not say what was redacted");
                }
            }
            default -> {
                // Other actions may name ingredients or not.
            }
        }
    }

    private boolean all(Action action, Relationship relationship) {
        return action.ingredients().stream()
                .allMatch(reference -> ingredient(reference)
                        .filter(ingredient -> ingredient.relationship() == relationship)
                        .isPresent());
    }

    private Optional<Ingredient> ingredient(HashedUri reference) {
        String own = checked.manifest().label();
        return JumbfUri.parse(reference.url())
                .filter(uri ->
                        uri.manifest().orElse(own).equals(own) && uri.path().size() == 2)
                .map(uri -> checked.assertions().get(uri.path().get(1)))
                .map(assertion -> assertion instanceof Ingredient ingredient ? ingredient : null);
    }

    private void malformed(String uri, String explanation) {
        checked.findings().add(StatusCode.ASSERTION_ACTION_MALFORMED, uri, explanation);
    }

    private void mismatch(String uri, String explanation) {
        checked.findings().add(StatusCode.ASSERTION_ACTION_INGREDIENT_MISMATCH, uri, explanation);
    }
}
