package org.inkseal.verify;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.cbor.Value;
import org.inkseal.report.StatusCode;

/**
 * What assertions say about themselves in their field {@code metadata}: what they tell of does not end before it began. A
 * rule since C2PA 2.5 (§14 and appendix D), for claims that say that they follow it.
 */
final class AssertionMetadataCheck {
    private final CheckedManifest checked;

    AssertionMetadataCheck(CheckedManifest checked) {
        this.checked = checked;
    }

    void check() {
        if (!RuleProfile.of(checked).since(RuleProfile.V2_5)) {
            return;
        }
        for (Map.Entry<String, Assertion> entry : checked.assertions().entrySet()) {
            Value metadata = entry.getValue()
                    .content()
                    .asValue()
                    .flatMap(content -> content.get("metadata"))
                    .orElse(Value.NULL);
            Optional<Instant> start = time(metadata, "processStart");
            Optional<Instant> end = time(metadata, "processEnd");
            if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
                String uri = checked.manifest().assertionUri(entry.getKey());
                String seen = "from " + start.get() + " to " + end.get();
                checked.findings().add(StatusCode.ASSERTION_METADATA_MALFORMED, uri, seen);
            }
        }
    }

    private static Optional<Instant> time(Value metadata, String field) {
        return metadata.get(field).flatMap(Value::asText).flatMap(Rfc3339::parse);
    }
}
