package org.inkseal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.AiDisclosure;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.assertion.SoftBinding;
import org.inkseal.assertion.Unknown;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.manifest.ManifestDraft;

/** Adds to a draft what is said of the work of a generative model. */
final class GenerationDraft {
    private static final String PROMPT = "c2pa.types.generator.prompt";
    private static final String EMBEDDED_DATA = "c2pa.embedded-data";
    private static final String TEXT = "text/plain";

    private final Generation generation;
    private final Optional<Declaration.Tool> tool;
    private final ManifestDraft draft;

    GenerationDraft(Generation generation, Optional<Declaration.Tool> tool, ManifestDraft draft) {
        this.generation = generation;
        this.tool = tool;
        this.draft = draft;
    }

    /**
     * Adds the prompt as an input (C2PA 2.4 §18.16.8), after all pictures: the first ingredient is the one that rubrics
     * look at.
     */
    void takeIn(Ingredients ingredients) {
        if (generation.prompt().isPresent()) {
            Bytes text = Bytes.utf8(generation.prompt().get());
            HashedUri data = draft.add(new Unknown(EMBEDDED_DATA, new Content.File(TEXT, text)), true);
            ingredients.add(
                    "",
                    Relationship.INPUT_TO,
                    Value.dict()
                            .put("dc:format", TEXT)
                            .put("data", data.toValue())
                            .put(
                                    "dataTypes",
                                    List.of(Value.dict().put("type", PROMPT).build())));
        }
    }

    /** Adds the soft bindings; the references to them. */
    List<HashedUri> watermarks() {
        List<HashedUri> references = new ArrayList<>();
        for (SoftBinding watermark : generation.watermarks()) {
            references.add(draft.add(watermark, true));
        }
        return references;
    }

    /** Adds the disclosure. */
    void disclose() {
        Optional<String> name = tool.map(model ->
                model.name() + model.version().map(version -> " " + version).orElse(""));
        draft.add(
                AiDisclosure.of(generation.modelType(), name, generation.modelIdentifier(), generation.oversight()),
                true);
    }
}
