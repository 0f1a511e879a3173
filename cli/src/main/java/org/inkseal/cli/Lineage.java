package org.inkseal.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.cbor.Value;
import org.inkseal.report.AssertionSummary;
import org.inkseal.report.Finding;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.report.SignatureSummary;
import org.inkseal.report.StatusCode;

/**
 * What went into a picture, from the newest manifest to the oldest, and which of it is proven. A manifest is gone into once,
 * however many lead to it.
 */
final class Lineage {
    private final Report report;
    private final Map<String, ManifestSummary> manifests = new HashMap<>();

    /**
     * One step on the way: the picture itself, or an ingredient.
     *
     * @param depth 0 for the picture itself, 1 for what went into it, and so on
     * @param taken how it was taken in; nothing for the picture itself
     * @param label the manifest that it came with
     * @param manifest that manifest, if the file has it
     * @param again whether an earlier step went into it
     */
    record Step(
            int depth,
            Optional<Ingredient> taken,
            Optional<String> label,
            Optional<ManifestSummary> manifest,
            boolean again) {}

    /**
     * An ingredient assertion.
     *
     * @param holder the manifest that has it
     * @param data its content
     */
    record Ingredient(ManifestSummary holder, Value data) {
        Optional<String> text(String key) {
            return data.get(key).flatMap(Value::asText);
        }
    }

    /** Something whose place in the order is known, but not yet what is behind it. */
    private record Ahead(int depth, Optional<Ingredient> taken, Optional<String> label) {}

    Lineage(Report report) {
        this.report = report;
        report.manifests().forEach(manifest -> manifests.put(manifest.label(), manifest));
    }

    /** The steps, each followed by all that went into it. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<Ahead> ahead = new ArrayDeque<>();
        ahead.push(new Ahead(0, Optional.empty(), report.activeManifest().map(ManifestSummary::label)));
        while (!ahead.isEmpty()) {
            Ahead next = ahead.pop();
            Optional<ManifestSummary> manifest = next.label().map(manifests::get);
            boolean again = manifest.isPresent() && !seen.add(manifest.get().label());
            steps.add(new Step(next.depth(), next.taken(), next.label(), manifest, again));
            if (manifest.isPresent() && !again) {
                List<Ingredient> ingredients = ingredients(manifest.get());
                for (int i = ingredients.size() - 1; i >= 0; i--) {
                    ahead.push(ahead(ingredients.get(i), next.depth() + 1));
                }
            }
        }
        return steps;
    }

    private static Ahead ahead(Ingredient ingredient, int depth) {
        Optional<String> label =
                new IngredientJson(ingredient.holder().label(), Map.of()).activeManifest(ingredient.data());
        return new Ahead(depth, Optional.of(ingredient), label);
    }

    private static List<Ingredient> ingredients(ManifestSummary manifest) {
        List<Ingredient> ingredients = new ArrayList<>();
        for (AssertionSummary assertion : manifest.assertions()) {
            if (ManifestJson.isIngredient(assertion.label()) && assertion.data().isPresent()) {
                ingredients.add(new Ingredient(manifest, assertion.data().get()));
            }
        }
        return ingredients;
    }

    /** Whether a manifest is that of the picture itself. */
    boolean isActive(ManifestSummary manifest) {
        return report.activeManifest().equals(Optional.of(manifest));
    }

    /** The picture's own manifest needs the whole verdict, an ingredient's its own and that of who took it in. */
    boolean isProven(ManifestSummary manifest) {
        List<StatusCode> failures = manifest.findings().failure().stream()
                .map(Finding::code)
                .filter(code -> !Judgement.NOT_VOUCHED_FOR.contains(code))
                .toList();
        return report.state().isValid()
                && (isActive(manifest)
                        || failures.isEmpty() && manifest.findings().has(StatusCode.CLAIM_SIGNATURE_VALIDATED));
    }

    /** Who signed a manifest, as a claim unless somebody vouches for the name. */
    String signer(ManifestSummary manifest, SignatureSummary signature) {
        boolean listed = isProven(manifest) && manifest.findings().has(StatusCode.SIGNING_CREDENTIAL_TRUSTED);
        SignerTrust trust = listed ? SignerTrust.TRUSTED_LIST : SignerTrust.NOT_VERIFIED;
        String name = signature.name().map(PlainText::quoted).orElse("a key without a name");
        String time = signature
                .time()
                .map(when -> (signature.timeTrusted() ? ", " : ", claims the time ") + when)
                .orElse("");
        return (listed ? "signed by " : "claims to be signed by ") + name + " (" + trust.words() + ", key "
                + Fingerprint.of(signature.keySha256()) + ")" + time;
    }
}
