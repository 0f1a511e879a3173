package org.inkseal.verify;

import java.util.Map;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.MetadataFields;
import org.inkseal.cbor.Value;
import org.inkseal.jumbf.Label;
import org.inkseal.report.StatusCode;

/**
 * The fields of {@code c2pa.metadata} are among those that the signer's equipment can know (C2PA 2.2 §15.10.3.2.3, annex
 * B). Since 2.4 nobody is refused for others (§15.10.3.2.4), so claims that say that they follow 2.4 are let pass.
 */
final class MetadataCheck {
    private static final String LABEL = "c2pa.metadata";

    private final CheckedManifest checked;

    MetadataCheck(CheckedManifest checked) {
        this.checked = checked;
    }

    void check() {
        if (RuleProfile.of(checked).since(RuleProfile.V2_4)) {
            return;
        }
        for (Map.Entry<String, Assertion> entry : checked.assertions().entrySet()) {
            if (Label.parse(entry.getKey()).base().equals(LABEL)) {
                Value fields = entry.getValue().content().asValue().orElse(Value.NULL);
                check(fields, checked.manifest().assertionUri(entry.getKey()));
            }
        }
    }

    private void check(Value fields, String uri) {
        Value context = fields.get("@context").orElse(Value.NULL);
        Optional<Value.Dict> map = fields.asDict();
        if (map.isEmpty()) {
            checked.findings().add(StatusCode.ASSERTION_METADATA_DISALLOWED, uri, "not a map of fields");
            return;
        }
        for (Value key : map.get().entries().keySet()) {
            String name = key.asText().orElse("");
            if (!name.startsWith("@") && !isAllowed(name, context)) {
                checked.findings()
                        .add(StatusCode.ASSERTION_METADATA_DISALLOWED, uri, "the field " + name + " is not allowed");
            }
        }
    }

    private static boolean isAllowed(String name, Value context) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return false;
        }
        Optional<String> namespace = context.get(name.substring(0, colon)).flatMap(Value::asText);
        return namespace.isPresent() && MetadataFields.allow(namespace.get(), name.substring(colon + 1));
    }
}
