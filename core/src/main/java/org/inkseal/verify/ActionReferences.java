package org.inkseal.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.inkseal.assertion.Action;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.cbor.Value;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.Label;
import org.inkseal.manifest.Claim;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.StatusCode;

/**
 * What an action refers to is there and is what the action is about: ingredients, redacted assertions, soft bindings,
 * other assertions (C2PA 2.4 §15.10.3.2.3). Hashes are the work of {@link ReferencesCheck}.
 */
final class ActionReferences {
    static final String REDACTED = "c2pa.redacted";

    private static final String SOFT_BINDING = "c2pa.soft-binding";

    private final Verification verification;
    private final IngredientGraph graph;
    private final CheckedManifest checked;

    ActionReferences(Verification verification, IngredientGraph graph, CheckedManifest checked) {
        this.verification = verification;
        this.graph = graph;
        this.checked = checked;
    }

    void check(Action action, String uri) {
        ingredients(action, uri);
        locations(action, uri);
        related(action, uri);
        switch (action.action()) {
            case REDACTED -> redacted(action, uri);
            case "c2pa.watermarked", "c2pa.watermarked.bound" -> softBinding(action, uri);
            default -> {
                // The others refer to nothing that must be there.
            }
        }
    }

    /** Claims of version 1 need not refer to anything; a reference that they do have is one (C2PA 1.0 §13.2). */
    void checkLegacy(Actions actions, String uri) {
        for (Action action : actions.actions()) {
            boolean named = action.ingredientValues().stream()
                    .allMatch(value -> value.get("url").flatMap(Value::asText).isPresent());
            if (!named) {
                mismatch(uri, action.action() + " has a reference to an ingredient that is none");
            }
        }
    }

    private void ingredients(Action action, String uri) {
        int count = action.ingredientValues().size();
        switch (action.action()) {
            case Action.OPENED -> {
                if (count != 1 || !all(action, Relationship.PARENT_OF, own())) {
                    mismatch(uri, "c2pa.opened needs one parentOf ingredient of this manifest");
                }
            }
            case "c2pa.placed" -> {
                if (count == 0 || !all(action, Relationship.COMPONENT_OF, own())) {
                    mismatch(uri, "c2pa.placed needs componentOf ingredients of this manifest");
                }
            }
            case "c2pa.removed" -> {
                if (count == 0 || !all(action, Relationship.COMPONENT_OF, own().negate())) {
                    mismatch(uri, "c2pa.removed needs componentOf ingredients of another manifest");
                }
            }
            case "c2pa.transcoded", "c2pa.repackaged" -> {
                if (!all(action, Relationship.PARENT_OF, own())) {
                    mismatch(uri, action.action() + " works on the parentOf ingredient of this manifest");
                }
            }
            default -> {
                // Other actions may name ingredients or not.
            }
        }
    }

    private boolean all(Action action, Relationship relationship, Predicate<String> manifest) {
        List<HashedUri> references = action.ingredients();
        return references.size() == action.ingredientValues().size()
                && references.stream().allMatch(reference -> isIngredient(reference, relationship, manifest));
    }

    private boolean isIngredient(HashedUri reference, Relationship relationship, Predicate<String> manifest) {
        Optional<JumbfUri> uri = assertion(reference.url())
                .filter(found -> manifest.test(found.manifest().orElse("")));
        if (uri.isEmpty()) {
            return false;
        }
        boolean redacted = verification.redacted().contains(uri.get().toString());
        return redacted && Ingredient.TYPE.labels().contains(label(uri.get()).base())
                || find(uri.get())
                        .filter(found ->
                                found instanceof Ingredient ingredient && ingredient.relationship() == relationship)
                        .isPresent();
    }

    /** An ingredient that is attributed otherwise than the action that works on it: worth knowing (C2PA 2.5 §14). */
    private void locations(Action action, String uri) {
        for (HashedUri reference : action.ingredients()) {
            Optional<String> target = assertion(reference.url()).map(JumbfUri::toString);
            if (target.isPresent() && isGathered(target.get()) != isGathered(uri) && names(checked, target.get())) {
                checked.findings()
                        .add(
                                StatusCode.ASSERTION_ACTION_INGREDIENT_LOCATION_MISMATCH,
                                uri,
                                "one of the action and its ingredient is the signer's, the other was gathered");
            }
        }
    }

    private boolean isGathered(String target) {
        return checked.claim().isPresent()
                && checked.claim().get().gathered().stream()
                        .anyMatch(entry ->
                                assertion(entry.url()).map(JumbfUri::toString).equals(Optional.of(target)));
    }

    private void related(Action action, String uri) {
        Optional<Value> list = action.fields().get("parameters").flatMap(map -> map.get("relatedAssertions"));
        if (list.isEmpty()) {
            return;
        }
        List<Value> items = list.get().asArray().orElse(List.of());
        boolean right = items.stream()
                .allMatch(item -> item.get("url")
                        .flatMap(Value::asText)
                        .flatMap(this::assertion)
                        .filter(target -> own().test(target.manifest().orElse("")))
                        .flatMap(this::find)
                        .filter(found -> !(found instanceof Ingredient) && !(found instanceof Actions))
                        .isPresent());
        if (items.isEmpty() || !right) {
            checked.findings()
                    .add(
                            StatusCode.ASSERTION_ACTION_MALFORMED,
                            uri,
                            "relatedAssertions must name assertions of this manifest that are no ingredients or actions");
        }
    }

    /** The redacted assertion need not be there any more, but its manifest's claim must name it. */
    private void redacted(Action action, String uri) {
        boolean found = action.redacted()
                .flatMap(JumbfUri::parse)
                .filter(target -> target.manifest().isPresent())
                .filter(target -> graph.manifests().stream().anyMatch(manifest -> names(manifest, target.toString())))
                .isPresent();
        if (!found) {
            String seen = action.redacted().orElse("nothing") + " is no assertion that could be redacted";
            checked.findings().add(StatusCode.ASSERTION_ACTION_REDACTION_MISMATCH, uri, seen);
        }
    }

    private static boolean names(CheckedManifest manifest, String target) {
        Optional<Claim> claim = manifest.claim();
        return claim.isPresent()
                && claim.get().assertions().stream()
                        .map(HashedUri::url)
                        .map(JumbfUri::parse)
                        .flatMap(Optional::stream)
                        .anyMatch(entry -> entry.within(manifest.manifest().label())
                                .toString()
                                .equals(target));
    }

    private void softBinding(Action action, String uri) {
        boolean bound = checked.assertions().keySet().stream()
                .anyMatch(label -> Label.parse(label).base().equals(SOFT_BINDING));
        if (!bound) {
            checked.findings()
                    .add(
                            StatusCode.ASSERTION_ACTION_SOFT_BINDING_MISSING,
                            uri,
                            action.action() + " has no soft binding");
        }
    }

    private Predicate<String> own() {
        return checked.manifest().label()::equals;
    }

    /** The absolute form of a URI that names an assertion. */
    private Optional<JumbfUri> assertion(String url) {
        return JumbfUri.parse(url)
                .map(uri -> uri.within(checked.manifest().label()))
                .filter(uri -> uri.path().size() == 2 && uri.path().get(0).equals(Manifest.ASSERTIONS));
    }

    private static Label label(JumbfUri uri) {
        return Label.parse(uri.path().get(1));
    }

    /** The assertion of any manifest of the history that a URI names and that could be read. */
    private Optional<Assertion> find(JumbfUri uri) {
        for (CheckedManifest manifest : graph.manifests()) {
            if (uri.manifest().equals(Optional.of(manifest.manifest().label()))) {
                return manifest == checked ? mine(uri) : StoredAssertion.read(verification, manifest.manifest(), uri);
            }
        }
        return Optional.empty();
    }

    private Optional<Assertion> mine(JumbfUri uri) {
        return Optional.ofNullable(checked.assertions().get(uri.path().get(1)));
    }

    private void mismatch(String uri, String explanation) {
        checked.findings().add(StatusCode.ASSERTION_ACTION_INGREDIENT_MISMATCH, uri, explanation);
    }
}
