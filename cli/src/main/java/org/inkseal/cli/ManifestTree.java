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
 * Manifests and their ingredients as an indented list for a person. What a manifest says is told as a claim, and only if
 * the manifest is proven or the caller insists; what was gathered is told apart from what the signer states (C2PA 2.2
 * §10.2, §15.3).
 */
final class ManifestTree {
    private static final String STEP = "   ";

    private final Report report;
    private final boolean insist;
    private final Map<String, ManifestSummary> manifests = new HashMap<>();
    private final Set<String> shown = new HashSet<>();
    private final Deque<Node> next = new ArrayDeque<>();
    private final List<String> lines = new ArrayList<>();

    /** An ingredient, or the picture itself: what to say of it, and its manifest. */
    private record Node(Optional<String> heading, Optional<String> manifest, int depth) {}

    ManifestTree(Report report, boolean insist) {
        this.report = report;
        this.insist = insist;
        report.manifests().forEach(manifest -> manifests.put(manifest.label(), manifest));
    }

    /** The lines, safe to print. */
    List<String> lines() {
        lines.add("state: " + report.state().label());
        next.push(new Node(Optional.empty(), report.activeManifest().map(ManifestSummary::label), 0));
        while (!next.isEmpty()) {
            Node node = next.pop();
            node.heading().ifPresent(heading -> line(node.depth(), heading));
            int depth = node.depth() + (node.heading().isPresent() ? 1 : 0);
            node.manifest().ifPresent(label -> manifest(label, depth));
        }
        return lines;
    }

    private void line(int depth, String text) {
        lines.add(STEP.repeat(depth) + text);
    }

    private void manifest(String label, int depth) {
        Optional<ManifestSummary> found = Optional.ofNullable(manifests.get(label));
        String name = "manifest " + PlainText.of(label);
        if (found.isEmpty()) {
            line(depth, name + ": not in this file");
        } else if (shown.add(label)) {
            line(depth, name + (isActive(found.get()) ? " (active)" : ""));
            body(found.get(), depth + 1);
        } else {
            line(depth, name + ": shown above");
        }
    }

    private boolean isActive(ManifestSummary manifest) {
        return report.activeManifest().equals(Optional.of(manifest));
    }

    private void body(ManifestSummary manifest, int depth) {
        boolean proven = isProven(manifest);
        if (!proven) {
            line(depth, "not valid; nothing below is attributed to its signer or anybody");
        }
        boolean told = proven || insist;
        if (told) {
            manifest.title().ifPresent(title -> line(depth, "claims the title " + PlainText.quoted(title)));
            manifest.generator().ifPresent(name -> line(depth, "claims to be made by " + PlainText.quoted(name)));
            manifest.signature().ifPresent(signature -> line(depth, signer(manifest, signature)));
        } else {
            line(depth, "what it claims is not shown (--show-unverified)");
        }
        assertions("stated by the signer:", manifest, true, depth);
        assertions("gathered, not attributed to the signer:", manifest, false, depth);
        ingredients(manifest, told, depth);
    }

    /** The picture's own manifest needs the whole verdict, an ingredient's its own and that of who took it in. */
    private boolean isProven(ManifestSummary manifest) {
        List<StatusCode> failures = manifest.findings().failure().stream()
                .map(Finding::code)
                .filter(code -> !Judgement.NOT_VOUCHED_FOR.contains(code))
                .toList();
        return report.state().isValid()
                && (isActive(manifest)
                        || failures.isEmpty() && manifest.findings().has(StatusCode.CLAIM_SIGNATURE_VALIDATED));
    }

    private String signer(ManifestSummary manifest, SignatureSummary signature) {
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

    private void assertions(String heading, ManifestSummary manifest, boolean created, int depth) {
        List<AssertionSummary> some = manifest.assertions().stream()
                .filter(assertion -> assertion.created() == created)
                .toList();
        if (!some.isEmpty()) {
            line(depth, heading);
        }
        for (AssertionSummary assertion : some) {
            boolean picture = assertion.label().startsWith("c2pa.thumbnail.");
            line(depth + 1, PlainText.of(assertion.label()) + (picture ? " (picture supplied by the signer)" : ""));
        }
    }

    private void ingredients(ManifestSummary manifest, boolean told, int depth) {
        List<AssertionSummary> ingredients = manifest.assertions().stream()
                .filter(assertion -> ManifestJson.isIngredient(assertion.label()))
                .filter(assertion -> assertion.data().isPresent())
                .toList();
        for (int i = ingredients.size() - 1; i >= 0; i--) {
            Value data = ingredients.get(i).data().orElseThrow();
            String relation = data.get("relationship").flatMap(Value::asText).orElse("");
            String title = data.get("dc:title")
                    .flatMap(Value::asText)
                    .filter(text -> told)
                    .map(text -> ", claims the title " + PlainText.quoted(text))
                    .orElse("");
            Optional<String> label = new IngredientJson(manifest.label(), Map.of()).activeManifest(data);
            String provenance = label.isPresent() ? "" : ", without a credential";
            String heading = "ingredient " + PlainText.of(relation) + title + provenance;
            next.push(new Node(Optional.of(heading), label, depth));
        }
    }
}
