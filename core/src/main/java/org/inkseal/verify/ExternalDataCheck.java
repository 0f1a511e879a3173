package org.inkseal.verify;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.Ingredient;
import org.inkseal.assertion.MultiAssetHash;
import org.inkseal.cbor.Value;
import org.inkseal.jumbf.Label;
import org.inkseal.report.StatusCode;

/**
 * Assertions that point to data outside of the file (C2PA 2.4 §15.10.3.2.1, §15.10.3.2.2). The data is never fetched, so
 * it is only asked whether the pointer is whole and whether such an assertion may be elsewhere.
 */
final class ExternalDataCheck {
    private static final String CLOUD = "c2pa.cloud-data";
    private static final String REFERENCE = "c2pa.external-reference";
    private static final Set<String> ACTIONS = Set.of(Actions.LABEL, Actions.LABEL_V1);

    private final CheckedManifest checked;

    ExternalDataCheck(CheckedManifest checked) {
        this.checked = checked;
    }

    void check() {
        for (Map.Entry<String, Assertion> entry : checked.assertions().entrySet()) {
            String uri = checked.manifest().assertionUri(entry.getKey());
            Value fields =
                    entry.getValue().content().asValue().orElse(Value.dict().build());
            switch (Label.parse(entry.getKey()).base()) {
                case CLOUD -> cloud(fields, uri);
                case REFERENCE -> reference(fields, uri);
                default -> {
                    // Everything else is in the file.
                }
            }
        }
    }

    private void cloud(Value fields, String uri) {
        Optional<String> label = label(fields);
        if (label.isEmpty()
                || fields.get("size").flatMap(ExternalDataCheck::size).isEmpty()
                || fields.get("location").flatMap(Value::asDict).isEmpty()) {
            add(StatusCode.ASSERTION_CLOUD_DATA_MALFORMED, uri, "label, size or location is missing");
            return;
        }
        String base = Label.parse(label.get()).base();
        if (isBinding(base)) {
            add(StatusCode.ASSERTION_CLOUD_DATA_HARD_BINDING, uri, base + " must be in the file");
        } else if (ACTIONS.contains(base) && checked.manifest().update()) {
            add(StatusCode.ASSERTION_CLOUD_DATA_ACTIONS, uri, base + " must be in the file");
        } else if (ACTIONS.contains(base) || isIngredient(base) || base.equals(CLOUD)) {
            add(StatusCode.ASSERTION_CLOUD_DATA_MALFORMED, uri, base + " must be in the file");
        }
    }

    private void reference(Value fields, String uri) {
        Value location = fields.get("location").orElse(Value.NULL);
        if (location.get("url").flatMap(Value::asText).isEmpty()) {
            add(StatusCode.ASSERTION_EXTERNAL_REFERENCE_MALFORMED, uri, "no location with a url");
        } else if (location.get("alg").isPresent() != location.get("hash").isPresent()) {
            add(StatusCode.ASSERTION_EXTERNAL_REFERENCE_MALFORMED, uri, "only one of alg and hash");
        }
        Optional<String> base = label(fields).map(label -> Label.parse(label).base());
        if (base.filter(name ->
                        isBinding(name) || ACTIONS.contains(name) || isIngredient(name) || name.equals(REFERENCE))
                .isPresent()) {
            add(StatusCode.ASSERTION_EXTERNAL_REFERENCE_MALFORMED, uri, base.get() + " must be in the file");
        }
    }

    private static Optional<String> label(Value fields) {
        return fields.get("label").flatMap(Value::asText);
    }

    private static Optional<Long> size(Value value) {
        return value.asLong().isPresent() && value.asLong().getAsLong() > 0
                ? Optional.of(value.asLong().getAsLong())
                : Optional.empty();
    }

    private static boolean isBinding(String base) {
        return HardBindings.isHardBinding(base) || base.equals(MultiAssetHash.LABEL);
    }

    private static boolean isIngredient(String base) {
        return Ingredient.TYPE.labels().contains(base);
    }

    private void add(StatusCode code, String uri, String explanation) {
        checked.findings().add(code, uri, explanation);
    }
}
