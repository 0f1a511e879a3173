package org.inkseal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Action;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;

/**
 * Actions as a definition has them, in the form that they have in a manifest: times are tagged, ingredients and icons are
 * references. A parent that no action opens is opened first, and components that no action names are placed at the end
 * (C2PA 2.2 §18.15.4).
 */
final class DefinedActions {
    private static final long DATE_TIME = 0;
    private static final List<String> NAMES = List.of("ingredientIds", "org.cai.ingredientIds");

    private final List<Ingredients.Written> ingredients;
    private final DefinedIcons icons;
    private final Set<String> named = new HashSet<>();

    DefinedActions(List<Ingredients.Written> ingredients, DefinedIcons icons) {
        this.ingredients = ingredients;
        this.icons = icons;
    }

    /**
     * The content of an actions assertion.
     *
     * @param first whether it is the first one, which begins the history
     */
    Value of(Value data, boolean first) throws IOException {
        List<Value> actions = new ArrayList<>();
        for (Value action : list(data, "actions")) {
            actions.add(action(action));
        }
        if (first) {
            complete(actions);
        }
        DictBuilder fields = copy(data, "actions");
        // Nobody said that nothing else was done.
        if (data.get("allActionsIncluded").isEmpty()) {
            fields.put("allActionsIncluded", false);
        }
        for (String key : List.of("templates", "softwareAgents")) {
            if (data.get(key).isPresent()) {
                List<Value> items = new ArrayList<>();
                for (Value item : list(data, key)) {
                    items.add(icons.replaced(agent(item)));
                }
                fields.put(key, items);
            }
        }
        return fields.put("actions", actions).build();
    }

    private void complete(List<Value> actions) {
        boolean begun = actions.stream()
                .map(action -> DefinedManifest.text(action, "action").orElse(""))
                .anyMatch(name -> name.equals(Action.CREATED) || name.equals(Action.OPENED));
        List<Value> parent = references(Relationship.PARENT_OF);
        if (!begun && !parent.isEmpty()) {
            actions.add(0, linked(Action.OPENED, parent));
        }
        List<Value> components = references(Relationship.COMPONENT_OF);
        if (!components.isEmpty()) {
            actions.add(linked("c2pa.placed", components));
        }
    }

    /** The ingredients of a kind that no action has named yet. */
    private List<Value> references(Relationship relationship) {
        return ingredients.stream()
                .filter(ingredient -> ingredient.relationship() == relationship)
                .filter(ingredient -> !named.contains(ingredient.reference().url()))
                .map(ingredient -> ingredient.reference().toValue())
                .toList();
    }

    private static Value linked(String name, List<Value> references) {
        Value parameters = Value.dict().put("ingredients", references).build();
        return Value.dict().put("action", name).put("parameters", parameters).build();
    }

    private Value action(Value action) throws IOException {
        DictBuilder fields = copy(agent(action), "parameters");
        for (String key : List.of("when", "whenStart", "whenEnd")) {
            DefinedManifest.text(action, key)
                    .ifPresent(time -> fields.put(key, new Value.Tagged(DATE_TIME, Value.of(time))));
        }
        if (action.get("related").isPresent()) {
            List<Value> related = new ArrayList<>();
            for (Value item : list(action, "related")) {
                related.add(agent(item));
            }
            fields.put("related", related);
        }
        Optional<Value> parameters = action.get("parameters");
        if (parameters.isPresent()) {
            fields.put("parameters", parameters(parameters.get()));
        }
        return fields.build();
    }

    private Value parameters(Value parameters) {
        List<Value> references = new ArrayList<>();
        DictBuilder fields = Value.dict();
        for (Map.Entry<Value, Value> entry : dict(parameters).entries().entrySet()) {
            if (entry.getKey().asText().filter(NAMES::contains).isPresent()) {
                for (Value name : entry.getValue().asArray().orElse(List.of())) {
                    references.add(reference(name.asText().orElse("")));
                }
            } else {
                fields.put(entry.getKey(), entry.getValue());
            }
        }
        return (references.isEmpty() ? fields : fields.put("ingredients", references)).build();
    }

    private Value reference(String name) {
        Ingredients.Written ingredient = ingredients.stream()
                .filter(one -> !name.isEmpty() && one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an action names the ingredient \"" + name
                        + "\", but no ingredient has that label or instance_id"));
        named.add(ingredient.reference().url());
        return ingredient.reference().toValue();
    }

    /** Actions of version 1 name their software by a text. */
    private static Value.Dict agent(Value item) {
        Optional<String> name = DefinedManifest.text(item, "softwareAgent");
        if (name.isEmpty()) {
            return dict(item);
        }
        Value agent = Value.dict().put("name", name.get()).build();
        return copy(item, "softwareAgent").put("softwareAgent", agent).build();
    }

    private static DictBuilder copy(Value map, String without) {
        DictBuilder fields = Value.dict();
        dict(map).entries().forEach((key, value) -> {
            if (!key.equals(Value.of(without)) && !value.isNull()) {
                fields.put(key, value);
            }
        });
        return fields;
    }

    private static Value.Dict dict(Value value) {
        return value.asDict().orElseThrow(() -> new IllegalArgumentException("an action that is no JSON object"));
    }

    private static List<Value> list(Value map, String key) {
        return map.get(key)
                .flatMap(Value::asArray)
                .orElseThrow(
                        () -> new IllegalArgumentException("\"" + key + "\" of an actions assertion is not a list"));
    }
}
