package org.inkseal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.Carrier;
import org.inkseal.cbor.Value;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.MalformedException;
import org.inkseal.manifest.ManifestStore;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
import org.inkseal.report.Report;
import org.inkseal.sign.SigningException;

/**
 * The credential that an ingredient has, with what checking it said.
 *
 * @param store its manifests
 * @param report what checking it said
 */
record IngredientCredential(ManifestStore store, Report report) {
    /**
     * Finds the credential of a picture.
     *
     * @throws SigningException if there is one that cannot be kept
     */
    static Optional<IngredientCredential> find(ByteSource source, AssetMap map, Report report)
            throws IOException, SigningException {
        if (map.carriers().isEmpty() && map.faults().isEmpty()) {
            return Optional.empty();
        }
        if (map.carrier().isEmpty() || !map.faults().isEmpty()) {
            throw unreadable("it is damaged");
        }
        try {
            Budget budget = Budget.standard();
            ManifestStore store = ManifestStore.read(map.carrier().get().store(source, budget), budget);
            if (store.active().signatureBoxes().size() != 1) {
                throw unreadable("it has no signature");
            }
            return Optional.of(new IngredientCredential(store, report));
        } catch (MalformedException e) {
            throw unreadable(e.describe());
        }
    }

    /**
     * The store that a picture was signed with, without updates that stand in a store of their own.
     *
     * @throws SigningException if it cannot be read
     */
    static ManifestStore original(ByteSource source, AssetMap map) throws IOException, SigningException {
        Carrier carrier = map.carrier().orElseThrow(() -> unreadable("it is damaged"));
        try {
            Budget budget = Budget.standard();
            Carrier first = new Carrier(carrier.extent(), carrier.parts(), carrier.coding());
            return ManifestStore.read(first.store(source, budget), budget);
        } catch (MalformedException e) {
            throw unreadable(e.describe());
        }
    }

    private static SigningException unreadable(String why) {
        return new SigningException("the picture has a credential that cannot be kept: " + why
                + "; signing would lose it. Remove it on purpose with \"strip\" first");
    }

    /** The {@code validation-results-map} of C2PA 2.2 §18.16.12. */
    Value results() {
        return Value.dict()
                .put("activeManifest", statuses(report.active()))
                .put(
                        "ingredientDeltas",
                        report.ingredientDeltas().stream()
                                .map(delta -> Value.dict()
                                        .put("ingredientAssertionURI", delta.ingredientAssertionUri())
                                        .put("validationDeltas", statuses(delta.findings()))
                                        .build())
                                .toList())
                .build();
    }

    private static Value statuses(Findings findings) {
        return Value.dict()
                .put("success", statuses(findings.success()))
                .put("informational", statuses(findings.informational()))
                .put("failure", statuses(findings.failure()))
                .build();
    }

    private static List<Value.Dict> statuses(List<Finding> findings) {
        return findings.stream()
                .map(finding -> Value.dict()
                        .put("code", finding.code().code())
                        .put("url", finding.uri())
                        .build())
                .toList();
    }
}
