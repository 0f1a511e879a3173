package org.inkseal.verify;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Actions;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.AssertionTypes;
import org.inkseal.assertion.BmffHash;
import org.inkseal.assertion.BoxesHash;
import org.inkseal.assertion.Content;
import org.inkseal.assertion.DataHash;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.Identity;
import org.inkseal.assertion.Ingredient;
import org.inkseal.assertion.MultiAssetHash;
import org.inkseal.assertion.TimeStamps;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.Box;
import org.inkseal.jumbf.ContentBox;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.Label;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Claim;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.StatusCode;

/**
 * The assertions of a manifest: each that the claim names is there and has its hash, can be read, and none is there that
 * the claim does not name (C2PA 2.4 §15.10.1 to §15.10.3).
 */
final class AssertionsCheck {
    private static final Map<String, StatusCode> MALFORMED = Map.of(
            Actions.LABEL, StatusCode.ASSERTION_ACTION_MALFORMED,
            Actions.LABEL_V1, StatusCode.ASSERTION_ACTION_MALFORMED,
            DataHash.LABEL, StatusCode.ASSERTION_DATA_HASH_MALFORMED,
            BoxesHash.LABEL, StatusCode.ASSERTION_BOXES_HASH_MALFORMED,
            BmffHash.LABEL, StatusCode.ASSERTION_BMFF_HASH_MALFORMED,
            BmffHash.LABEL_V2, StatusCode.ASSERTION_BMFF_HASH_MALFORMED,
            MultiAssetHash.LABEL, StatusCode.ASSERTION_MULTI_ASSET_HASH_MALFORMED,
            TimeStamps.LABEL, StatusCode.ASSERTION_TIMESTAMP_MALFORMED,
            Identity.LABEL, StatusCode.CAWG_IDENTITY_CBOR_INVALID);

    /** Marks a box whose content was redacted (C2PA 2.4 §6.8). */
    private static final Bytes REDACTED = Bytes.wrap(HexFormat.of().parseHex("caa98eee9d4df80e86ad4dffca263973"));

    private final Verification verification;

    AssertionsCheck(Verification verification) {
        this.verification = verification;
    }

    void check(CheckedManifest checked) throws LimitExceededException {
        if (checked.claim().isEmpty()) {
            return;
        }
        Claim claim = checked.claim().get();
        Map<String, List<SuperBox>> boxes =
                ManifestCheck.byLabel(checked.manifest().assertionBoxes());
        Set<String> declared = new HashSet<>();
        for (HashedUri reference : claim.assertions()) {
            label(reference, checked).ifPresent(declared::add);
            check(reference, claim, boxes, checked);
        }
        for (String label : boxes.keySet()) {
            if (!declared.contains(label)) {
                String uri = checked.manifest().assertionUri(label);
                checked.findings().add(StatusCode.ASSERTION_UNDECLARED, uri, "the claim does not name it");
            }
        }
        for (String uri : claim.redacted()) {
            String own = checked.manifest().label();
            if (JumbfUri.parse(uri).map(parsed -> parsed.manifest().orElse(own)).equals(Optional.of(own))) {
                checked.findings()
                        .add(
                                StatusCode.ASSERTION_SELF_REDACTED,
                                checked.manifest().claimUri(),
                                uri);
            }
        }
    }

    /** The label that a reference names in the manifest's own assertion store. */
    static Optional<String> label(HashedUri reference, CheckedManifest checked) {
        Manifest manifest = checked.manifest();
        return JumbfUri.parse(reference.url())
                .filter(uri -> uri.manifest().orElse(manifest.label()).equals(manifest.label()))
                .filter(uri -> uri.path().size() == 2 && uri.path().get(0).equals(Manifest.ASSERTIONS))
                .map(uri -> uri.path().get(1));
    }

    private void check(HashedUri reference, Claim claim, Map<String, List<SuperBox>> boxes, CheckedManifest checked)
            throws LimitExceededException {
        FindingList findings = checked.findings();
        String claimUri = checked.manifest().claimUri();
        Optional<String> label = label(reference, checked);
        if (label.isEmpty()) {
            boolean elsewhere =
                    JumbfUri.parse(reference.url()).flatMap(JumbfUri::manifest).isPresent();
            findings.add(
                    elsewhere ? StatusCode.ASSERTION_OUTSIDE_MANIFEST : StatusCode.ASSERTION_MISSING,
                    claimUri,
                    reference.url());
            return;
        }
        String uri = checked.manifest().assertionUri(label.get());
        List<SuperBox> found = boxes.getOrDefault(label.get(), List.of());
        if (verification.redacted().contains(uri)) {
            redacted(label.get(), uri, found, findings);
            return;
        }
        if (found.size() != 1) {
            findings.add(StatusCode.ASSERTION_MISSING, claimUri, uri + ": " + found.size() + " such boxes");
            return;
        }
        Optional<HashAlgorithm> algorithm = Verification.algorithm(reference.alg(), claim.alg());
        if (algorithm.isEmpty()) {
            findings.add(StatusCode.ALGORITHM_UNSUPPORTED, uri, "no hash algorithm that the standard allows");
            return;
        }
        boolean match = verification.matches(found.get(0).content(), reference, algorithm.get());
        findings.add(
                match ? StatusCode.ASSERTION_HASHED_URI_MATCH : StatusCode.ASSERTION_HASHED_URI_MISMATCH,
                uri,
                (match ? "has" : "does not have") + " the hash that the claim gives");
        read(label.get(), uri, found.get(0), checked);
    }

    /** C2PA 2.4 §15.10.3.1: what was redacted is gone or zero, and some things may never be redacted. */
    private static void redacted(String label, String uri, List<SuperBox> found, FindingList findings) {
        String base = Label.parse(label).base();
        if (base.equals(Actions.LABEL) || base.equals(Actions.LABEL_V1)) {
            findings.add(StatusCode.ASSERTION_ACTION_REDACTED, uri, "actions may not be redacted");
        } else if (HardBindings.isHardBinding(base)) {
            findings.add(StatusCode.ASSERTION_HARD_BINDING_REDACTED, uri, "a hard binding may not be redacted");
        }
        findings.add(StatusCode.ASSERTION_REDACTED, uri, "was redacted");
        for (SuperBox box : found) {
            for (Box child : box.children()) {
                if (!(child instanceof ContentBox content) || !isEmptied(content)) {
                    findings.add(StatusCode.ASSERTION_NOT_REDACTED, uri, "bytes other than zero where it was redacted");
                }
            }
        }
    }

    private static boolean isEmptied(ContentBox box) {
        boolean marked = box.type().equals("uuid")
                && box.content().length() >= REDACTED.length()
                && box.content().slice(0, REDACTED.length()).equals(REDACTED);
        return (marked ? box.content().from(REDACTED.length()) : box.content()).isZero();
    }

    private void read(String label, String uri, SuperBox box, CheckedManifest checked) {
        String base = Label.parse(label).base();
        Content content;
        try {
            content = Content.read(box, verification.budget());
        } catch (MalformedException e) {
            boolean json = box.description().type().equals(ContentType.JSON);
            checked.findings()
                    .add(
                            json ? StatusCode.ASSERTION_JSON_INVALID : StatusCode.ASSERTION_CBOR_INVALID,
                            uri,
                            e.describe());
            return;
        }
        try {
            Assertion assertion = AssertionTypes.read(base, content);
            checked.assertions().put(label, assertion);
        } catch (MalformedException e) {
            StatusCode code = Ingredient.TYPE.labels().contains(base)
                    ? StatusCode.ASSERTION_INGREDIENT_MALFORMED
                    : MALFORMED.getOrDefault(AssertionTypes.kind(base), StatusCode.ASSERTION_CBOR_INVALID);
            checked.findings().add(code, uri, e.getMessage());
        }
    }
}
