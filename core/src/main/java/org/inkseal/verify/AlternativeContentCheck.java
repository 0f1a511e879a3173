package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.MultiAssetHash;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.LimitExceededException;
import org.inkseal.jumbf.Label;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Claim;
import org.inkseal.report.StatusCode;

/** Original preservation images: another form of the same picture, kept with it (C2PA 2.4 §15.10.3.2.7). */
final class AlternativeContentCheck {
    private static final String LABEL = "c2pa.alternative-content-representation";
    private static final String ORIGINAL = "exif.originalPreservationImage";

    private final Verification verification;
    private final CheckedManifest checked;

    AlternativeContentCheck(Verification verification, CheckedManifest checked) {
        this.verification = verification;
        this.checked = checked;
    }

    void check() throws LimitExceededException {
        List<Map.Entry<String, Assertion>> originals = new ArrayList<>();
        for (Map.Entry<String, Assertion> entry : checked.assertions().entrySet()) {
            boolean original =
                    value(entry.getValue()).get("type").flatMap(Value::asText).equals(Optional.of(ORIGINAL));
            if (original && Label.parse(entry.getKey()).base().equals(LABEL)) {
                originals.add(entry);
            }
        }
        for (Map.Entry<String, Assertion> entry : originals) {
            String uri = checked.manifest().assertionUri(entry.getKey());
            if (originals.size() > 1) {
                malformed(uri, "more than one original preservation image");
            } else {
                original(value(entry.getValue()).get("parameters").orElse(Value.NULL), uri);
            }
        }
    }

    private void original(Value parameters, String uri) throws LimitExceededException {
        Optional<Value> index = parameters.get("multiAssetPartIndex");
        Optional<Value> embedded = parameters.get("embeddedOriginalPreservationImage");
        if (index.isPresent() == embedded.isPresent()) {
            malformed(uri, "not exactly one of a part of the file and an embedded image");
        } else if (embedded.isPresent()) {
            embedded(embedded.get(), uri);
        } else if (isPart(index.get().asLong())) {
            add(StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MATCH, uri, "is a part of the file");
        } else {
            malformed(uri, "names a part of the file that no multi-asset hash has");
        }
    }

    private boolean isPart(OptionalLong index) {
        long parts = checked.assertions().values().stream()
                .filter(MultiAssetHash.class::isInstance)
                .mapToLong(assertion -> ((MultiAssetHash) assertion).parts().size())
                .findFirst()
                .orElse(0);
        return index.isPresent() && index.getAsLong() >= 0 && index.getAsLong() < parts;
    }

    private void embedded(Value reference, String uri) throws LimitExceededException {
        Optional<Bytes> hash = reference.get("hash").flatMap(Value::asBytes);
        Optional<String> url = reference.get("url").flatMap(Value::asText);
        if (hash.isEmpty() || url.isEmpty()) {
            malformed(uri, "the embedded image is named without a hash or without a url");
            return;
        }
        Optional<SuperBox> box =
                verification.store().resolve(url.get(), checked.manifest().label());
        Optional<HashAlgorithm> algorithm = Verification.algorithm(
                reference.get("alg").flatMap(Value::asText), checked.claim().flatMap(Claim::alg));
        if (box.isEmpty()) {
            add(StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MISSING, uri, url.get() + " is not there");
        } else if (algorithm.isEmpty()) {
            add(StatusCode.ALGORITHM_UNSUPPORTED, uri, "no hash algorithm that the standard allows");
        } else if (verification.matches(box.get().content(), new HashedUri(url.get(), hash.get()), algorithm.get())) {
            add(StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MATCH, uri, url.get() + " has its hash");
        } else {
            String seen = url.get() + " has another hash";
            add(StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_HASH_MISMATCH, uri, seen);
        }
    }

    private static Value value(Assertion assertion) {
        return assertion.content().asValue().orElse(Value.NULL);
    }

    private void malformed(String uri, String explanation) {
        add(StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MALFORMED, uri, explanation);
    }

    private void add(StatusCode code, String uri, String explanation) {
        checked.findings().add(code, uri, explanation);
    }
}
