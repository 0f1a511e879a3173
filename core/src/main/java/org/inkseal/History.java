package org.inkseal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Action;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.report.DigitalSourceType;

/** The actions that a statement amounts to (C2PA 2.4 §18.15). */
final class History {
    private static final long DATE_TIME = 0;

    private final List<Action> actions = new ArrayList<>();
    private final List<Ingredients.Written> ingredients;

    private History(List<Ingredients.Written> ingredients) {
        this.ingredients = ingredients;
    }

    /**
     * A picture without a past was created; one with a parent was opened, and perhaps changed. Its components were placed
     * in it.
     *
     * @param redacted absolute URIs of what the declaration redacts
     * @param watermarks the soft bindings by watermarks that the picture has
     */
    static Actions of(
            Declaration declaration,
            List<Ingredients.Written> ingredients,
            List<String> redacted,
            List<HashedUri> watermarks) {
        History history = new History(ingredients);
        List<Value> inputs = history.references(Relationship.INPUT_TO);
        if (history.opened()) {
            if (changes(declaration) || !inputs.isEmpty()) {
                history.add(made("c2pa.edited", declaration), inputs);
            }
        } else {
            history.add(made(Action.CREATED, declaration), inputs);
        }
        List<Value> components = history.references(Relationship.COMPONENT_OF);
        if (!components.isEmpty()) {
            history.add(Value.dict().put("action", "c2pa.placed"), components);
        }
        history.watermark(watermarks);
        history.redact(declaration.redactions(), redacted);
        return new Actions(history.actions);
    }

    /** What an update manifest may say (C2PA 2.2 §11.2.3). */
    static Actions of(Amendment amendment, List<Ingredients.Written> ingredients, List<String> redacted) {
        History history = new History(ingredients);
        history.opened();
        boolean told = amendment.title().isPresent()
                || !amendment.permissions().isSilent()
                || !amendment.further().isEmpty();
        if (told) {
            history.add(Value.dict().put("action", "c2pa.edited.metadata"), List.of());
        }
        history.redact(amendment.redactions(), redacted);
        if (amendment.published()) {
            history.add(Value.dict().put("action", "c2pa.published"), List.of());
        }
        return new Actions(history.actions);
    }

    /** Begins with the parent, if there is one. */
    private boolean opened() {
        List<Value> parent = references(Relationship.PARENT_OF);
        if (!parent.isEmpty()) {
            add(Value.dict().put("action", Action.OPENED), parent);
        }
        return !parent.isEmpty();
    }

    /** C2PA 2.4 §18.15.5. */
    private void watermark(List<HashedUri> bindings) {
        for (HashedUri binding : bindings) {
            Value parameters = Value.dict()
                    .put("relatedAssertions", List.of(binding.toValue()))
                    .build();
            add(Value.dict().put("action", "c2pa.watermarked.bound").put("parameters", parameters), List.of());
        }
    }

    private void redact(List<Redaction> redactions, List<String> uris) {
        for (int i = 0; i < uris.size(); i++) {
            Value parameters = Value.dict().put("redacted", uris.get(i)).build();
            DictBuilder fields = Value.dict()
                    .put("action", "c2pa.redacted")
                    .put("reason", redactions.get(i).reason())
                    .put("parameters", parameters);
            add(fields, List.of());
        }
    }

    private List<Value> references(Relationship relationship) {
        return ingredients.stream()
                .filter(ingredient -> ingredient.relationship() == relationship)
                .map(ingredient -> ingredient.reference().toValue())
                .toList();
    }

    private void add(DictBuilder fields, List<Value> references) {
        if (!references.isEmpty()) {
            fields.put("parameters", Value.dict().put("ingredients", references).build());
        }
        Value action = fields.build();
        List<HashedUri> named = ingredients.stream()
                .map(Ingredients.Written::reference)
                .filter(reference -> references.contains(reference.toValue()))
                .toList();
        actions.add(new Action(
                action.get("action").flatMap(Value::asText).orElseThrow(),
                action.get("digitalSourceType").flatMap(Value::asText),
                named,
                action.get("parameters").flatMap(map -> map.get("redacted")).flatMap(Value::asText),
                action.get("reason").flatMap(Value::asText),
                action));
    }

    /** Whether the declaration says that something was done to the picture after it got its first credential. */
    static boolean changes(Declaration declaration) {
        return switch (declaration.origin().maker()) {
            case MODEL, MODEL_IN_PART -> true;
            default -> declaration.origin() == DigitalSourceType.HUMAN_EDITS;
        };
    }

    private static DictBuilder made(String name, Declaration declaration) {
        DictBuilder fields = Value.dict()
                .put("action", name)
                .put("digitalSourceType", declaration.origin().uri());
        declaration
                .when()
                .ifPresent(time -> fields.put("when", new Value.Tagged(DATE_TIME, Value.of(time.toString()))));
        Optional<Declaration.Tool> tool = declaration.tool();
        tool.ifPresent(software -> fields.put("softwareAgent", agent(software)));
        return fields;
    }

    private static Value agent(Declaration.Tool tool) {
        return Value.dict()
                .put("name", tool.name())
                .putIfPresent("version", tool.version())
                .putIfPresent("org.inkseal.provider", tool.provider())
                .build();
    }
}
