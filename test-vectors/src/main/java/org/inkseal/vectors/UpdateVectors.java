package org.inkseal.vectors;

import java.util.List;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.sign.SigningException;

/** Update manifests that hold what they may not, and manifests in the box of the other kind. */
final class UpdateVectors {
    private static final String KINDS = "C2PA 2.4 §15.10.1";
    private static final String UPDATES = "C2PA 2.4 §15.10.1.3";
    private static final String BINDING = "C2PA 2.4 §15.12";
    private static final String INVALID = "manifest.update.invalid";
    private static final String PARENTS = "manifest.update.wrongParents";
    private static final String UNBOUND = "claim.hardBindings.missing";
    private static final String MORE = Acts.INGREDIENT + "__1";
    private static final int OLD = 112;
    private static final int NEW = 113;

    private final Folder folder;
    private final Bytes old;

    private UpdateVectors(Folder folder) throws SigningException {
        this.folder = folder;
        Forgery forgery = folder.forgery(OLD).created();
        forgery.file();
        this.old = forgery.manifest();
    }

    static List<Vector> make() throws SigningException {
        return Folder.of("update", folder -> {
            UpdateVectors made = new UpdateVectors(folder);
            made.contents();
            made.parents();
            made.kinds();
        });
    }

    private Forgery updating(DictBuilder ingredient) {
        return folder.forgery(NEW).updating().assertion(Acts.INGREDIENT, ingredient.build());
    }

    private Forgery update() {
        return updating(Acts.kept("parentOf", folder.forgery(OLD).label(), old)).after(old);
    }

    private Forgery doing(String action) {
        return update().assertion(Acts.LABEL, Acts.history(Acts.act(action)));
    }

    private void contents() throws SigningException {
        folder.add(
                "metadata",
                doing("c2pa.edited.metadata"),
                Expectation.trusted(UPDATES, "an update that changed metadata only"));
        folder.add(
                "cropped",
                doing("c2pa.cropped"),
                Expectation.invalid(UPDATES, "an update with an action that changes the picture", INVALID));
        folder.add(
                "thumbnail",
                update().assertion(
                                "c2pa.thumbnail.claim",
                                AssertionVectors.embedded("c2pa.thumbnail.claim", "image/png", "picture")),
                Expectation.invalid(UPDATES, "an update with a thumbnail", INVALID));
        folder.add(
                "actions-elsewhere",
                update().assertion(
                                "c2pa.cloud-data",
                                ReferenceVectors.elsewhere(Acts.LABEL).build()),
                Expectation.invalid(
                        "C2PA 2.4 §15.10.3.2.1",
                        "an update whose actions are kept elsewhere",
                        "assertion.cloud-data.actions"));
    }

    private void parents() throws SigningException {
        folder.add(
                "two-parents",
                update().assertion(MORE, Acts.loose("parentOf").build()),
                Expectation.invalid(UPDATES, "an update of two pictures", PARENTS));
        folder.add(
                "component",
                update().assertion(MORE, Acts.loose("componentOf").build()),
                Expectation.invalid(UPDATES, "an update with a part", PARENTS));
        folder.add(
                "no-parent",
                folder.forgery(NEW).updating().assertion("org.example.note", Acts.NOTE),
                Expectation.invalid(UPDATES, "an update of nothing, so that nothing binds it", PARENTS, UNBOUND));
        folder.add(
                "unsigned-parent",
                updating(Acts.loose("parentOf")),
                Expectation.invalid(
                        BINDING, "an update of a picture without a manifest, so that nothing binds it", UNBOUND));
    }

    /** The type of a manifest's box is not signed; what is in it gives the other kind away. */
    private void kinds() throws SigningException {
        folder.add(
                "standard-as-update",
                folder.forgery(NEW).created().boxedAs(ContentType.UPDATE_MANIFEST),
                Expectation.invalid(
                        KINDS, "a standard manifest in the box of an update manifest", INVALID, PARENTS, UNBOUND));
        folder.add(
                "update-as-standard",
                doing("c2pa.edited.metadata").boxedAs(ContentType.MANIFEST),
                Expectation.invalid(
                        KINDS,
                        "an update manifest in the box of a standard manifest",
                        UNBOUND,
                        "assertion.action.malformed"));
    }
}
