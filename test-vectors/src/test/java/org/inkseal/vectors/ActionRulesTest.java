package org.inkseal.vectors;

import static org.inkseal.vectors.Acts.act;
import static org.inkseal.vectors.Acts.created;
import static org.inkseal.vectors.Acts.edition;
import static org.inkseal.vectors.Acts.fields;
import static org.inkseal.vectors.Acts.history;
import static org.inkseal.vectors.Acts.ingredients;
import static org.inkseal.vectors.Acts.list;
import static org.inkseal.vectors.Acts.loose;
import static org.inkseal.vectors.Acts.map;

import java.util.List;
import java.util.stream.Stream;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of histories (C2PA 2.4 §15.10.3.2.3, §18.15), each broken and each kept.
 *
 * <p>Elsewhere: watermarks, editions that want a history to be complete, and parts that were gathered in the vectors under
 * {@code action}; actions that tell of a redaction under {@code redaction}.
 */
class ActionRulesTest {
    private static final String MALFORMED = "assertion.action.malformed";
    private static final String MISMATCH = "assertion.action.ingredientMismatch";
    private static final Value AGENT = map("name", Value.of("a brush"));
    private static final Value AGENTS = list(AGENT, AGENT);

    @ParameterizedTest
    @MethodSource("cases")
    void aHistoryIsHeldToItsRules(Case picture) throws Exception {
        picture.check();
    }

    static Stream<Case> cases() {
        return Stream.of(beginnings(), components(), removals(), redactions(), agents(), details(), related(), legacy())
                .flatMap(cases -> cases);
    }

    private static Forgery picture() {
        return new Forgery(Container.PNG, 20);
    }

    private static Case wrong(String name, String code, Value history) {
        return Case.wrong(name, () -> picture().assertion(Acts.LABEL, history).file(), code);
    }

    private static Case right(String name, Value history) {
        return Case.right(name, () -> picture().assertion(Acts.LABEL, history).file());
    }

    private static Stream<Case> beginnings() {
        return Stream.of(
                right("created", history(created())),
                right("created and edited", history(created(), act("c2pa.edited"))),
                wrong("created from nothing that is named", MALFORMED, history(act("c2pa.created"))),
                wrong("cropped, but never begun", MALFORMED, history(act("c2pa.cropped"))),
                wrong("created twice", MALFORMED, history(created(), created())),
                wrong("created late", MALFORMED, history(act("c2pa.edited"), created())),
                wrong("an empty list", MALFORMED, fields().build()),
                wrong("no list", MALFORMED, map("notes", Value.of("none"))),
                wrong("opened nothing", MISMATCH, history(act("c2pa.opened"))),
                Case.wrong(
                        "begun again in the second assertion",
                        () -> picture()
                                .assertion(Acts.LABEL, history(created()))
                                .assertion(Acts.LABEL + "__1", history(created()))
                                .file(),
                        MALFORMED),
                Case.right(
                        "gone on in the second assertion",
                        () -> picture()
                                .assertion(Acts.LABEL, history(created()))
                                .assertion(Acts.LABEL + "__1", history(act("c2pa.edited")))
                                .file()),
                Case.right(
                        "gathered, by an edition that allows it",
                        () -> picture().gathered(Acts.LABEL, history(created())).file()),
                Case.wrong(
                        "gathered, by an edition that does not",
                        () -> picture()
                                .gathered(Acts.LABEL, history(created()))
                                .changingClaim(edition("2.3"))
                                .file(),
                        MALFORMED),
                Case.wrong(
                        "nothing at all",
                        () -> picture().changingClaim(edition("2.4")).file(),
                        MALFORMED),
                Case.wrong(
                        "silent about completeness, by an edition that asks",
                        () -> picture()
                                .created()
                                .changingClaim(edition("2.5.0"))
                                .file(),
                        MALFORMED),
                wrong(
                        "neither complete nor incomplete",
                        MALFORMED,
                        fields(created()).put("allActionsIncluded", "yes").build()),
                Case.wrong(
                        "opened beside created",
                        () -> picture()
                                .assertion(Acts.LABEL, history(created(), act("c2pa.opened")))
                                .file(),
                        MALFORMED,
                        MISMATCH));
    }

    private static Case with(String relationship, String action, boolean right) {
        Case.Maker maker = () -> {
            Forgery forgery =
                    picture().assertion(Acts.INGREDIENT, loose(relationship).build());
            Value parameters = ingredients(forgery.lastReference());
            DictBuilder step = act(action).put("parameters", parameters);
            boolean begins = action.equals("c2pa.opened");
            return forgery.assertion(Acts.LABEL, begins ? history(step) : history(created(), step))
                    .file();
        };
        String name = action + " with " + relationship;
        return right ? Case.right(name, maker) : Case.wrong(name, maker, MISMATCH);
    }

    private static Stream<Case> components() {
        return Stream.of(
                with("parentOf", "c2pa.opened", true),
                with("componentOf", "c2pa.opened", false),
                with("inputTo", "c2pa.opened", false),
                with("componentOf", "c2pa.placed", true),
                with("parentOf", "c2pa.placed", false),
                with("parentOf", "c2pa.transcoded", true),
                with("componentOf", "c2pa.transcoded", false),
                with("parentOf", "c2pa.repackaged", true),
                with("inputTo", "c2pa.repackaged", false),
                with("componentOf", "c2pa.edited", true),
                wrong("placed nothing", MISMATCH, history(created(), act("c2pa.placed"))),
                right("transcoded without saying what", history(created(), act("c2pa.transcoded"))),
                wrong(
                        "placed an empty list",
                        MISMATCH,
                        history(created(), act("c2pa.placed").put("parameters", map("ingredients", list())))),
                wrong(
                        "placed something that is no list",
                        MISMATCH,
                        history(created(), act("c2pa.placed").put("parameters", map("ingredients", Value.of("it"))))),
                Case.wrong(
                        "placed what is not there",
                        () -> picture()
                                .assertion(
                                        Acts.LABEL,
                                        history(
                                                created(),
                                                act("c2pa.placed")
                                                        .put(
                                                                "parameters",
                                                                ingredients(new HashedUri(
                                                                        "self#jumbf=c2pa.assertions/c2pa.ingredient.v3",
                                                                        Bytes.wrap(new byte[32]))))))
                                .file(),
                        MISMATCH,
                        "hashedURI.missing"));
    }

    private static Bytes older() throws Exception {
        Forgery forgery = new Forgery(Container.PNG, 21)
                .assertion(Acts.INGREDIENT, loose("componentOf").build());
        Value parameters = ingredients(forgery.lastReference());
        forgery.assertion(Acts.LABEL, history(created(), act("c2pa.placed").put("parameters", parameters)))
                .assertion("org.example.note", Acts.NOTE)
                .file();
        return forgery.manifest();
    }

    private static String inOlder(String label) {
        return "self#jumbf=/c2pa/" + new Forgery(Container.PNG, 21).label() + "/c2pa.assertions/" + label;
    }

    private static Case later(String name, DictBuilder step, String... codes) {
        Case.Maker maker = () -> {
            Bytes older = older();
            String label = new Forgery(Container.PNG, 21).label();
            return Acts.opening(picture(), Acts.kept("parentOf", label, older).build(), step)
                    .after(older)
                    .file();
        };
        return codes.length == 0 ? Case.right(name, maker) : Case.wrong(name, maker, codes);
    }

    private static Value reference(String url) {
        return new HashedUri(url, Bytes.wrap(new byte[32])).toValue();
    }

    private static Stream<Case> removals() {
        return Stream.of(
                with("componentOf", "c2pa.removed", false),
                wrong("removed nothing", MISMATCH, history(created(), act("c2pa.removed"))),
                later(
                        "removed a part of the parent, under another hash",
                        act("c2pa.removed")
                                .put("parameters", map("ingredients", list(reference(inOlder(Acts.INGREDIENT))))),
                        "hashedURI.mismatch"),
                later(
                        "removed a note of the parent",
                        act("c2pa.removed")
                                .put("parameters", map("ingredients", list(reference(inOlder("org.example.note"))))),
                        MISMATCH,
                        "hashedURI.mismatch"));
    }

    private static DictBuilder redacted(String uri) {
        return act("c2pa.redacted").put("parameters", map("redacted", Value.of(uri)));
    }

    private static Stream<Case> redactions() {
        String mismatch = "assertion.action.redactionMismatch";
        String note = inOlder("org.example.note");
        return Stream.of(
                later("redacted with a reason", redacted(note).put("reason", "c2pa.PII.present")),
                later("redacted with a reason of its own", redacted(note).put("reason", "org.example.shy")),
                later("redacted without a reason", redacted(note), MALFORMED),
                later("redacted for a whim", redacted(note).put("reason", "just so"), MALFORMED),
                later("redacted nothing", act("c2pa.redacted").put("reason", "c2pa.PII.present"), mismatch),
                later(
                        "redacted by a relative name",
                        redacted("self#jumbf=c2pa.assertions/org.example.note").put("reason", "c2pa.PII.present"),
                        mismatch),
                later(
                        "redacted in a manifest that is not there",
                        redacted(note.replace("000000000021", "000000000099")).put("reason", "c2pa.PII.present"),
                        mismatch));
    }

    private static Value agents(DictBuilder... steps) {
        return fields(steps).put(Value.of("softwareAgents"), AGENTS).build();
    }

    private static Stream<Case> agents() {
        return Stream.of(
                right("an agent from the list", agents(created().put("softwareAgentIndex", 1))),
                right("an agent of its own", history(created().put(Value.of("softwareAgent"), AGENT))),
                wrong("an agent beyond the list", MALFORMED, agents(created().put("softwareAgentIndex", 2))),
                wrong("an agent before the list", MALFORMED, agents(created().put("softwareAgentIndex", -1))),
                wrong("an agent of no list", MALFORMED, history(created().put("softwareAgentIndex", 0))),
                wrong(
                        "two agents",
                        MALFORMED,
                        agents(created().put("softwareAgentIndex", 0).put(Value.of("softwareAgent"), AGENT))),
                wrong(
                        "an agent whose icon is not there",
                        "hashedURI.missing",
                        history(created()
                                .put(
                                        Value.of("softwareAgent"),
                                        map("icon", reference("self#jumbf=c2pa.assertions/c2pa.icon"))))));
    }

    private static Case edited(String name, String field, Value value, String... codes) {
        Value history = history(created(), act("c2pa.edited").put(Value.of(field), value));
        return codes.length == 0 ? right(name, history) : wrong(name, codes[0], history);
    }

    private static Stream<Case> details() {
        Value place = map("region", list(map("type", Value.of("spatial"))));
        Value nowhere = map("region", list(map("type", Value.of("elsewhere"))));
        return Stream.of(
                edited("changed somewhere", "changes", list(place)),
                edited("changed nowhere", "changes", list(), MALFORMED),
                edited("changed in an unknown way", "changes", list(nowhere), MALFORMED),
                edited("changed in words", "changes", Value.of("the sky"), MALFORMED),
                wrong("a name of one word", MALFORMED, history(created(), act("painted"))),
                wrong("a name with a space", MALFORMED, history(created(), act("org.example.did it"))),
                right("a name of an entity", history(created(), act("org.example.painted"))),
                right(
                        "a template",
                        fields(created(), act("org.example.painted"))
                                .put(Value.of("templates"), list(map("action", Value.of("*"))))
                                .build()),
                wrong(
                        "a template without a name",
                        MALFORMED,
                        fields(created())
                                .put(Value.of("templates"), list(map("description", Value.of("?"))))
                                .build()),
                translated("translated", map("sourceLanguage", Value.of("en")), true),
                translated("translated from nothing", Value.dict().build(), false),
                translated("translated from gibberish", map("sourceLanguage", Value.of("some words")), false));
    }

    private static Case translated(String name, Value source, boolean right) {
        DictBuilder parameters = Value.dict().put("targetLanguage", "pt-BR");
        source.get("sourceLanguage").ifPresent(value -> parameters.put(Value.of("sourceLanguage"), value));
        Value history = history(created(), act("c2pa.translated").put("parameters", parameters.build()));
        return right ? right(name, history) : wrong(name, MALFORMED, history);
    }

    private static Case naming(String name, String target, boolean right) {
        Case.Maker maker = () -> {
            Forgery forgery = picture()
                    .assertion(
                            target,
                            target.equals(Acts.INGREDIENT) ? loose("inputTo").build() : Acts.NOTE);
            Value parameters =
                    map("relatedAssertions", list(forgery.lastReference().toValue()));
            return forgery.assertion(
                            Acts.LABEL, history(created(), act("c2pa.edited").put("parameters", parameters)))
                    .file();
        };
        return right ? Case.right(name, maker) : Case.wrong(name, maker, MALFORMED);
    }

    private static Stream<Case> related() {
        return Stream.of(
                naming("related to a note", "org.example.note", true),
                naming("related to an ingredient", Acts.INGREDIENT, false),
                edited("related to no assertions", "parameters", map("relatedAssertions", list()), MALFORMED),
                edited(
                        "with related actions",
                        "related",
                        list(act("org.example.blurred").build())),
                edited("with related actions without names", "related", list(Acts.NOTE), MALFORMED),
                edited("with an empty list of related actions", "related", list(), MALFORMED),
                Case.wrong(
                        "related to something elsewhere",
                        () -> picture()
                                .assertion(
                                        Acts.LABEL,
                                        history(
                                                created(),
                                                act("c2pa.edited")
                                                        .put(
                                                                "parameters",
                                                                map(
                                                                        "relatedAssertions",
                                                                        list(reference(inOlder("org.example.note")))))))
                                .file(),
                        MALFORMED,
                        "hashedURI.missing"));
    }

    private static Stream<Case> legacy() {
        return Stream.of(
                Case.right(
                        "a claim of version 1 without a history",
                        () -> picture()
                                .ofVersion1()
                                .assertion("org.example.note", Acts.NOTE)
                                .file()),
                Case.right(
                        "a claim of version 1 whose history has no beginning",
                        () -> picture()
                                .ofVersion1()
                                .assertion("c2pa.actions", history(act("c2pa.placed")))
                                .file()),
                Case.wrong(
                        "a claim of version 1 whose ingredient is a list",
                        () -> {
                            Forgery forgery = picture()
                                    .ofVersion1()
                                    .assertion(
                                            "c2pa.ingredient", loose("parentOf").build());
                            Value list = list(forgery.lastReference().toValue());
                            return forgery.assertion(
                                            "c2pa.actions",
                                            history(act("c2pa.opened").put("parameters", map("ingredient", list))))
                                    .file();
                        },
                        MISMATCH),
                Case.right("actions of version 1 in a claim of version 2", () -> {
                    Forgery forgery = picture()
                            .assertion(Acts.INGREDIENT, loose("parentOf").build());
                    Value one = forgery.lastReference().toValue();
                    return forgery.assertion(
                                    "c2pa.actions",
                                    history(act("c2pa.opened").put("parameters", map("ingredient", one))))
                            .file();
                }),
                Case.right(
                        "several actions in one picture",
                        () -> picture()
                                .assertion(
                                        Acts.LABEL,
                                        history(List.of(created(), act("c2pa.cropped"), act("c2pa.resized"))
                                                .toArray(new DictBuilder[0])))
                                .file()));
    }
}
