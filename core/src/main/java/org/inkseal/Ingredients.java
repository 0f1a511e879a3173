package org.inkseal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.AssertionTypes;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.assertion.Thumbnail;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.facts.ClaimThumbnail;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.manifest.KeptManifests;
import org.inkseal.manifest.ManifestDraft;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.sign.SigningException;
import org.inkseal.verify.UnsupportedFormatException;
import org.inkseal.verify.Verifier;

/**
 * The ingredients of a draft. Their credentials are taken in first; then some of what they say may be redacted; then
 * {@link #write} makes the assertions, with hashes of what is left.
 */
final class Ingredients {
    private final ManifestDraft draft;
    private final Verifier verifier;
    private final boolean thumbnails;
    private final List<Taken> taken = new ArrayList<>();

    Ingredients(ManifestDraft draft, Verifier verifier, boolean thumbnails) {
        this.draft = draft;
        this.verifier = verifier;
        this.thumbnails = thumbnails;
    }

    private record Taken(
            String name,
            Relationship relationship,
            DictBuilder fields,
            Optional<String> manifest,
            Optional<Bytes> thumbnail) {}

    /**
     * An ingredient whose assertion is in the draft.
     *
     * @param name by which a definition calls it; empty if it does not
     */
    record Written(String name, Relationship relationship, HashedUri reference) {}

    /** Adds an ingredient that is only told of. */
    void add(String name, Relationship relationship, DictBuilder fields) {
        taken.add(new Taken(name, relationship, fields, Optional.empty(), Optional.empty()));
    }

    /** Adds the form that the picture itself had before, with its credential. */
    void addParent(IngredientCredential credential) {
        DictBuilder fields = Value.dict()
                .putIfPresent("dc:title", title(credential.report()))
                .put("dc:format", credential.report().mediaType());
        taken.add(kept("", Relationship.PARENT_OF, fields, credential, Optional.empty()));
    }

    void add(IngredientFile ingredient) throws IOException, SigningException {
        add("", ingredient, Value.dict());
    }

    /**
     * Adds a picture.
     *
     * @param more fields of the assertion beside title, format and references
     */
    void add(String name, IngredientFile ingredient, DictBuilder more) throws IOException, SigningException {
        try (ByteSource source = ByteSource.open(ingredient.file())) {
            AssetFormat format = AssetFormats.detect(source)
                    .orElseThrow(() -> new UnsupportedFormatException(
                            ingredient.file() + ": not a picture format that inkseal reads"));
            AssetMap map = format.map(source, Budget.standard());
            Report report = verifier.verify(source);
            Optional<IngredientCredential> credential = IngredientCredential.find(source, map, report);
            String fileName = String.valueOf(ingredient.file().getFileName());
            more.put("dc:title", ingredient.title().or(() -> title(report)).orElse(fileName))
                    .put("dc:format", map.format().mediaType());
            Optional<Bytes> thumbnail = thumbnails ? Optional.of(ClaimThumbnail.of(source, map)) : Optional.empty();
            if (credential.isPresent()) {
                if (ingredient.sourceType().isPresent()) {
                    throw new IllegalArgumentException(ingredient.file()
                            + ": has a credential, which says how it came to be; no source type can be given for it");
                }
                taken.add(kept(name, ingredient.relationship(), more, credential.get(), thumbnail));
            } else {
                ingredient.sourceType().ifPresent(type -> more.put("digitalSourceType", type.uri()));
                taken.add(new Taken(name, ingredient.relationship(), more, Optional.empty(), thumbnail));
            }
        } catch (MalformedException e) {
            throw new SigningException(ingredient.file() + ": not a whole picture: " + e.describe(), e);
        }
    }

    private static Optional<String> title(Report report) {
        return report.activeManifest().flatMap(ManifestSummary::title);
    }

    private Taken kept(
            String name,
            Relationship relationship,
            DictBuilder fields,
            IngredientCredential credential,
            Optional<Bytes> thumbnail) {
        String label = draft.ingredients().add(credential.store());
        fields.put("validationResults", credential.results());
        return new Taken(name, relationship, fields, Optional.of(label), thumbnail);
    }

    /** Whether there is a parent. */
    boolean hasParent() {
        return parents() > 0;
    }

    private long parents() {
        return taken.stream()
                .filter(one -> one.relationship() == Relationship.PARENT_OF)
                .count();
    }

    /** Takes assertions out of the credentials; the absolute URI of each. */
    List<String> redact(List<Redaction> redactions) {
        List<String> uris = new ArrayList<>();
        for (Redaction redaction : redactions) {
            uris.add(draft.ingredients().redact(redaction.assertion()));
        }
        return uris;
    }

    /**
     * Writes the assertions.
     *
     * @throws IllegalArgumentException if there is more than one parent
     */
    List<Written> write() {
        if (parents() > 1) {
            throw new IllegalArgumentException(
                    "a picture has one parent; a credential that it has already is that of its"
                            + " parent (C2PA 2.2 §18.16.5)");
        }
        KeptManifests kept = draft.ingredients();
        List<Written> written = new ArrayList<>();
        for (Taken one : taken) {
            DictBuilder fields =
                    one.fields().put("relationship", one.relationship().label());
            one.manifest()
                    .ifPresent(label -> fields.put(
                                    "activeManifest",
                                    kept.manifest(label, draft.algorithm()).toValue())
                            .put(
                                    "claimSignature",
                                    kept.signature(label, draft.algorithm()).toValue()));
            one.thumbnail()
                    .map(data -> draft.add(new Thumbnail(Thumbnail.INGREDIENT, ClaimThumbnail.MEDIA_TYPE, data), true))
                    .ifPresent(reference -> fields.put("thumbnail", reference.toValue()));
            written.add(new Written(one.name(), one.relationship(), draft.add(read(fields.build()), true)));
        }
        return written;
    }

    private static Assertion read(Value.Dict fields) {
        try {
            return AssertionTypes.read(Ingredient.LABEL, new Content.Cbor(fields));
        } catch (MalformedException e) {
            throw new IllegalArgumentException("an ingredient that cannot be written: " + e.getMessage(), e);
        }
    }
}
