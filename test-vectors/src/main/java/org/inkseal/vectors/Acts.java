package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;

/** Pieces of histories and ingredients, good unless somebody spoils them. */
final class Acts {
    static final String LABEL = "c2pa.actions.v2";
    static final String INGREDIENT = "c2pa.ingredient.v3";
    static final Value NOTE = Value.dict().put("note", "nothing much").build();

    private static final int HEADER = 8;

    private Acts() {}

    static DictBuilder act(String name) {
        return Value.dict().put("action", name);
    }

    static DictBuilder created() {
        return act("c2pa.created")
                .put("digitalSourceType", "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation");
    }

    static Value history(DictBuilder... actions) {
        return fields(actions).build();
    }

    static DictBuilder fields(DictBuilder... actions) {
        return Value.dict()
                .put("actions", Arrays.stream(actions).map(DictBuilder::build).toList());
    }

    /** A history that says that it is complete, as claims since C2PA 2.5 must say. */
    static Value complete() {
        return fields(created()).put("allActionsIncluded", true).build();
    }

    /** Makes the claim say by which edition of the standard it was written. */
    static UnaryOperator<DictBuilder> edition(String edition) {
        Value info = Value.dict()
                .put("name", "inkseal test vectors")
                .put("specVersion", edition)
                .build();
        return claim -> claim.put("claim_generator_info", info);
    }

    static Value map(String key, Value value) {
        return Value.dict().put(key, value).build();
    }

    static Value list(Value... items) {
        return Value.of(List.of(items));
    }

    static Value ingredients(HashedUri... references) {
        return map(
                "ingredients",
                Value.of(Arrays.stream(references).map(HashedUri::toValue).toList()));
    }

    /** Adds an ingredient, and a history that begins with it and goes on with these actions. */
    static Forgery opening(Forgery forgery, Value ingredient, DictBuilder... later) {
        forgery.assertion(INGREDIENT, ingredient);
        List<DictBuilder> actions = new ArrayList<>(Arrays.asList(later));
        actions.add(0, act("c2pa.opened").put("parameters", ingredients(forgery.lastReference())));
        return forgery.assertion(LABEL, history(actions.toArray(new DictBuilder[0])));
    }

    /** An ingredient that came without a manifest. */
    static DictBuilder loose(String relationship) {
        return Value.dict().put("relationship", relationship);
    }

    /** An ingredient with its manifest, of which nobody recorded anything. */
    static DictBuilder kept(String relationship, String label, Bytes manifest) {
        return kept(relationship, label, manifest, results(List.of(), List.of()));
    }

    static DictBuilder kept(String relationship, String label, Bytes manifest, Value results) {
        HashedUri reference =
                new HashedUri("self#jumbf=/c2pa/" + label, HashAlgorithm.SHA256.hash(manifest.from(HEADER)));
        return loose(relationship).put("activeManifest", reference.toValue()).put("validationResults", results);
    }

    /** What validation is said to have found of an ingredient's manifest. */
    static Value results(List<Value> success, List<Value> failure) {
        Value lists = Value.dict()
                .put("success", success)
                .put("informational", List.of())
                .put("failure", failure)
                .build();
        return map("activeManifest", lists);
    }

    static Value status(String code, String url) {
        return Value.dict().put("code", code).put("url", url).build();
    }
}
