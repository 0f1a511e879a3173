package org.inkseal.cli;

import java.util.Map;
import java.util.Optional;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;

/** One ingredient in the JSON of {@link ManifestStoreJson}. */
final class IngredientJson {
    private static final String SELF = "self#jumbf=";
    private static final String STORE = SELF + "/c2pa/";

    private final String manifest;
    private final Map<String, String> mediaTypes;

    /** The ingredients of a manifest. */
    IngredientJson(String manifest, Map<String, String> mediaTypes) {
        this.manifest = manifest;
        this.mediaTypes = mediaTypes;
    }

    Value.Dict toValue(String label, Value assertion) {
        DictBuilder json = Value.dict();
        copy(assertion, "dc:title", "title", json);
        copy(assertion, "dc:format", "format", json);
        copy(assertion, "documentID", "document_id", json);
        copy(assertion, "instanceID", "instance_id", json);
        copy(assertion, "provenance", "provenance", json);
        url(assertion, "thumbnail").ifPresent(uri -> json.put("thumbnail", resource(uri, mediaTypes)));
        copy(assertion, "relationship", "relationship", json);
        Optional<String> active = activeManifest(assertion);
        active.ifPresent(uri -> json.put("active_manifest", uri));
        copy(assertion, "validationStatus", "validation_status", json);
        copy(assertion, "validationResults", "validation_results", json);
        copy(assertion, "description", "description", json);
        copy(assertion, "informationalURI", "informational_URI", json);
        url(assertion, "data").ifPresent(uri -> json.put("data", resource(uri, mediaTypes)));
        copy(assertion, "dataTypes", "data_types", json);
        copy(assertion, "metadata", "metadata", json);
        active.ifPresent(uri -> json.put(
                "manifest_data",
                Value.dict()
                        .put("format", "application/c2pa")
                        .put("identifier", uri)
                        .build()));
        return json.put("label", label).build();
    }

    /** The manifest that came with an ingredient, in any version of the assertion. */
    Optional<String> activeManifest(Value assertion) {
        return url(assertion, "activeManifest")
                .or(() -> url(assertion, "c2pa_manifest"))
                .flatMap(IngredientJson::manifestLabel);
    }

    /** An embedded file: where it is, and of which type if that is known. */
    static Value.Dict resource(String uri, Map<String, String> mediaTypes) {
        return Value.dict()
                .putIfPresent("format", Optional.ofNullable(mediaTypes.get(uri)))
                .put("identifier", uri)
                .build();
    }

    private static void copy(Value assertion, String from, String to, DictBuilder json) {
        assertion.get(from).ifPresent(value -> json.put(to, value));
    }

    /** The absolute URI of a hashed reference. */
    private Optional<String> url(Value assertion, String key) {
        return assertion
                .get(key)
                .flatMap(reference -> reference.get("url"))
                .flatMap(Value::asText)
                .map(this::absolute);
    }

    private String absolute(String uri) {
        return uri.startsWith(SELF) && !uri.startsWith(SELF + "/")
                ? STORE + manifest + "/" + uri.substring(SELF.length())
                : uri;
    }

    /** The manifest that a URI leads to. */
    private static Optional<String> manifestLabel(String uri) {
        if (!uri.startsWith(STORE)) {
            return Optional.empty();
        }
        String rest = uri.substring(STORE.length());
        int slash = rest.indexOf('/');
        return Optional.of(slash < 0 ? rest : rest.substring(0, slash));
    }
}
