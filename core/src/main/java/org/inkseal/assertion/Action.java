package org.inkseal.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.MalformedException;

/**
 * One step in the making of a picture (C2PA 2.2 §18.15).
 *
 * @param action its name, such as {@code "c2pa.created"}
 * @param digitalSourceType how the result came to be, as the file has it
 * @param ingredients what the step worked on
 * @param redacted the assertion that the step redacted
 * @param reason why
 * @param fields the action as it was read or is to be written
 */
public record Action(
        String action,
        Optional<String> digitalSourceType,
        List<HashedUri> ingredients,
        Optional<String> redacted,
        Optional<String> reason,
        Value fields) {
    /** The first step of a new picture. */
    public static final String CREATED = "c2pa.created";

    /** The first step of a picture that was made from another. */
    public static final String OPENED = "c2pa.opened";

    /** Copies the list. */
    public Action {
        ingredients = List.copyOf(ingredients);
    }

    /**
     * Reads an action. References to ingredients that are none are left out; {@link #ingredientValues} has them.
     *
     * @throws MalformedException if it has no name, or a field of another kind than the standard has
     */
    static Action read(Value value) throws MalformedException {
        List<HashedUri> ingredients = new ArrayList<>();
        for (Value reference : ingredientValues(value)) {
            try {
                ingredients.add(HashedUri.read(reference));
            } catch (MalformedException e) {
                continue;
            }
        }
        return new Action(
                Fields.text(value, "action"),
                Fields.optionalText(value, "digitalSourceType"),
                ingredients,
                parameters(value).get("redacted").flatMap(Value::asText),
                Fields.optionalText(value, "reason"),
                value);
    }

    /**
     * What stands where references to ingredients belong, whatever it is: each item of {@code ingredients}, and {@code
     * ingredient}, which version 1 has. Something other than a list in {@code ingredients} counts as one item.
     */
    public List<Value> ingredientValues() {
        return ingredientValues(fields);
    }

    private static List<Value> ingredientValues(Value action) {
        List<Value> found = new ArrayList<>();
        Optional<Value> several = parameters(action).get("ingredients");
        several.ifPresent(value -> found.addAll(value.asArray().orElse(List.of(value))));
        parameters(action).get("ingredient").ifPresent(found::add);
        return found;
    }

    private static Value parameters(Value value) {
        return value.get("parameters").orElse(Value.dict().build());
    }

    /** Whether this is {@code c2pa.created} or {@code c2pa.opened}, one of which begins every history. */
    public boolean begins() {
        return action.equals(CREATED) || action.equals(OPENED);
    }
}
