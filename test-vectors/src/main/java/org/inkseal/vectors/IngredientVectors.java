package org.inkseal.vectors;

import java.util.List;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.sign.SigningException;

/** Pictures made from others, whose credentials are in order or not. */
final class IngredientVectors {
    private static final String RULES = "C2PA 2.2 §15.11.3";
    private static final int HEADER = 8;
    private static final int PARENT = 6;
    private static final int CHILD = 7;

    private final Folder folder;

    private IngredientVectors(Folder folder) {
        this.folder = folder;
    }

    static List<Vector> make() throws SigningException {
        return Folder.of("ingredient", folder -> {
            IngredientVectors made = new IngredientVectors(folder);
            made.make(made.parent());
            made.circle();
        });
    }

    private Bytes parent() throws SigningException {
        Forgery parent = folder.forgery(PARENT).created();
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
                folder.forgery(PARENT).label(),
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
                child(parent)
                        .assertion(Acts.INGREDIENT + "__1", ingredient(parent))
                        .after(parent),
                Expectation.invalid("C2PA 2.2 §15.10.1.2", "two parents", "manifest.multipleParents"));
        add(
                "component",
                folder.forgery(CHILD)
                        .created()
                        .assertion(Acts.INGREDIENT, Acts.loose("componentOf").build()),
                Expectation.trusted("C2PA 2.2 §18.16", "with a part whose origin nobody knows"));
    }

    /** Two manifests that name each other: no hash can be right on both sides. */
    private void circle() throws SigningException {
        Bytes empty = Bytes.wrap(new byte[HEADER]);
        String label = folder.forgery(CHILD).label();
        Forgery first = Acts.opening(folder.forgery(PARENT), ingredient(label, empty));
        first.file();
        Forgery second = Acts.opening(folder.forgery(CHILD), ingredient(first.manifest()));
        add(
                "circle",
                second.after(first.manifest()),
                Expectation.invalid(RULES, "two manifests are made from each other")
                        .withDeltas("general.error"));
    }

    private Forgery child(Bytes parent) {
        return Acts.opening(folder.forgery(CHILD), ingredient(parent));
    }

    private Value ingredient(Bytes parent) {
        return ingredient(folder.forgery(PARENT).label(), parent);
    }

    private static Value ingredient(String label, Bytes manifest) {
        return Acts.kept("parentOf", label, manifest).build();
    }

    private void add(String name, Forgery forgery, Expectation expectation) throws SigningException {
        folder.add(name, forgery, expectation);
    }
}
