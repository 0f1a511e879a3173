package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.inkseal.assertion.Action;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.Value;
import org.inkseal.io.LimitExceededException;
import org.inkseal.report.StatusCode;

/**
 * The rules of the actions of a manifest (C2PA 2.4 §15.10.1.2, §15.10.3.2.3, §18.15). What each action says for itself is
 * the work of {@link ActionCheck}, what it refers to that of {@link ActionReferences}.
 */
final class ActionsCheck {
    private final CheckedManifest checked;
    private final RuleProfile profile;
    private final ActionReferences references;

    ActionsCheck(Verification verification, IngredientGraph graph, CheckedManifest checked) {
        this.checked = checked;
        this.profile = RuleProfile.of(checked);
        this.references = new ActionReferences(verification, graph, checked);
    }

    /** Checks every actions assertion; those of a standard manifest must say how the picture came to be. */
    void check() throws LimitExceededException {
        List<Map.Entry<String, Actions>> all = new ArrayList<>();
        checked.assertions().forEach((label, assertion) -> {
            if (assertion instanceof Actions actions) {
                all.add(Map.entry(label, actions));
            }
        });
        if (profile == RuleProfile.V1) {
            for (Map.Entry<String, Actions> entry : all) {
                references.checkLegacy(entry.getValue(), checked.manifest().assertionUri(entry.getKey()));
            }
            return;
        }
        if (!checked.manifest().update()) {
            beginning(all);
        }
        for (Map.Entry<String, Actions> entry : all) {
            check(entry.getValue(), checked.manifest().assertionUri(entry.getKey()));
        }
    }

    private void check(Actions actions, String uri) throws LimitExceededException {
        Value fields = actions.fields();
        if (actions.actions().isEmpty()) {
            malformed(uri, "no action in the list");
        }
        boolean complete = fields.get("allActionsIncluded").isPresent();
        if (complete && actions.allActionsIncluded().isEmpty()) {
            malformed(uri, "allActionsIncluded is neither true nor false");
        } else if (!complete && profile.since(RuleProfile.V2_5)) {
            malformed(uri, "allActionsIncluded is missing, which C2PA 2.5 asks for");
        }
        ActionCheck single = new ActionCheck(actions, uri, checked.findings());
        for (Action action : actions.actions()) {
            single.check(action.fields());
            references.check(action, uri);
        }
        single.templates();
    }

    /** Exactly one {@code c2pa.created} or {@code c2pa.opened}, as the first action of all. */
    private void beginning(List<Map.Entry<String, Actions>> all) {
        if (all.isEmpty()) {
            missing();
            return;
        }
        String first = all.get(0).getKey();
        long beginnings = all.stream()
                .flatMap(entry -> entry.getValue().actions().stream())
                .filter(Action::begins)
                .count();
        List<Action> actions = all.get(0).getValue().actions();
        String uri = checked.manifest().assertionUri(first);
        if (beginnings != 1 || actions.isEmpty() || !actions.get(0).begins()) {
            malformed(uri, "the first action, and no other, must be c2pa.created or c2pa.opened");
        } else if (profile.since(RuleProfile.V2_3) && !isCreated(first)) {
            malformed(uri, "the beginning of the history is gathered, not stated by the signer");
        } else if (actions.get(0).action().equals(Action.CREATED)
                && actions.get(0).digitalSourceType().isEmpty()) {
            malformed(uri, "c2pa.created without a digital source type");
        }
    }

    private void missing() {
        if (profile.since(RuleProfile.V2_5)) {
            String seen = "no actions: nothing says how the picture came to be";
            checked.findings()
                    .add(StatusCode.CLAIM_ACTIONS_MISSING, checked.manifest().claimUri(), seen);
        } else if (!checked.findings().has(StatusCode.ASSERTION_ACTION_MALFORMED)) {
            malformed(checked.manifest().claimUri(), "no actions: nothing says how the picture came to be");
        }
    }

    private boolean isCreated(String label) {
        return checked.claim().isPresent()
                && checked.claim().get().created().stream()
                        .map(HashedUri::url)
                        .anyMatch(url -> url.endsWith("/" + label));
    }

    private void malformed(String uri, String explanation) {
        checked.findings().add(StatusCode.ASSERTION_ACTION_MALFORMED, uri, explanation);
    }
}
