package org.inkseal.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.MalformedException;

/**
 * How the picture was made, step by step (C2PA 2.2 §18.15).
 *
 * @param label {@code c2pa.actions.v2}, or {@code c2pa.actions} in older files
 * @param actions the steps in order
 * @param allActionsIncluded whether nothing else was done; absent in older files
 * @param fields the assertion as it was read or is to be written
 */
public record Actions(String label, List<Action> actions, Optional<Boolean> allActionsIncluded, Value fields)
        implements Assertion {
    /** The label that is written. */
    public static final String LABEL = "c2pa.actions.v2";

    /** The label of claims of version 1. */
    public static final String LABEL_V1 = "c2pa.actions";

    /** How actions are read. */
    public static final AssertionType<Actions> TYPE = new AssertionType<>(List.of(LABEL, LABEL_V1), Actions::read);

    /** Copies the list. */
    public Actions {
        actions = List.copyOf(actions);
    }

    /** Actions as they are written today, with nothing left out. */
    public Actions(List<Action> actions) {
        this(LABEL, actions, Optional.of(true), fields(actions));
    }

    private static Value fields(List<Action> actions) {
        return Value.dict()
                .put("actions", actions.stream().map(Action::fields).toList())
                .put("allActionsIncluded", true)
                .build();
    }

    private static Actions read(String label, Content content) throws MalformedException {
        Value map = Fields.map(content);
        List<Action> actions = new ArrayList<>();
        Fields.required(map, "actions");
        for (Value item : Fields.optionalList(map, "actions")) {
            actions.add(Action.read(item));
        }
        return new Actions(label, actions, map.get("allActionsIncluded").flatMap(Value::asBool), map);
    }

    @Override
    public Content content() {
        return new Content.Cbor(fields);
    }
}
