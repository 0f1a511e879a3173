package org.inkseal.vectors;

import java.util.List;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.sign.SigningException;

/** Pictures whose signers redact assertions of their parents, as they may or not. */
final class RedactionVectors {
    private static final String WHAT = "C2PA 2.4 §6.8";
    private static final String ASSERTIONS = "C2PA 2.4 §15.10.3.1";
    private static final String PARENT = "C2PA 2.4 §15.11.3.3.1";
    private static final String NOT_REDACTED = "assertion.notRedacted";
    private static final int NUMBER = 110;
    private static final Bytes ZEROS = Bytes.wrap(new byte[40]);

    private final Folder folder;

    private RedactionVectors(Folder folder) {
        this.folder = folder;
    }

    static List<Vector> make() throws SigningException {
        return Folder.of("redaction", folder -> {
            RedactionVectors made = new RedactionVectors(folder);
            made.done();
            made.undone();
            made.forbidden();
            made.recorded();
            made.told();
        });
    }

    private RedactionDraft draft() {
        return new RedactionDraft(folder.container(), NUMBER);
    }

    private void done() throws SigningException {
        right("removed", draft(), WHAT, "the box of the redacted assertion is gone");
        right(
                "emptied",
                draft().leaving(ContentType.CBOR, "cbor", ZEROS),
                WHAT,
                "the box of the redacted assertion holds zeros");
        right(
                "marked",
                draft().leaving(ContentType.UUID_CONTENT, "uuid", Bytes.concat(RedactionDraft.MARK, ZEROS)),
                WHAT,
                "the box of the redacted assertion holds the mark for it and zeros");
    }

    private void undone() throws SigningException {
        wrong(
                "left",
                draft().leaving(boxes -> boxes),
                PARENT,
                "the assertion is called redacted, and is there",
                NOT_REDACTED);
        wrong(
                "refilled",
                draft().leaving(ContentType.CBOR, "cbor", CborWriter.write(Acts.map("note", Value.of("another")))),
                PARENT,
                "something else stands where an assertion was redacted",
                NOT_REDACTED);
        wrong(
                "removed-another",
                draft().of(RedactionDraft.NOTE + "__1"),
                ASSERTIONS,
                "an assertion is gone whose name only begins like that of the redacted one",
                "assertion.missing");
    }

    private void forbidden() throws SigningException {
        wrong(
                "actions",
                draft().of(Acts.LABEL).leaving(boxes -> boxes),
                ASSERTIONS,
                "the actions are called redacted, which they may never be",
                "assertion.action.redacted",
                NOT_REDACTED,
                "assertion.action.malformed");
        wrong(
                "binding",
                draft().of("c2pa.hash.data").leaving(boxes -> boxes),
                WHAT,
                "the hard binding is called redacted, which it may never be",
                "assertion.hardBinding.redacted",
                NOT_REDACTED);
    }

    private void recorded() throws SigningException {
        Bytes nothing = Bytes.wrap(new byte[32]);
        HashedUri note = new HashedUri(draft().uri(RedactionDraft.NOTE), nothing);
        wrong(
                "signature-not-named",
                draft().recording(ingredient -> ingredient.put("claimSignature", note.toValue())),
                PARENT,
                "what is recorded as the signature of the parent is none",
                "ingredient.claimSignature.missing");
        wrong(
                "signature-another",
                draft().recording(ingredient -> ingredient.put(
                        "claimSignature", draft().signature(nothing).toValue())),
                PARENT,
                "the signature of the parent is another than was recorded",
                "ingredient.claimSignature.mismatch");
    }

    private void told() throws SigningException {
        right("told", draft().doing(telling(RedactionDraft.NOTE)), WHAT, "the actions tell of the redaction");
        folder.add(
                "told-of-nothing",
                draft().doing(telling("org.example.other")).file(),
                Expectation.invalid(
                        "C2PA 2.4 §15.10.3.2.3",
                        "the actions tell of the redaction of an assertion that never was",
                        "assertion.action.redactionMismatch"));
    }

    private DictBuilder telling(String label) {
        return Acts.act("c2pa.redacted")
                .put("reason", "c2pa.PII.present")
                .put("parameters", Acts.map("redacted", Value.of(draft().uri(label))));
    }

    private void right(String name, RedactionDraft draft, String clause, String note) throws SigningException {
        folder.add(
                name,
                draft.file(),
                Expectation.trusted(clause, note)
                        .succeeding("ingredient.claimSignature.validated")
                        .remarking("assertion.redacted"));
    }

    private void wrong(String name, RedactionDraft draft, String clause, String note, String... codes)
            throws SigningException {
        folder.add(name, draft.file(), Expectation.invalid(clause, note).withDeltas(codes));
    }
}
