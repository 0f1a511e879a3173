package org.inkseal.vectors;

import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.CborWriter;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfWriter;
import org.inkseal.sign.SigningException;

/** Claims, assertions and boxes that break a rule. */
final class ClaimVectors {
    private static final String CLAIM = "C2PA 2.2 §15.6";
    private static final String ASSERTIONS = "C2PA 2.2 §15.10.3.1";
    private static final String BOXES = "C2PA 2.2 §11.1";
    private static final String ERROR = "general.error";
    private static final int DEEP = 1000;
    private static final Value NOTE = Value.dict().put("note", "nothing much").build();

    private final Folder folder;

    private ClaimVectors(Folder folder) {
        this.folder = folder;
    }

    static List<Vector> make() throws SigningException {
        return Folder.of("claim", folder -> {
            ClaimVectors made = new ClaimVectors(folder);
            made.claims();
            made.assertions();
            made.actions();
            made.boxes();
        });
    }

    private Forgery forgery() {
        return folder.forgery(5);
    }

    private void claims() throws SigningException {
        add(
                "duplicate-key",
                forgery().created().changingClaimBytes(ClaimVectors::titledTwice),
                Expectation.invalid("RFC 8949 §5.6", "a map with one key twice", "claim.cbor.invalid"));
        add(
                "trailing-bytes",
                forgery().created().changingClaimBytes(claim -> Bytes.concat(claim, Bytes.wrap(new byte[3]))),
                Expectation.invalid(CLAIM, "bytes after the map", "claim.cbor.invalid"));
        add(
                "no-instance",
                forgery().created().changingClaim(claim -> claim.put("instanceID", Value.NULL)),
                Expectation.invalid(CLAIM, "no instanceID", "claim.malformed"));
        add(
                "sha1",
                forgery().created().changingClaim(claim -> claim.put("alg", "sha1")),
                Expectation.invalid(
                        "C2PA 2.2 §15.4",
                        "references under an algorithm that is not allowed, so that nothing can be read",
                        "algorithm.unsupported",
                        "assertion.action.malformed"));
        add(
                "signature-elsewhere",
                forgery()
                        .created()
                        .changingClaim(claim -> claim.put("signature", "self#jumbf=c2pa.assertions/c2pa.hash.data")),
                Expectation.invalid("C2PA 2.2 §15.7", "names an assertion as its signature", "claimSignature.missing"));
        add(
                "two-claims",
                forgery()
                        .created()
                        .changingParts(parts -> List.of(parts.get(0), parts.get(1), parts.get(1), parts.get(2))),
                Expectation.invalid(CLAIM, "two claims", "claim.multiple"));
        add(
                "self-redaction",
                redactingItself(),
                Expectation.invalid("C2PA 2.2 §6.8", "redacts an assertion of its own", "assertion.selfRedacted"));
    }

    private Forgery redactingItself() {
        Forgery forgery = forgery().created().assertion("org.example.note", NOTE);
        String uri = "self#jumbf=/c2pa/" + forgery.label() + "/c2pa.assertions/org.example.note";
        return forgery.changingClaim(claim -> claim.put("redacted_assertions", List.of(Value.of(uri))));
    }

    private void assertions() throws SigningException {
        add(
                "assertion-missing",
                forgery()
                        .created()
                        .reference(
                                new HashedUri("self#jumbf=c2pa.assertions/org.example.note", Bytes.wrap(new byte[32]))),
                Expectation.invalid(ASSERTIONS, "names an assertion that is not there", "assertion.missing"));
        add(
                "assertion-undeclared",
                forgery().created().undeclared("org.example.note", NOTE),
                Expectation.invalid(
                        ASSERTIONS, "has an assertion that the claim does not name", "assertion.undeclared"));
        add(
                "assertion-twice",
                twice(forgery().created().assertion("org.example.note", NOTE)),
                Expectation.invalid(
                        "C2PA 2.2 §8.4.1", "two boxes with the label that a reference names", "assertion.missing"));
        Forgery named = forgery().created().assertion("org.example.note", NOTE);
        add(
                "reference-twice",
                named.reference(named.lastReference()),
                Expectation.invalid(CLAIM, "names an assertion twice", "claim.malformed"));
        add(
                "parent-folder",
                forgery()
                        .created()
                        .reference(new HashedUri(
                                "self#jumbf=c2pa.assertions/x/../c2pa.actions.v2", Bytes.wrap(new byte[32]))),
                Expectation.invalid("C2PA 2.2 §8.4.1", "a URI with ..", "assertion.missing"));
        add(
                "unknown-assertion",
                forgery().created().assertion("org.example.note", NOTE),
                Expectation.trusted("C2PA 2.2 §6.2", "an assertion that nobody knows, which is no fault"));
    }

    private static Forgery twice(Forgery forgery) {
        return forgery.undeclared("org.example.note", NOTE);
    }

    private void actions() throws SigningException {
        add(
                "no-actions",
                forgery(),
                Expectation.invalid(
                        "C2PA 2.2 §18.15.4.1", "nothing says how it came to be", "assertion.action.malformed"));
        Value edited = Value.dict().put("action", "c2pa.edited").build();
        add(
                "begins-with-edited",
                forgery()
                        .assertion(
                                "c2pa.actions.v2",
                                Value.dict().put("actions", List.of(edited)).build()),
                Expectation.invalid("C2PA 2.2 §18.15.4.1", "neither created nor opened", "assertion.action.malformed"));
        Value opened = Value.dict().put("action", "c2pa.opened").build();
        add(
                "opened-nothing",
                forgery()
                        .assertion(
                                "c2pa.actions.v2",
                                Value.dict().put("actions", List.of(opened)).build()),
                Expectation.invalid(
                        "C2PA 2.2 §18.15.4.1", "opened, but nothing that was", "assertion.action.ingredientMismatch"));
    }

    private void boxes() throws SigningException {
        add(
                "same-label-twice",
                forgery().created().changingManifests(all -> List.of(all.get(0), all.get(0))),
                Expectation.invalid("C2PA 2.2 §8.4.1", "two manifests with one label", ERROR));
        add(
                "deep",
                forgery().created().changingManifests(all -> List.of(deep(), all.get(0))),
                Expectation.invalid(BOXES, "boxes in boxes, a thousand deep", ERROR));
        add(
                "foreign-box",
                forgery()
                        .created()
                        .changingParts(parts -> List.of(
                                parts.get(0),
                                parts.get(1),
                                parts.get(2),
                                JumbfWriter.contentBox("xtra", Bytes.utf8("hidden")))),
                Expectation.invalid(BOXES, "a box that no hash covers", ERROR));
        add(
                "empty",
                forgery().created().changingManifests(all -> List.of()),
                Expectation.invalid(BOXES, "a store without a manifest", ERROR));
        add(
                "no-signature",
                forgery().created().changingParts(parts -> parts.subList(0, 2)),
                Expectation.invalid("C2PA 2.2 §15.7", "no signature", "claimSignature.missing"));
        add(
                "no-claim",
                forgery().created().changingParts(parts -> List.of(parts.get(0), parts.get(2))),
                Expectation.invalid(CLAIM, "no claim", "claim.missing"));
    }

    private static Bytes titledTwice(Bytes claim) {
        Bytes head = Bytes.wrap(new byte[] {(byte) (claim.at(0) + 2)});
        Bytes key = CborWriter.write(Value.of("dc:title"));
        Bytes first = CborWriter.write(Value.of("Dusk"));
        Bytes second = CborWriter.write(Value.of("Dawn"));
        return Bytes.concat(head, claim.from(1), key, first, key, second);
    }

    private static Bytes deep() {
        Bytes box = JumbfWriter.contentBox("cbor", Bytes.wrap(new byte[1]));
        for (int i = 0; i < DEEP; i++) {
            box = JumbfWriter.superBox(ContentType.CBOR, "a", Optional.empty(), box);
        }
        return box;
    }

    private void add(String name, Forgery forgery, Expectation expectation) throws SigningException {
        folder.add(name, forgery, expectation);
    }
}
