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
     * Reads an action.
     *
     * @throws MalformedException if it has no name, or a field of another kind than the standard has
     */
    static Action read(Value value) throws MalformedException {
        Value parameters = parameters(value);
        List<HashedUri> ingredients = new ArrayList<>(HashedUri.readList(parameters, "ingredients"));
        Optional<Value> single = parameters.get("ingredient");
        if (single.isPresent()) {
            ingredients.add(HashedUri.read(single.get()));
        }
        return read(value, ingredients);
    }

    /** Reads an action of version 1, whose references to ingredients were written in several ways. */
    static Action readV1(Value value) throws MalformedException {
        return read(value, List.of());
    }

    private static Action read(Value value, List<HashedUri> ingredients) throws MalformedException {
        return new Action(
                Fields.text(value, "action"),
                Fields.optionalText(value, "digitalSourceType"),
                ingredients,
                Fields.optionalText(parameters(value), "redacted"),
                Fields.optionalText(value, "reason"),
                value);
    }

    private static Value parameters(Value value) {
        return value.get("parameters").orElse(Value.dict().build());
    }

    /** Whether this is {@code c2pa.created} or {@code c2pa.opened}, one of which begins every history. */
    public boolean begins() {
        return action.equals(CREATED) || action.equals(OPENED);
    }
}
