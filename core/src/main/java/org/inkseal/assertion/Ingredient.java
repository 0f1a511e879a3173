package org.inkseal.assertion;

import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.MalformedException;

/**
 * Another asset that went into this one (C2PA 2.2 §18.16).
 *
 * @param label {@code c2pa.ingredient.v3}, or one of the older two
 * @param relationship how it went in
 * @param title name of the ingredient
 * @param format media type of the ingredient
 * @param instanceId identifier of the ingredient
 * @param manifest the ingredient's active manifest: {@code activeManifest}, or {@code c2pa_manifest} in older versions
 * @param claimSignature the signature of that manifest; version 3 only
 * @param thumbnail a small picture of it
 * @param validationResults what its validation said when it was taken in: {@code validationResults}, or
 *     {@code validationStatus} in older versions; a record of what somebody saw, never a finding
 * @param fields the assertion as it was read or is to be written
 */
public record Ingredient(
        String label,
        Relationship relationship,
        Optional<String> title,
        Optional<String> format,
        Optional<String> instanceId,
        Optional<HashedUri> manifest,
        Optional<HashedUri> claimSignature,
        Optional<HashedUri> thumbnail,
        Optional<Value> validationResults,
        Value fields)
        implements Assertion {
    /** The label that is written. */
    public static final String LABEL = "c2pa.ingredient.v3";

    /** How ingredients are read. */
    public static final AssertionType<Ingredient> TYPE =
            new AssertionType<>(List.of(LABEL, "c2pa.ingredient.v2", "c2pa.ingredient"), Ingredient::read);

    /** How an ingredient went in. */
    public enum Relationship {
        /** The asset is a changed form of the ingredient. */
        PARENT_OF("parentOf"),
        /** The asset contains the ingredient. */
        COMPONENT_OF("componentOf"),
        /** The ingredient was input of what made the asset. */
        INPUT_TO("inputTo");

        private final String label;

        Relationship(String label) {
            this.label = label;
        }

        /** The spelling in files. */
        public String label() {
            return label;
        }

        /**
         * The relationship with a spelling.
         *
         * @throws MalformedException if there is none
         */
        public static Relationship of(String label) throws MalformedException {
            for (Relationship relationship : values()) {
                if (relationship.label.equals(label)) {
                    return relationship;
                }
            }
            throw Fields.wrong("relationship", "parentOf, componentOf or inputTo");
        }
    }

    /** Whether this is an ingredient of version 3. */
    public boolean isV3() {
        return label.equals(LABEL);
    }

    private static Ingredient read(String label, Content content) throws MalformedException {
        Value map = Fields.map(content);
        boolean v3 = label.equals(LABEL);
        Optional<Value> results = map.get(v3 ? "validationResults" : "validationStatus");
        Optional<HashedUri> manifest = reference(map, v3 ? "activeManifest" : "c2pa_manifest");
        if (v3 && manifest.isPresent() && results.isEmpty()) {
            // C2PA 2.2 §15.10.3.2
            throw new MalformedException(0, "\"activeManifest\" without \"validationResults\"");
        }
        if (v3 && manifest.isPresent() && map.get("digitalSourceType").isPresent()) {
            // C2PA 2.4 §15.11.3.2
            throw new MalformedException(0, "\"activeManifest\" with \"digitalSourceType\"");
        }
        return new Ingredient(
                label,
                Relationship.of(Fields.text(map, "relationship")),
                Fields.optionalText(map, "dc:title"),
                Fields.optionalText(map, "dc:format"),
                Fields.optionalText(map, "instanceID"),
                manifest,
                v3 ? reference(map, "claimSignature") : Optional.empty(),
                reference(map, "thumbnail"),
                results,
                map);
    }

    private static Optional<HashedUri> reference(Value map, String key) throws MalformedException {
        Optional<Value> value = map.get(key);
        return value.isPresent() ? Optional.of(HashedUri.read(value.get())) : Optional.empty();
    }

    @Override
    public Content content() {
        return new Content.Cbor(fields);
    }
}
