package org.inkseal.report;

import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.Value;

/**
 * One manifest of the store, as far as it could be read.
 *
 * @param label its URN; not part of what is signed in older manifests
 * @param update whether it is an update manifest
 * @param claimVersion 1 or 2; 0 when there is no readable claim
 * @param claim the claim; an empty map when there is no readable claim
 * @param assertions the assertions in the order of the store
 * @param signature who signed
 * @param identities who stands behind it besides, by its identity assertions
 * @param findings everything that was found about this manifest now
 */
public record ManifestSummary(
        String label,
        boolean update,
        int claimVersion,
        Value.Dict claim,
        List<AssertionSummary> assertions,
        Optional<SignatureSummary> signature,
        List<IdentitySummary> identities,
        Findings findings) {
    /** Copies the lists. */
    public ManifestSummary {
        assertions = List.copyOf(assertions);
        identities = List.copyOf(identities);
    }

    /** The title that the claim gives, {@code dc:title}. */
    public Optional<String> title() {
        return claim.get("dc:title").flatMap(Value::asText);
    }

    /** The product that made the claim: the name of the first generator info, or else the claim generator of v1. */
    public Optional<String> generator() {
        Optional<Value> info = claim.get("claim_generator_info");
        Optional<Value> first = info.flatMap(Value::asArray)
                .map(items -> items.isEmpty() ? Value.NULL : items.get(0))
                .or(() -> info);
        return first.flatMap(map -> map.get("name"))
                .flatMap(Value::asText)
                .or(() -> claim.get("claim_generator").flatMap(Value::asText));
    }
}
