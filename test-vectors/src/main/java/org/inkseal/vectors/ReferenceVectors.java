package org.inkseal.vectors;

import java.util.List;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;

/** Claims and assertions that refer to something in the file or outside of it, as they may or not. */
final class ReferenceVectors {
    private static final String ALTERNATIVES = "C2PA 2.4 §15.10.3.2.7";
    private static final String CLOUD = "C2PA 2.4 §15.10.3.2.1";
    private static final String EXTERNAL = "C2PA 2.4 §15.10.3.2.2";
    private static final String REFERENCES = "C2PA 2.4 §15.10.3.3";
    private static final String ALTERNATIVE = "assertion.alternativeContentRepresentation.";
    private static final String ORIGINAL = "c2pa.alternative-content-representation";
    private static final String INSIDE = "self#jumbf=c2pa.assertions/";
    private static final String ICON = "c2pa.icon";
    private static final String NOTE = "org.example.note";
    private static final int OLD = 116;
    private static final int NEW = 117;
    private static final Bytes ANOTHER = Bytes.wrap(new byte[32]);

    private final Folder folder;

    private ReferenceVectors(Folder folder) {
        this.folder = folder;
    }

    static List<Vector> make() throws SigningException {
        return Folder.of("reference", folder -> {
            ReferenceVectors made = new ReferenceVectors(folder);
            made.assertions();
            made.icons();
            made.originals();
            made.wrongOriginals();
            made.cloud();
            made.external();
        });
    }

    private Forgery forgery() {
        return folder.forgery(NEW).created();
    }

    private void assertions() throws SigningException {
        Forgery old = folder.forgery(OLD).created().assertion(NOTE, Acts.NOTE);
        old.file();
        String uri = "self#jumbf=/c2pa/" + old.label() + "/c2pa.assertions/" + NOTE;
        folder.add(
                "outside-manifest",
                forgery()
                        .reference(new HashedUri(uri, old.lastReference().hash()))
                        .after(old.manifest()),
                Expectation.invalid(
                        "C2PA 2.4 §15.10.3.1",
                        "the claim names an assertion of another manifest",
                        "assertion.outsideManifest"));
    }

    private void icons() throws SigningException {
        folder.add("icon", icon(true, true), Expectation.trusted(REFERENCES, "the icon of the program"));
        folder.add(
                "icon-changed",
                icon(true, false),
                Expectation.invalid(REFERENCES, "the icon has another hash", "hashedURI.mismatch"));
        folder.add(
                "icon-missing",
                icon(false, false),
                Expectation.invalid(REFERENCES, "the icon is not there", "hashedURI.missing"));
    }

    private Forgery icon(boolean there, boolean right) {
        Forgery forgery = forgery();
        HashedUri icon = new HashedUri(INSIDE + ICON, ANOTHER);
        if (there) {
            forgery.assertion(ICON, AssertionVectors.embedded(ICON, "image/png", "picture"));
            icon = right ? forgery.lastReference() : icon;
        }
        Value info = Value.dict()
                .put("name", "inkseal test vectors")
                .put("icon", icon.toValue())
                .build();
        return forgery.changingClaim(claim -> claim.put("claim_generator_info", info));
    }

    private void originals() throws SigningException {
        Forgery right = forgery().assertion(NOTE, Acts.NOTE);
        folder.add(
                "original",
                right.assertion(ORIGINAL, original(embedded(right.lastReference()))),
                Expectation.trusted(ALTERNATIVES, "the original is kept with the picture")
                        .succeeding(ALTERNATIVE + "match"));
        Forgery changed = forgery().assertion(NOTE, Acts.NOTE);
        HashedUri other = new HashedUri(changed.lastReference().url(), ANOTHER);
        folder.add(
                "original-changed",
                changed.assertion(ORIGINAL, original(embedded(other))),
                Expectation.invalid(ALTERNATIVES, "the original has another hash", ALTERNATIVE + "hashMismatch"));
        HashedUri nowhere = new HashedUri(INSIDE + "c2pa.embedded-data", ANOTHER);
        folder.add(
                "original-missing",
                forgery().assertion(ORIGINAL, original(embedded(nowhere))),
                Expectation.invalid(ALTERNATIVES, "the original is not there", ALTERNATIVE + "missing"));
    }

    private void wrongOriginals() throws SigningException {
        String malformed = ALTERNATIVE + "malformed";
        Value nowhere = original(Value.dict());
        folder.add(
                "original-nowhere",
                forgery().assertion(ORIGINAL, nowhere),
                Expectation.invalid(ALTERNATIVES, "nothing says where the original is", malformed));
        folder.add(
                "original-of-no-part",
                forgery().assertion(ORIGINAL, original(Value.dict().put("multiAssetPartIndex", 0))),
                Expectation.invalid(ALTERNATIVES, "the original is a part of the file that no hash has", malformed));
        folder.add(
                "two-originals",
                forgery().assertion(ORIGINAL, nowhere).assertion(ORIGINAL + "__1", nowhere),
                Expectation.invalid(ALTERNATIVES, "two originals", malformed));
    }

    private static DictBuilder embedded(HashedUri image) {
        return Value.dict().put("embeddedOriginalPreservationImage", image.toValue());
    }

    private static Value original(DictBuilder parameters) {
        return Value.dict()
                .put("type", "exif.originalPreservationImage")
                .put("parameters", parameters.build())
                .build();
    }

    private void cloud() throws SigningException {
        String label = "c2pa.cloud-data";
        folder.add(
                "cloud",
                forgery().assertion(label, elsewhere(NOTE).build()),
                Expectation.trusted(CLOUD, "an assertion that is kept elsewhere"));
        folder.add(
                "cloud-binding",
                forgery().assertion(label, elsewhere("c2pa.hash.data").build()),
                Expectation.invalid(CLOUD, "a hard binding elsewhere", "assertion.cloud-data.hardBinding"));
        folder.add(
                "cloud-without-size",
                forgery().assertion(label, elsewhere(NOTE).put("size", "big").build()),
                Expectation.invalid(CLOUD, "nothing says how large it is elsewhere", "assertion.cloud-data.malformed"));
    }

    private void external() throws SigningException {
        String label = "c2pa.external-reference";
        folder.add(
                "external",
                forgery().assertion(label, elsewhere(NOTE).build()),
                Expectation.trusted(EXTERNAL, "a reference to something elsewhere"));
        folder.add(
                "external-nowhere",
                forgery().assertion(label, Acts.map("label", Value.of(NOTE))),
                Expectation.invalid(
                        EXTERNAL, "a reference that names no place", "assertion.external-reference.malformed"));
    }

    /** The content of an assertion that says that another one is kept elsewhere. */
    static DictBuilder elsewhere(String label) {
        return Value.dict()
                .put("label", label)
                .put("size", 10)
                .put("location", Acts.map("url", Value.of("https://example.org/data")));
    }
}
