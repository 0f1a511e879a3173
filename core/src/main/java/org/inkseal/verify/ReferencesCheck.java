package org.inkseal.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.assertion.Action;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Ingredient;
import org.inkseal.assertion.MultiAssetHash;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.LimitExceededException;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Claim;
import org.inkseal.report.StatusCode;

/**
 * What the claim and its assertions refer to is there, unchanged (C2PA 2.4 §15.10.3.3, §15.6.2). What is kept elsewhere
 * is never fetched (§15.10.4.1). An ingredient's manifest and signature are the work of {@link IngredientCheck}.
 */
final class ReferencesCheck {
    private static final String INSIDE = "self#jumbf";

    private final Verification verification;
    private final CheckedManifest checked;

    ReferencesCheck(Verification verification, CheckedManifest checked) {
        this.verification = verification;
        this.checked = checked;
    }

    void check() throws LimitExceededException {
        boolean legacy = RuleProfile.of(checked) == RuleProfile.V1;
        if (!legacy) {
            icon(
                    checked.fields().get("claim_generator_info"),
                    checked.manifest().claimUri());
        }
        for (Map.Entry<String, Assertion> entry : checked.assertions().entrySet()) {
            String uri = checked.manifest().assertionUri(entry.getKey());
            if (entry.getValue() instanceof Ingredient ingredient) {
                ingredient(ingredient, legacy, uri);
            } else if (entry.getValue() instanceof Actions actions && !legacy) {
                actions(actions, uri);
            } else if (entry.getValue() instanceof MultiAssetHash parts) {
                check(parts.parts().stream().map(part -> part.hash().toValue()).toList(), uri);
            }
        }
    }

    private void ingredient(Ingredient ingredient, boolean legacy, String uri) throws LimitExceededException {
        check(ingredient.fields().get("thumbnail"), uri);
        if (!legacy) {
            check(ingredient.fields().get("data"), uri);
            check(list(ingredient.fields(), "relatedAssertions"), uri);
        }
    }

    private void actions(Actions actions, String uri) throws LimitExceededException {
        for (Action action : actions.actions()) {
            check(action.ingredients().stream().map(HashedUri::toValue).toList(), uri);
            Value parameters =
                    action.fields().get("parameters").orElse(Value.dict().build());
            check(list(parameters, "relatedAssertions"), uri);
            icon(action.fields().get("softwareAgent"), uri);
        }
        for (Value agent : list(actions.fields(), "softwareAgents")) {
            icon(Optional.of(agent), uri);
        }
        for (Value template : list(actions.fields(), "templates")) {
            icon(Optional.of(template), uri);
            icon(template.get("softwareAgent"), uri);
        }
    }

    private static List<Value> list(Value map, String field) {
        return map.get(field).flatMap(Value::asArray).orElse(List.of());
    }

    private void icon(Optional<Value> holder, String uri) throws LimitExceededException {
        check(holder.flatMap(map -> map.get("icon")), uri);
    }

    private void check(List<Value> references, String uri) throws LimitExceededException {
        for (Value reference : references) {
            check(Optional.of(reference), uri);
        }
    }

    private void check(Optional<Value> reference, String uri) throws LimitExceededException {
        if (reference.isEmpty()) {
            return;
        }
        Optional<String> url = reference.get().get("url").flatMap(Value::asText);
        if (url.isPresent() && !url.get().startsWith(INSIDE)) {
            return;
        }
        Optional<SuperBox> target = url.flatMap(
                text -> verification.store().resolve(text, checked.manifest().label()));
        boolean redacted = url.filter(this::isRedacted).isPresent();
        if (redacted) {
            checked.findings().add(StatusCode.ASSERTION_REDACTED, uri, url.get() + " was redacted");
        } else if (target.isEmpty()) {
            checked.findings().add(StatusCode.HASHED_URI_MISSING, uri, url.orElse("nothing") + " is not there");
        } else {
            hash(reference.get(), target.get(), uri);
        }
    }

    private void hash(Value reference, SuperBox target, String uri) throws LimitExceededException {
        Optional<Bytes> hash = reference.get("hash").flatMap(Value::asBytes);
        Optional<String> own = reference.get("alg").flatMap(Value::asText);
        Optional<HashAlgorithm> algorithm =
                Verification.algorithm(own, checked.claim().flatMap(Claim::alg));
        String url = reference.get("url").flatMap(Value::asText).orElse("");
        if (algorithm.isEmpty()) {
            checked.findings().add(StatusCode.ALGORITHM_UNSUPPORTED, uri, "no hash algorithm that the standard allows");
        } else if (hash.isEmpty()
                || !verification.matches(target.content(), new HashedUri(url, hash.get()), algorithm.get())) {
            checked.findings().add(StatusCode.HASHED_URI_MISMATCH, uri, url + " has another hash");
        }
    }

    private boolean isRedacted(String url) {
        return JumbfUri.parse(url)
                .map(uri -> uri.within(checked.manifest().label()).toString())
                .filter(verification.redacted()::contains)
                .isPresent();
    }
}
