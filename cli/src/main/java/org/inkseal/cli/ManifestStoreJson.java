package org.inkseal.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.report.ValidationState;

/** A whole manifest store as JSON, in the form that c2patool made common. */
final class ManifestStoreJson {
    private ManifestStoreJson() {}

    static Value.Dict of(Report report) {
        Map<String, String> mediaTypes = new HashMap<>();
        for (ManifestSummary manifest : report.manifests()) {
            for (AssertionSummary assertion : manifest.assertions()) {
                assertion.mediaType().ifPresent(type -> mediaTypes.put(assertion.uri(), type));
            }
        }
        DictBuilder manifests = Value.dict();
        for (ManifestSummary manifest : report.manifests()) {
            manifests.put(manifest.label(), new ManifestJson(manifest, mediaTypes).toValue());
        }
        return of(report, manifests.build());
    }

    /** The frame around manifests of any form. */
    static Value.Dict of(Report report, Value.Dict manifests) {
        DictBuilder store = Value.dict();
        report.activeManifest().ifPresent(active -> store.put("active_manifest", active.label()));
        store.put("manifests", manifests);
        List<Value> failures = StatusJson.of(report.failures());
        if (!failures.isEmpty()) {
            store.put("validation_status", failures);
        }
        DictBuilder results = Value.dict().put("activeManifest", StatusJson.of(report.active()));
        if (!report.ingredientDeltas().isEmpty()) {
            results.put("ingredientDeltas", StatusJson.ofDeltas(report.ingredientDeltas()));
        }
        return store.put("validation_results", results.build())
                .put("validation_state", word(report.state()))
                .build();
    }

    /** The form has three words only. */
    private static String word(ValidationState state) {
        return state.isValid() ? state.label() : ValidationState.INVALID.label();
    }
}
