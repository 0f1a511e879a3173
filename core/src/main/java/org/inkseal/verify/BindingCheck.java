package org.inkseal.verify;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.BmffHash;
import org.inkseal.assertion.BoxesHash;
import org.inkseal.assertion.DataHash;
import org.inkseal.manifest.Claim;
import org.inkseal.report.StatusCode;

/** The picture is the one that was signed (C2PA 2.4 §15.12). */
final class BindingCheck {
    private static final Set<StatusCode> MISMATCHES = Set.of(
            StatusCode.ASSERTION_DATA_HASH_MISMATCH,
            StatusCode.ASSERTION_BOXES_HASH_MISMATCH,
            StatusCode.ASSERTION_BMFF_HASH_MISMATCH);

    private final Verification verification;

    BindingCheck(Verification verification) {
        this.verification = verification;
    }

    /**
     * Checks the binding that governs the picture: that of the active manifest or, under update manifests, of the first
     * standard manifest in its line of parents.
     */
    void check(CheckedManifest active, IngredientGraph graph) throws IOException {
        FindingList findings = active.findings();
        if (verification.map().format() instanceof LoneStore) {
            String what = "there is no picture that it could be compared with";
            findings.add(StatusCode.GENERAL_ERROR, active.manifest().uri(), what);
            return;
        }
        List<CheckedManifest> line = graph.line(active);
        CheckedManifest governing = line.get(line.size() - 1);
        if (governing.manifest().update()) {
            findings.add(
                    StatusCode.CLAIM_HARD_BINDINGS_MISSING,
                    active.manifest().claimUri(),
                    "an update manifest that does not lead to a standard manifest");
            return;
        }
        for (CheckedManifest manifest : graph.manifests()) {
            if (manifest.hasForeignBytes()) {
                findings.add(
                        StatusCode.ASSERTION_DATA_HASH_MISMATCH,
                        manifest.manifest().signatureUri(),
                        "bytes beside the signature, which nothing covers, are neither padding nor of the standard");
            }
        }
        List<Map.Entry<String, Assertion>> bindings = HardBindings.of(governing);
        if (bindings.size() == 1) {
            String uri = governing.manifest().assertionUri(bindings.get(0).getKey());
            check(bindings.get(0).getValue(), uri, governing, governing != active, findings);
        }
    }

    /** Where the file as a whole does not match, the signer may have provided for single parts of it. */
    private void check(Assertion binding, String uri, CheckedManifest governing, boolean updated, FindingList findings)
            throws IOException {
        FindingList whole = new FindingList();
        compare(verification, governing, binding, uri, updated, whole);
        boolean mismatch = whole.list().stream().anyMatch(finding -> MISMATCHES.contains(finding.code()));
        if (mismatch && !MultiAssetCheck.of(governing).isEmpty()) {
            new MultiAssetCheck(verification, governing).check(findings);
        } else {
            findings.addAll(whole);
        }
    }

    /**
     * Compares a file, or a part of one, with a hash.
     *
     * @param governing the manifest that states the hash
     * @param updated whether update manifests follow it
     */
    static void compare(
            Verification verification,
            CheckedManifest governing,
            Assertion hash,
            String uri,
            boolean updated,
            FindingList findings)
            throws IOException {
        Optional<String> claimAlg = governing.claim().flatMap(Claim::alg);
        if (hash instanceof DataHash dataHash) {
            new DataHashCheck(verification).check(dataHash, uri, claimAlg, updated, findings);
        } else if (hash instanceof BmffHash bmffHash) {
            new BmffHashCheck(verification, RuleProfile.of(governing)).check(bmffHash, uri, claimAlg, findings);
        } else if (hash instanceof BoxesHash boxesHash) {
            new BoxesHashCheck(verification).check(boxesHash, uri, claimAlg, findings);
        } else {
            findings.add(
                    StatusCode.GENERAL_ERROR,
                    uri,
                    "a binding of the kind " + hash.label() + ", which this version cannot check");
        }
    }
}
