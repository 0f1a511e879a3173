package org.inkseal.vectors;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.sign.SigningException;

/** Pictures made from others, whose credentials are in order or not. */
final class IngredientVectors {
    private static final String RULES = "C2PA 2.2 §15.11.3";
    private static final String INGREDIENT = "c2pa.ingredient.v3";
    private static final int HEADER = 8;
    private static final int PARENT = 6;
    private static final int CHILD = 7;

    private final Container container;
    private final List<Vector> vectors = new ArrayList<>();

    private IngredientVectors(Container container) {
        this.container = container;
    }

    static List<Vector> make() throws SigningException {
        List<Vector> all = new ArrayList<>();
        for (Container container : Container.TWO) {
            IngredientVectors made = new IngredientVectors(container);
            made.make(made.parent());
            made.circle();
            all.addAll(made.vectors);
        }
        return all;
    }

    private Bytes parent() throws SigningException {
        Forgery parent = new Forgery(container, PARENT).created();
        parent.file();
        return parent.manifest();
    }

    private void make(Bytes parent) throws SigningException {
        add("parent", child(parent).after(parent), Expectation.trusted(RULES, "made from a picture that is in order"));
        Bytes edited = Forgery.flip(parent, Forgery.find(parent, "digitalCreation"));
        add(
                "parent-changed",
                child(parent).after(edited),
                Expectation.invalid(RULES, "an assertion of the parent was changed")
                        .withDeltas("assertion.hashedURI.mismatch", "ingredient.manifest.mismatch"));
        Bytes compressed = Forgery.superBox(
                ContentType.COMPRESSED_MANIFEST,
                new Forgery(container, PARENT).label(),
                JumbfWriter.contentBox("brob", StoredBrotli.of(parent)));
        add(
                "parent-compressed",
                child(compressed).after(compressed),
                Expectation.trusted("C2PA 2.2 §11.1.3", "the parent is compressed, and so it was hashed"));
        add(
                "parent-compressed-since",
                child(parent).after(compressed),
                Expectation.invalid("C2PA 2.2 §11.1.3", "the parent was compressed after it was hashed")
                        .withDeltas("ingredient.manifest.mismatch"));
        add(
                "parent-missing",
                child(parent),
                Expectation.invalid(RULES, "the manifest of the parent is not there")
                        .withDeltas("ingredient.manifest.missing"));
        add(
                "parent-broken-since",
                child(edited).after(edited),
                Expectation.invalid(RULES, "the parent was broken when it was taken in, and nobody recorded it")
                        .withDeltas("assertion.hashedURI.mismatch"));
        add(
                "two-parents",
                child(parent).assertion(INGREDIENT + "__1", ingredient(parent)).after(parent),
                Expectation.invalid("C2PA 2.2 §15.10.1.2", "two parents", "manifest.multipleParents"));
        add(
                "component",
                new Forgery(container, CHILD)
                        .created()
                        .assertion(
                                INGREDIENT,
                                Value.dict().put("relationship", "componentOf").build()),
                Expectation.trusted("C2PA 2.2 §18.16", "with a part whose origin nobody knows"));
    }

    /** Two manifests that name each other: no hash can be right on both sides. */
    private void circle() throws SigningException {
        Bytes empty = Bytes.wrap(new byte[HEADER]);
        String label = new Forgery(container, CHILD).label();
        Forgery first = new Forgery(container, PARENT).assertion(INGREDIENT, ingredient(label, empty));
        first = opening(first);
        first.file();
        Forgery second = new Forgery(container, CHILD).assertion(INGREDIENT, ingredient(first.manifest()));
        add(
                "circle",
                opening(second).after(first.manifest()),
                Expectation.invalid(RULES, "two manifests are made from each other")
                        .withDeltas("general.error"));
    }

    private Forgery child(Bytes parent) {
        return opening(new Forgery(container, CHILD).assertion(INGREDIENT, ingredient(parent)));
    }

    private static Forgery opening(Forgery forgery) {
        Value parameters = Value.dict()
                .put("ingredients", List.of(forgery.lastReference().toValue()))
                .build();
        Value opened = Value.dict()
                .put("action", "c2pa.opened")
                .put("parameters", parameters)
                .build();
        return forgery.assertion(
                "c2pa.actions.v2", Value.dict().put("actions", List.of(opened)).build());
    }

    private Value ingredient(Bytes parent) {
        return ingredient(new Forgery(container, PARENT).label(), parent);
    }

    private static Value ingredient(String label, Bytes manifest) {
        Value nothing = Value.dict()
                .put("success", List.of())
                .put("informational", List.of())
                .put("failure", List.of())
                .build();
        Bytes hash = HashAlgorithm.SHA256.hash(manifest.from(HEADER));
        HashedUri reference = new HashedUri("self#jumbf=/c2pa/" + label, hash);
        return Value.dict()
                .put("relationship", "parentOf")
                .put("activeManifest", reference.toValue())
                .put(
                        "validationResults",
                        Value.dict().put("activeManifest", nothing).build())
                .build();
    }

    private void add(String name, Forgery forgery, Expectation expectation) throws SigningException {
        vectors.add(new Vector("ingredient/" + name + "." + container.extension(), forgery.file(), expectation));
    }
}
