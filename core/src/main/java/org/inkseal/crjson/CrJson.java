package org.inkseal.crjson;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.Finding;
import org.inkseal.report.Findings;
import org.inkseal.report.IngredientDelta;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;

/**
 * A report as Content Credential JSON (crJSON, published with C2PA 2.4). A pure function: the same report gives the same
 * text. It is a view; nothing can be verified with it.
 *
 * <p>The active manifest comes first, the others from the last of the store to the first. What the schema demands and a
 * broken manifest lacks is the empty text; the findings beside it say what is wrong. What the schema does not allow in a
 * claim is left out; assertions are whole. Where no manifest can be read, {@code manifests} is empty and the findings
 * stand at the root under {@code validationResults}.
 */
public final class CrJson {
    /** The version of the standard whose codes and rules the findings follow. */
    private static final String SPEC_VERSION = "2.4.0";

    private static final String VOCABULARY = "https://c2pa.org/crjson";

    private final Report report;

    private CrJson(Report report) {
        this.report = report;
    }

    /**
     * The document, with a line for each entry.
     *
     * @param generator the program that writes it
     * @param version its version, by the rules of semantic versioning 2.0
     */
    public static String write(Report report, String generator, String version) {
        return JsonWriter.writeQuotingBytes(new CrJson(report).document(generator, version));
    }

    private Value.Dict document(String generator, String version) {
        List<ManifestSummary> stored = report.manifests();
        List<Value> manifests = new ArrayList<>();
        for (int i = stored.size() - 1; i >= 0; i--) {
            Findings findings =
                    i == stored.size() - 1 ? report.active() : stored.get(i).findings();
            manifests.add(manifest(stored.get(i), findings));
        }
        DictBuilder document = Value.dict()
                .put("@context", Value.dict().put("@vocab", VOCABULARY).build())
                .put("manifests", manifests)
                .put(
                        "jsonGenerator",
                        Value.dict()
                                .put("name", generator)
                                .put("version", version)
                                .build());
        if (manifests.isEmpty()) {
            document.put("validationResults", results(report.active()));
        }
        return document.build();
    }

    private Value manifest(ManifestSummary manifest, Findings findings) {
        ClaimJson claim = new ClaimJson(manifest);
        DictBuilder assertions = Value.dict();
        for (AssertionSummary assertion : manifest.assertions()) {
            assertions.put(assertion.label(), assertion.data().orElseGet(() -> reference(assertion, claim)));
        }
        DictBuilder json = Value.dict()
                .put("label", manifest.label())
                .put(claim.key(), claim.toValue())
                .put("assertions", assertions.build())
                .put("signature", SignatureJson.of(manifest.signature()))
                .put("validationResults", results(findings));
        List<Value> deltas = deltas(manifest.label());
        if (!deltas.isEmpty()) {
            json.put("ingredientDeltas", deltas);
        }
        return json.build();
    }

    /** A file is told of and not repeated. */
    private static Value reference(AssertionSummary assertion, ClaimJson claim) {
        DictBuilder json =
                Value.dict().putIfPresent("format", assertion.mediaType()).put("identifier", assertion.uri());
        claim.hash(assertion.uri()).ifPresent(hash -> json.put("hash", hash));
        return json.build();
    }

    private Value.Dict results(Findings findings) {
        return lists(findings)
                .put("specVersion", SPEC_VERSION)
                .put("validationTime", report.validationTime().toString())
                .build();
    }

    private List<Value> deltas(String label) {
        List<Value> deltas = new ArrayList<>();
        for (IngredientDelta delta : report.ingredientDeltas()) {
            if (delta.ingredientAssertionUri().startsWith(ClaimJson.STORE + label + "/")) {
                deltas.add(Value.dict()
                        .put("ingredientAssertionURI", delta.ingredientAssertionUri())
                        .put("validationDeltas", lists(delta.findings()).build())
                        .build());
            }
        }
        return deltas;
    }

    private static DictBuilder lists(Findings findings) {
        return Value.dict()
                .put("success", list(findings.success()))
                .put("informational", list(findings.informational()))
                .put("failure", list(findings.failure()));
    }

    private static List<Value> list(List<Finding> findings) {
        List<Value> list = new ArrayList<>();
        for (Finding finding : findings) {
            DictBuilder entry = Value.dict().put("code", finding.code().code());
            if (!finding.uri().isEmpty()) {
                entry.put("url", finding.uri());
            }
            if (!finding.explanation().isEmpty()) {
                entry.put("explanation", finding.explanation());
            }
            list.add(entry.build());
        }
        return list;
    }
}
