package org.inkseal.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.HashedUri;
import org.inkseal.cbor.Value;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.report.Finding;
import org.inkseal.report.StatusCode;

/**
 * What an ingredient assertion says that validation said of the ingredient when it was taken in. It is a statement of
 * whoever made the assertion; it explains a finding of today and makes none.
 */
final class RecordedResults {
    private record Status(String code, String uri) {}

    private final Set<Status> statuses;
    private final String ingredient;

    private RecordedResults(Set<Status> statuses, String ingredient) {
        this.statuses = statuses;
        this.ingredient = ingredient;
    }

    static RecordedResults of(IngredientGraph.Edge edge) {
        String ingredient = edge.ingredient()
                .manifest()
                .map(HashedUri::url)
                .flatMap(JumbfUri::parse)
                .flatMap(JumbfUri::manifest)
                .orElse("");
        Set<Status> statuses = new HashSet<>();
        edge.ingredient().validationResults().ifPresent(results -> {
            for (Value status : statuses(results, edge.ingredient().isV3())) {
                Optional<String> code = status.get("code").flatMap(Value::asText);
                String uri = status.get("url").flatMap(Value::asText).orElse("");
                code.ifPresent(text -> statuses.add(new Status(text, absolute(uri, ingredient))));
            }
        });
        return new RecordedResults(statuses, ingredient);
    }

    private static List<Value> statuses(Value results, boolean v3) {
        if (!v3) {
            return results.asArray().orElse(List.of());
        }
        List<Value> all = new ArrayList<>();
        results.get("activeManifest").ifPresent(map -> addAll(map, all));
        for (Value delta :
                results.get("ingredientDeltas").flatMap(Value::asArray).orElse(List.of())) {
            delta.get("validationDeltas").ifPresent(map -> addAll(map, all));
        }
        return all;
    }

    private static void addAll(Value map, List<Value> all) {
        for (StatusCode.Kind kind : StatusCode.Kind.values()) {
            String list = kind.name().toLowerCase(Locale.ROOT);
            for (Value status : map.get(list).flatMap(Value::asArray).orElse(List.of())) {
                // A failure that was noted down as a success is no record of the failure.
                if (status.get("code")
                        .flatMap(Value::asText)
                        .flatMap(StatusCode::of)
                        .filter(code -> code.kind() == kind)
                        .isPresent()) {
                    all.add(status);
                }
            }
        }
    }

    private static String absolute(String uri, String manifest) {
        return JumbfUri.parse(uri)
                .map(parsed -> parsed.within(manifest).toString())
                .orElse(uri);
    }

    /** Whether the same code was recorded for the same place. */
    boolean contains(Finding finding) {
        return statuses.contains(new Status(finding.code().code(), absolute(finding.uri(), ingredient)));
    }
}
