package org.inkseal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.LicenseOffer;
import org.inkseal.assertion.Thumbnail;
import org.inkseal.assertion.TrainingMining;
import org.inkseal.asset.AssetMap;
import org.inkseal.cbor.Value;
import org.inkseal.facts.ClaimThumbnail;
import org.inkseal.io.ByteSource;
import org.inkseal.manifest.ManifestDraft;
import org.inkseal.report.Acceptance;
import org.inkseal.report.Offer;
import org.inkseal.report.Permissions;
import org.inkseal.report.Report;
import org.inkseal.report.StatusCode;
import org.inkseal.sign.SigningException;
import org.inkseal.verify.Verifier;

/** Makes the draft of a manifest from what a signer says of a picture. */
final class Drafting {
    private static final String SPEC_VERSION = "2.4.0";

    private final Verifier verifier;
    private final boolean thumbnails;
    private final ManifestDraft draft;
    private final Ingredients ingredients;
    private Permissions before = Permissions.SILENT;

    Drafting(Verifier verifier, RandomGenerator random, boolean thumbnails) {
        this.verifier = verifier;
        this.thumbnails = thumbnails;
        this.draft = new ManifestDraft(generatorInfo(), random);
        this.ingredients = new Ingredients(draft, verifier, thumbnails);
    }

    /**
     * The draft.
     *
     * @throws SigningException if something cannot be said of this picture
     */
    ManifestDraft draft(ByteSource picture, AssetMap map, Statement statement) throws IOException, SigningException {
        try {
            if (statement instanceof Amendment amendment) {
                amend(picture, map, amendment);
            } else if (statement instanceof ManifestDefinition definition) {
                define(picture, map, definition);
            } else if (statement instanceof Declaration declaration) {
                declare(picture, map, declaration);
            }
            return draft;
        } catch (IllegalArgumentException e) {
            throw new SigningException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What the credential that the picture has allows. */
    Permissions before() {
        return before;
    }

    private void declare(ByteSource picture, AssetMap map, Declaration declaration)
            throws IOException, SigningException {
        declaration.title().ifPresent(draft::title);
        takeInPast(picture, map);
        for (IngredientFile file : declaration.ingredients()) {
            ingredients.add(file);
        }
        Optional<GenerationDraft> generation =
                declaration.generation().map(said -> new GenerationDraft(said, declaration.tool(), draft));
        generation.ifPresent(said -> said.takeIn(ingredients));
        List<String> redacted = ingredients.redact(declaration.redactions());
        List<HashedUri> watermarks = generation.map(GenerationDraft::watermarks).orElse(List.of());
        draft.add(History.of(declaration, ingredients.write(), redacted, watermarks), true);
        generation.ifPresent(GenerationDraft::disclose);
        if (thumbnails) {
            thumbnail(picture, map);
        }
        state(declaration.permissions(), declaration.offer(), declaration.further());
    }

    private void define(ByteSource picture, AssetMap map, ManifestDefinition definition)
            throws IOException, SigningException {
        DefinedManifest defined = new DefinedManifest(definition, draft, ingredients);
        defined.head(generatorInfo());
        takeInPast(picture, map);
        defined.takeIn();
        ingredients.redact(defined.redactions());
        defined.assertions(ingredients.write());
        if (thumbnails && definition.fields().get("thumbnail").isEmpty()) {
            thumbnail(picture, map);
        }
    }

    private void amend(ByteSource picture, AssetMap map, Amendment amendment) throws IOException, SigningException {
        Report past = verifier.verify(picture);
        IngredientCredential credential = IngredientCredential.find(picture, map, past)
                .orElseThrow(() -> new SigningException("an update needs a credential that the picture has already"));
        if (!past.state().isValid()) {
            throw new SigningException("an update keeps the binding of the credential before it, but that one does not"
                    + " pass: "
                    + past.failures().stream()
                            .filter(finding -> finding.code() != StatusCode.SIGNING_CREDENTIAL_UNTRUSTED)
                            .findFirst()
                            .map(finding -> finding.code().code() + ": " + finding.explanation())
                            .orElse("no success"));
        }
        draft.update();
        amendment.title().ifPresent(draft::title);
        ingredients.addParent(credential);
        if (map.format().keepsUpdatesApart()) {
            draft.ingredients().leave(IngredientCredential.original(picture, map));
        }
        List<String> redacted = ingredients.redact(amendment.redactions());
        draft.add(History.of(amendment, ingredients.write(), redacted), true);
        state(amendment.permissions(), amendment.offer(), amendment.further());
    }

    /** The credential that the picture has is that of its parent. */
    private void takeInPast(ByteSource picture, AssetMap map) throws IOException, SigningException {
        if (map.carriers().isEmpty() && map.faults().isEmpty()) {
            return;
        }
        Report report = verifier.verify(picture);
        before = report.permissions().answers(Acceptance.ANYBODY);
        Optional<IngredientCredential> past = IngredientCredential.find(picture, map, report);
        past.ifPresent(ingredients::addParent);
    }

    private void thumbnail(ByteSource picture, AssetMap map) throws IOException, SigningException {
        draft.add(new Thumbnail(Thumbnail.CLAIM, ClaimThumbnail.MEDIA_TYPE, ClaimThumbnail.of(picture, map)), true);
    }

    private void state(Permissions permissions, Optional<Offer> offer, List<Assertion> further) {
        if (!permissions.isSilent() || offer.isPresent()) {
            draft.add(TrainingMining.of(permissions, offer), true);
        }
        offer.ifPresent(terms -> draft.add(LicenseOffer.of(terms, permissions), true));
        for (Assertion assertion : further) {
            draft.add(assertion, true);
        }
    }

    private static Value.Dict generatorInfo() {
        return Value.dict()
                .put("name", "inkseal")
                .put("version", Version.current())
                .put("specVersion", SPEC_VERSION)
                .build();
    }
}
