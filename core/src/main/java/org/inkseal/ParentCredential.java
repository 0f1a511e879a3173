package org.inkseal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient;
import org.inkseal.asset.AssetMap;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Manifest;
import org.inkseal.manifest.ManifestDraft;
import org.inkseal.manifest.ManifestStore;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.sign.SigningException;

/**
 * The credential that a picture already has. It becomes the parent of the new one, with what checking it said, and none
 * of its bytes is changed.
 */
final class ParentCredential {
    private final ManifestStore store;
    private final Report report;

    private ParentCredential(ManifestStore store, Report report) {
        this.store = store;
        this.report = report;
    }

    /**
     * Finds the credential of a picture.
     *
     * @throws SigningException if there is one that cannot be kept
     */
    static Optional<ParentCredential> find(ByteSource source, AssetMap map, Report report)
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
            return Optional.of(new ParentCredential(store, report));
        } catch (MalformedException e) {
            throw unreadable(e.describe());
        }
    }

    private static SigningException unreadable(String why) {
        return new SigningException("the picture has a credential that cannot be kept: " + why
                + "; signing would lose it. Remove it on purpose with \"strip\" first");
    }

    /** Puts the credential into a draft; the reference to it. */
    HashedUri addTo(ManifestDraft draft) {
        Manifest active = store.active();
        HashAlgorithm hash = HashAlgorithm.SHA256;
        SuperBox signature = active.signatureBoxes().get(0);
        draft.keep(store);
        return draft.add(
                Ingredient.parent(
                        report.activeManifest().flatMap(ManifestSummary::title),
                        report.mediaType(),
                        new HashedUri(active.uri(), hash.hash(active.stored().content())),
                        new HashedUri(active.signatureUri(), hash.hash(signature.content())),
                        results()),
                true);
    }

    /** The {@code validation-results-map} of C2PA 2.2 §18.16.12. */
    private Value results() {
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
