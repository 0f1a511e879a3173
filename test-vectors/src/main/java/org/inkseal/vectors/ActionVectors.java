package org.inkseal.vectors;

import static org.inkseal.vectors.Acts.act;
import static org.inkseal.vectors.Acts.created;
import static org.inkseal.vectors.Acts.history;
import static org.inkseal.vectors.Acts.ingredients;
import static org.inkseal.vectors.Acts.loose;

import java.util.List;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.Value;
import org.inkseal.sign.SigningException;

/** Histories that lack what they tell of, and their neighbours in good order. */
final class ActionVectors {
    private static final String REFERENCES = "C2PA 2.4 §15.10.3.2.3";
    private static final String CODES = "C2PA 2.5 §14";
    private static final String UNBOUND = "assertion.action.softBindingMissing";
    private static final int NUMBER = 114;

    private final Folder folder;

    private ActionVectors(Folder folder) {
        this.folder = folder;
    }

    static List<Vector> make() throws SigningException {
        return Folder.of("action", folder -> {
            ActionVectors made = new ActionVectors(folder);
            made.editions();
            made.watermarks();
            made.components();
        });
    }

    private Forgery forgery() {
        return folder.forgery(NUMBER);
    }

    private void editions() throws SigningException {
        folder.add(
                "complete-since-2.5",
                forgery().assertion(Acts.LABEL, Acts.complete()).changingClaim(Acts.edition("2.5.0")),
                Expectation.trusted("C2PA 2.5 §16", "a history that says that it is complete"));
        folder.add(
                "none-since-2.5",
                forgery().changingClaim(Acts.edition("2.5.0")),
                Expectation.invalid(
                        CODES,
                        "nothing says how it came to be, by an edition that has a code for that",
                        "claim.actions.missing"));
    }

    private Forgery watermarked(String action) {
        return forgery().assertion(Acts.LABEL, history(created(), act(action)));
    }

    private void watermarks() throws SigningException {
        folder.add(
                "watermarked",
                watermarked("c2pa.watermarked.bound")
                        .assertion("c2pa.soft-binding", Acts.map("alg", Value.of("org.example.mark"))),
                Expectation.trusted(REFERENCES, "a watermark, and the soft binding that it carries"));
        folder.add(
                "watermarked-unbound",
                watermarked("c2pa.watermarked.unbound"),
                Expectation.trusted(REFERENCES, "a watermark that is no soft binding"));
        folder.add(
                "watermarked-without-binding",
                watermarked("c2pa.watermarked.bound"),
                Expectation.invalid(REFERENCES, "a watermark whose soft binding is not there", UNBOUND));
        folder.add(
                "watermarked-without-binding-before-2.4",
                watermarked("c2pa.watermarked"),
                Expectation.invalid(REFERENCES, "the same, as the action was called before", UNBOUND));
    }

    private void components() throws SigningException {
        Value part = loose("componentOf").build();
        Forgery stated = forgery().assertion(Acts.INGREDIENT, part);
        folder.add(
                "placed",
                placing(stated, stated.lastReference()),
                Expectation.trusted(REFERENCES, "a part that was put in, and the signer says so"));
        Forgery gathered = forgery().gathered(Acts.INGREDIENT, part);
        folder.add(
                "placed-gathered",
                placing(gathered, gathered.lastGathered()),
                Expectation.trusted(CODES, "the signer put in a part of which somebody else told")
                        .remarking("assertion.action.ingredientLocationMismatch"));
    }

    private static Forgery placing(Forgery forgery, HashedUri part) {
        return forgery.assertion(
                Acts.LABEL, history(created(), act("c2pa.placed").put("parameters", ingredients(part))));
    }
}
