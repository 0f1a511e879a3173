package org.inkseal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.Ingredient;
import org.inkseal.assertion.Ingredient.Relationship;
import org.inkseal.assertion.Thumbnail;
import org.inkseal.assertion.Unknown;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.Label;
import org.inkseal.manifest.ManifestDraft;
import org.inkseal.sign.SigningException;

/** Fills a draft from a {@link ManifestDefinition}. */
final class DefinedManifest {
    private static final Set<String> OURS = Set.of("c2pa.claim", "c2pa.signature", "c2pa.assertions");
    /** Fields of an ingredient that are taken over as they are; the two spellings of one have its name. */
    private static final Map<String, String> INGREDIENT_FIELDS = Map.of(
            "title", "dc:title",
            "format", "dc:format",
            "instance_id", "instanceID",
            "instanceID", "instanceID",
            "instanceId", "instanceID",
            "description", "description",
            "informational_URI", "informationalURI",
            "data_types", "dataTypes",
            "digitalSourceType", "digitalSourceType",
            "metadata", "metadata");

    private final ManifestDefinition definition;
    private final ManifestDraft draft;
    private final Ingredients ingredients;
    private final DefinedIcons icons;

    DefinedManifest(ManifestDefinition definition, ManifestDraft draft, Ingredients ingredients) {
        this.definition = definition;
        this.draft = draft;
        this.ingredients = ingredients;
        this.icons = new DefinedIcons(definition, draft);
    }

    /** Says everything that must be said before anything is added. */
    void head(Value.Dict ownGenerator) throws IOException {
        Optional<Value> version = definition.fields().get("claim_version");
        if (version.isPresent() && version.get().asLong().orElse(0) != 2) {
            throw new IllegalArgumentException("\"claim_version\": only claims of version 2 are written");
        }
        Optional<String> hash = definition.text("hash_alg");
        if (hash.isPresent()) {
            draft.algorithm(HashAlgorithm.of(hash.get())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "\"hash_alg\": sha256, sha384 or sha512 is allowed, not \"" + hash.get() + "\"")));
        }
        definition
                .text("label")
                .ifPresentOrElse(draft::label, () -> definition.text("vendor").ifPresent(draft::vendor));
        definition.text("title").ifPresent(draft::title);
        definition.text("instance_id").or(() -> definition.text("instanceID")).ifPresent(draft::instanceId);
        List<Value> generators = definition.list("claim_generator_info");
        draft.generator(generators.isEmpty() ? ownGenerator : generator(generators.get(0)));
    }

    private Value.Dict generator(Value info) throws IOException {
        DictBuilder fields = Value.dict();
        for (Map.Entry<Value, Value> field : info.asDict()
                .orElseThrow(() -> wrong("claim_generator_info"))
                .entries()
                .entrySet()) {
            boolean auto = field.getValue().asText().filter("auto"::equals).isPresent()
                    && field.getKey()
                            .asText()
                            .filter("operating_system"::equals)
                            .isPresent();
            fields.put(field.getKey(), auto ? Value.of(System.getProperty("os.name")) : field.getValue());
        }
        if (info.get("name").flatMap(Value::asText).isEmpty()) {
            throw wrong("claim_generator_info[0].name");
        }
        return icons.replaced(fields.build());
    }

    /** Takes the ingredients in. */
    void takeIn() throws IOException, SigningException {
        for (Value path : definition.list("ingredient_paths")) {
            String name = path.asText().orElseThrow(() -> wrong("ingredient_paths"));
            ingredients.add(new IngredientFile(definition.resolve(name), Relationship.COMPONENT_OF));
        }
        for (Value ingredient : definition.list("ingredients")) {
            takeIn(ingredient);
        }
    }

    private void takeIn(Value ingredient) throws IOException, SigningException {
        if (ingredient.asDict().isEmpty()) {
            throw wrong("ingredients");
        }
        if (ingredient.get("manifest_data").isPresent()) {
            throw new IllegalArgumentException(
                    "\"manifest_data\" of an ingredient is not taken; name the picture that has it as \"file_path\"");
        }
        DictBuilder fields = Value.dict();
        INGREDIENT_FIELDS.forEach((from, to) -> ingredient.get(from).ifPresent(value -> fields.put(to, value)));
        Optional<Value> thumbnail = ingredient.get("thumbnail");
        if (thumbnail.isPresent()) {
            fields.put("thumbnail", icons.add(Thumbnail.INGREDIENT, thumbnail.get()));
        }
        String name = text(ingredient, "label")
                .or(() -> text(ingredient, "instance_id"))
                .orElse("");
        Relationship relationship = relationship(ingredient);
        Optional<String> file = text(ingredient, "file_path").or(() -> text(ingredient, "path"));
        if (file.isPresent()) {
            IngredientFile picture = new IngredientFile(
                    definition.resolve(file.get()), relationship, text(ingredient, "title"), Optional.empty());
            ingredients.add(name, picture, fields);
        } else {
            ingredients.add(name, relationship, fields);
        }
    }

    private static Relationship relationship(Value ingredient) {
        String word = text(ingredient, "relationship").orElse(Relationship.COMPONENT_OF.label());
        try {
            return Relationship.of(word);
        } catch (MalformedException e) {
            throw new IllegalArgumentException(
                    "\"relationship\": parentOf, componentOf or inputTo is allowed, not \"" + word + "\"", e);
        }
    }

    /** What is to be redacted; the actions of the definition give the reasons. */
    List<Redaction> redactions() {
        List<Redaction> redactions = new ArrayList<>();
        for (Value uri : definition.list("redactions")) {
            redactions.add(new Redaction(uri.asText().orElseThrow(() -> wrong("redactions")), Redaction.PERSONAL));
        }
        return redactions;
    }

    /** Adds the assertions, given the ingredients that they may refer to. */
    void assertions(List<Ingredients.Written> written) throws IOException {
        Optional<Value> thumbnail = definition.fields().get("thumbnail");
        if (thumbnail.isPresent()) {
            icons.add(Thumbnail.CLAIM, thumbnail.get());
        }
        DefinedActions actions = new DefinedActions(written, icons);
        boolean told = false;
        for (Value assertion : definition.list("assertions")) {
            String label = text(assertion, "label").orElseThrow(() -> wrong("assertions[].label"));
            Value data = assertion.get("data").orElseThrow(() -> wrong("assertions[].data"));
            boolean isActions = label.equals(Actions.LABEL) || label.equals(Actions.LABEL_V1);
            boolean created = assertion.get("created").flatMap(Value::asBool).orElse(isActions);
            if (isActions) {
                draft.add(new Unknown(Actions.LABEL, new Content.Cbor(actions.of(data, !told))), created);
                told = true;
            } else {
                draft.add(new Unknown(checked(label), content(label, text(assertion, "kind"), data)), created);
            }
        }
        if (!told && !written.isEmpty()) {
            Value nothing = Value.dict().put("actions", List.of()).build();
            draft.add(new Unknown(Actions.LABEL, new Content.Cbor(actions.of(nothing, true))), true);
        }
    }

    private static String checked(String label) {
        String base = Label.parse(label).base();
        if (!base.equals(label) || label.contains("__")) {
            throw new IllegalArgumentException("\"" + label + "\": instances of an assertion are numbered on writing");
        }
        if (!label.matches("([0-9A-Za-z_-]+\\.)+[0-9A-Za-z_-]+")) {
            throw new IllegalArgumentException("\"" + label + "\" is no label of an assertion (C2PA 2.2 §6.2)");
        }
        if (label.startsWith("c2pa.hash.")
                || label.startsWith(Ingredient.LABEL.substring(0, 15))
                || OURS.contains(label)) {
            throw new IllegalArgumentException("\"" + label + "\" is made on signing and cannot be given");
        }
        return label;
    }

    private static Content content(String label, Optional<String> kind, Value data) {
        String how = kind.orElse(isJson(label) ? "Json" : "Cbor");
        return switch (how) {
            case "Json" -> new Content.Json(data);
            case "Cbor" -> new Content.Cbor(data);
            default ->
                throw new IllegalArgumentException(
                        "\"kind\" of " + label + ": Json or Cbor is allowed, not \"" + how + "\"");
        };
    }

    private static boolean isJson(String label) {
        return label.startsWith("stds.") || label.startsWith("schema.org") || label.endsWith(".metadata");
    }

    static Optional<String> text(Value map, String key) {
        return map.get(key).flatMap(Value::asText);
    }

    private static IllegalArgumentException wrong(String key) {
        return new IllegalArgumentException("\"" + key + "\" of the definition is missing or of another kind");
    }
}
