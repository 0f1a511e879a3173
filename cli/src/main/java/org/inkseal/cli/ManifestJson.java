package org.inkseal.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.SignatureSummary;

/** One manifest in the JSON of {@link ManifestStoreJson}. */
final class ManifestJson {
    private static final String INSTANCE = "__";

    private final ManifestSummary manifest;
    private final Map<String, String> mediaTypes;

    /** A manifest, with the media types of the embedded files of the whole store by their URI. */
    ManifestJson(ManifestSummary manifest, Map<String, String> mediaTypes) {
        this.manifest = manifest;
        this.mediaTypes = mediaTypes;
    }

    Value.Dict toValue() {
        DictBuilder json = Value.dict();
        copy("claim_generator", "claim_generator", json);
        manifest.claim().get("claim_generator_info").ifPresent(info -> json.put("claim_generator_info", list(info)));
        copy("metadata", "metadata", json);
        copy("dc:title", "title", json);
        copy("dc:format", "format", json);
        copy("instanceID", "instance_id", json);
        thumbnail().ifPresent(thumbnail -> json.put("thumbnail", thumbnail));
        List<Value> ingredients = ingredients();
        if (!ingredients.isEmpty()) {
            json.put("ingredients", ingredients);
        }
        json.put("assertions", assertions());
        copy("redacted_assertions", "redactions", json);
        manifest.signature().ifPresent(signature -> json.put("signature_info", signature(signature)));
        return json.put("label", manifest.label())
                .put("claim_version", manifest.claimVersion())
                .build();
    }

    private void copy(String claimKey, String key, DictBuilder json) {
        manifest.claim().get(claimKey).ifPresent(value -> json.put(key, value));
    }

    /** Version 2 has one map where version 1 has a list. */
    private static List<Value> list(Value info) {
        return info.asArray().orElseGet(() -> List.of(info));
    }

    private Optional<Value> thumbnail() {
        for (AssertionSummary assertion : manifest.assertions()) {
            if (assertion.label().startsWith("c2pa.thumbnail.claim")) {
                return Optional.of(IngredientJson.resource(assertion.uri(), mediaTypes));
            }
        }
        return Optional.empty();
    }

    private List<Value> ingredients() {
        List<Value> ingredients = new ArrayList<>();
        for (AssertionSummary assertion : manifest.assertions()) {
            if (isIngredient(assertion.label()) && assertion.data().isPresent()) {
                ingredients.add(new IngredientJson(manifest.label(), mediaTypes)
                        .toValue(assertion.label(), assertion.data().get()));
            }
        }
        return ingredients;
    }

    private List<Value> assertions() {
        List<Value> assertions = new ArrayList<>();
        for (AssertionSummary assertion : manifest.assertions()) {
            String label = assertion.label();
            boolean elsewhere =
                    isIngredient(label) || label.startsWith("c2pa.thumbnail.") || label.startsWith("c2pa.hash.");
            boolean empty = assertion.data().isEmpty() && assertion.file().isEmpty();
            if (!elsewhere && !empty) {
                assertions.add(assertion(assertion));
            }
        }
        return assertions;
    }

    private Value assertion(AssertionSummary assertion) {
        String label = assertion.label();
        int at = label.lastIndexOf(INSTANCE);
        Optional<Integer> instance = at < 0 ? Optional.empty() : number(label.substring(at + INSTANCE.length()));
        DictBuilder json = Value.dict().put("label", instance.isPresent() ? label.substring(0, at) : label);
        json.put("data", assertion.data().orElseGet(() -> IngredientJson.resource(assertion.uri(), mediaTypes)));
        instance.ifPresent(number -> json.put("instance", number));
        if (assertion.form() == AssertionSummary.Form.JSON) {
            json.put("kind", "Json");
        } else if (assertion.form() == AssertionSummary.Form.FILE) {
            json.put("kind", "Binary");
        }
        if (manifest.claimVersion() > 1 && assertion.created()) {
            json.put("created", true);
        }
        return json.build();
    }

    private static Optional<Integer> number(String digits) {
        try {
            return Optional.of(Integer.parseUnsignedInt(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether an assertion of this label tells of an ingredient, in any version. */
    static boolean isIngredient(String label) {
        return label.equals("c2pa.ingredient")
                || label.startsWith("c2pa.ingredient.")
                || label.startsWith("c2pa.ingredient" + INSTANCE);
    }

    private static Value signature(SignatureSummary signature) {
        String algorithm = signature.algorithm();
        return Value.dict()
                .put("alg", algorithm.substring(0, 1).toUpperCase(Locale.ROOT) + algorithm.substring(1))
                .putIfPresent("issuer", signature.organization())
                .putIfPresent("common_name", signature.commonName())
                .put("cert_serial_number", signature.serialNumber().toString())
                .putIfPresent("time", signature.time().map(ManifestJson::time))
                .build();
    }

    /** A time as other tools write it. */
    static String time(Instant time) {
        return time.toString().replace("Z", "+00:00");
    }
}
