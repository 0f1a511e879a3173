package org.inkseal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.BmffHash;
import org.inkseal.assertion.BoxesHash;
import org.inkseal.assertion.DataHash;
import org.inkseal.assertion.HashedUri;
import org.inkseal.jumbf.Label;
import org.inkseal.manifest.Claim;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.StatusCode;

/** Which assertions tie a manifest to its picture, and how many there may be (C2PA 2.4 §9.1, §15.10.1.2). */
final class HardBindings {
    // c2pa.hash.bmff of C2PA 1.0 is no binding any more since 2.0.
    private static final Set<String> LABELS =
            Set.of(DataHash.LABEL, BoxesHash.LABEL, BmffHash.LABEL, BmffHash.LABEL_V2, "c2pa.hash.collection.data");

    private HardBindings() {}

    static boolean isHardBinding(String base) {
        return LABELS.contains(base);
    }

    /** The hard bindings of a manifest by label; a standard manifest in order has one. */
    static List<Map.Entry<String, Assertion>> of(CheckedManifest checked) {
        List<Map.Entry<String, Assertion>> found = new ArrayList<>();
        for (Map.Entry<String, Assertion> entry : checked.assertions().entrySet()) {
            if (isHardBinding(Label.parse(entry.getKey()).base())) {
                found.add(entry);
            }
        }
        return found;
    }

    /** A standard manifest has exactly one hard binding, declared by the signer. */
    static void count(CheckedManifest checked) {
        if (checked.claim().isEmpty()) {
            return;
        }
        Claim claim = checked.claim().get();
        long declared = count(claim.assertions());
        if (count(claim.created()) == 0) {
            checked.findings()
                    .add(
                            StatusCode.CLAIM_HARD_BINDINGS_MISSING,
                            checked.manifest().claimUri(),
                            "no assertion of the signer ties the manifest to a file");
        } else if (declared > 1) {
            checked.findings()
                    .add(
                            StatusCode.ASSERTION_MULTIPLE_HARD_BINDINGS,
                            checked.manifest().uri(Manifest.ASSERTIONS),
                            declared + " hard bindings where one was expected");
        }
    }

    private static long count(List<HashedUri> references) {
        return references.stream()
                .filter(reference ->
                        isHardBinding(Label.parse(lastSegment(reference.url())).base()))
                .count();
    }

    private static String lastSegment(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }
}
