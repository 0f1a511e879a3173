package org.inkseal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Action;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.report.DigitalSourceType;

/** The actions that a declaration amounts to (C2PA 2.4 §18.15). */
final class History {
    private static final long DATE_TIME = 0;

    private History() {}

    /** A picture without a past was created; one with a credential was opened, and perhaps changed. */
    static Actions of(Declaration declaration, Optional<HashedUri> parent) {
        List<Action> actions = new ArrayList<>();
        if (parent.isEmpty()) {
            actions.add(action(
                    Action.CREATED,
                    declaration,
                    Optional.of(declaration.origin().uri())));
        } else {
            Value parameters = Value.dict()
                    .put("ingredients", List.of(parent.get().toValue()))
                    .build();
            Value fields = Value.dict()
                    .put("action", Action.OPENED)
                    .put("parameters", parameters)
                    .build();
            actions.add(new Action(
                    Action.OPENED,
                    Optional.empty(),
                    List.of(parent.get()),
                    Optional.empty(),
                    Optional.empty(),
                    fields));
            if (changes(declaration)) {
                actions.add(action(
                        "c2pa.edited",
                        declaration,
                        Optional.of(declaration.origin().uri())));
            }
        }
        return new Actions(actions);
    }

    /** Whether the declaration says that something was done to the picture after it got its first credential. */
    private static boolean changes(Declaration declaration) {
        return switch (declaration.origin().maker()) {
            case MODEL, MODEL_IN_PART -> true;
            default -> declaration.origin() == DigitalSourceType.HUMAN_EDITS;
        };
    }

    private static Action action(String name, Declaration declaration, Optional<String> sourceType) {
        DictBuilder fields = Value.dict().put("action", name).putIfPresent("digitalSourceType", sourceType);
        declaration
                .when()
                .ifPresent(time -> fields.put("when", new Value.Tagged(DATE_TIME, Value.of(time.toString()))));
        declaration.tool().ifPresent(tool -> fields.put("softwareAgent", agent(tool)));
        return new Action(name, sourceType, List.of(), Optional.empty(), Optional.empty(), fields.build());
    }

    private static Value agent(Declaration.Tool tool) {
        return Value.dict()
                .put("name", tool.name())
                .putIfPresent("version", tool.version())
                .putIfPresent("org.inkseal.provider", tool.provider())
                .build();
    }
}
