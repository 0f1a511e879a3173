package org.inkseal.cli;

import java.util.Map;
import java.util.Set;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;

/** A manifest store as JSON with claims and assertions as they are stored: the detailed form of c2patool. */
final class DetailedJson {
    private static final Set<String> PADS = Set.of("pad", "pad1", "pad2");

    private DetailedJson() {}

    static Value.Dict of(Report report) {
        DictBuilder manifests = Value.dict();
        for (ManifestSummary manifest : report.manifests()) {
            manifests.put(manifest.label(), manifest(manifest));
        }
        return ManifestStoreJson.of(report, manifests.build());
    }

    private static Value.Dict manifest(ManifestSummary manifest) {
        DictBuilder assertions = Value.dict();
        for (AssertionSummary assertion : manifest.assertions()) {
            assertions.put(assertion.label(), content(assertion));
        }
        DictBuilder json = Value.dict().put("claim", manifest.claim()).put("assertion_store", assertions.build());
        manifest.signature()
                .ifPresent(signature -> json.put(
                        "signature",
                        Value.dict()
                                .put("alg", signature.algorithm())
                                .putIfPresent("issuer", signature.organization())
                                .putIfPresent("common_name", signature.commonName())
                                .putIfPresent("time", signature.time().map(ManifestJson::time))
                                .build()));
        return json.build();
    }

    /** Padding says nothing, and files are too long to print. */
    private static Value content(AssertionSummary assertion) {
        if (assertion.file().isPresent()) {
            return Value.of("<omitted> len = " + assertion.file().get().length());
        }
        Value data = assertion.data().orElse(Value.NULL);
        if (data.asDict().isEmpty()) {
            return data;
        }
        DictBuilder shown = Value.dict();
        for (Map.Entry<Value, Value> entry : data.asDict().get().entries().entrySet()) {
            boolean pad = entry.getKey().asText().filter(PADS::contains).isPresent();
            shown.put(entry.getKey(), pad ? Value.of("<omitted>") : entry.getValue());
        }
        return shown.build();
    }
}
