package org.inkseal.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.cbor.Value;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.Box;
import org.inkseal.jumbf.ContentBox;
import org.inkseal.jumbf.ContentType;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Claim;
import org.inkseal.manifest.Manifest;
import org.inkseal.report.StatusCode;

/** The claim of a manifest: is there one, and can it be read (C2PA 2.4 §15.6). */
final class ManifestCheck {
    private static final List<ContentType> KNOWN_BOXES = List.of(
            ContentType.ASSERTION_STORE,
            ContentType.CLAIM,
            ContentType.SIGNATURE,
            ContentType.CREDENTIALS,
            ContentType.DATABOXES);

    private final Verification verification;

    ManifestCheck(Verification verification) {
        this.verification = verification;
    }

    /** Reads the claim of a manifest; nothing when it cannot be used, with the reason among the findings. */
    CheckedManifest read(Manifest manifest) {
        CheckedManifest checked = new CheckedManifest(manifest);
        boxes(manifest, checked.findings());
        claim(manifest, checked);
        return checked;
    }

    /** A box that nothing refers to is covered by no hash: it could hold anything. */
    private static void boxes(Manifest manifest, FindingList findings) {
        for (Box child : manifest.box().children()) {
            if (!(child instanceof SuperBox box)
                    || !KNOWN_BOXES.contains(box.description().type())) {
                findings.add(
                        StatusCode.GENERAL_ERROR,
                        manifest.uri(),
                        "a box of the manifest that the standard does not know");
            }
        }
        if (manifest.assertionStore().isEmpty()) {
            findings.add(StatusCode.GENERAL_ERROR, manifest.uri(), "not exactly one assertion store");
        }
        if (manifest.assertionStore().stream()
                .flatMap(store -> store.children().stream())
                .anyMatch(box -> !(box instanceof SuperBox))) {
            findings.add(
                    StatusCode.GENERAL_ERROR,
                    manifest.uri(Manifest.ASSERTIONS),
                    "a box of the assertion store that is no assertion");
        }
        for (SuperBox assertion : manifest.assertionBoxes()) {
            if (assertion.label().isEmpty()) {
                findings.add(StatusCode.ASSERTION_UNDECLARED, manifest.uri(Manifest.ASSERTIONS), "no label");
            }
        }
    }

    private void claim(Manifest manifest, CheckedManifest checked) {
        FindingList findings = checked.findings();
        List<SuperBox> boxes = manifest.claimBoxes();
        String uri = manifest.claimUri();
        if (boxes.size() != 1) {
            StatusCode code = boxes.isEmpty() ? StatusCode.CLAIM_MISSING : StatusCode.CLAIM_MULTIPLE;
            findings.add(code, uri, boxes.size() + " claims where one was expected");
            return;
        }
        String label = boxes.get(0).label().orElse("");
        if (!label.equals(Claim.LABEL) && !label.equals(Claim.LABEL_V1)) {
            findings.add(StatusCode.CLAIM_MISSING, uri, "a claim with the label \"" + label + "\"");
            return;
        }
        Optional<Bytes> content = soleContent(boxes.get(0));
        if (content.isEmpty()) {
            findings.add(StatusCode.CLAIM_CBOR_INVALID, uri, "a claim box that is not one CBOR box");
            return;
        }
        Value.Dict fields;
        try {
            fields = Claim.readFields(content.get(), verification.budget());
        } catch (MalformedException e) {
            findings.add(StatusCode.CLAIM_CBOR_INVALID, uri, e.describe());
            return;
        }
        int version = label.equals(Claim.LABEL) ? 2 : 1;
        checked.fields(version, fields);
        try {
            checked.claim(Claim.read(version, content.get(), fields));
        } catch (MalformedException e) {
            findings.add(StatusCode.CLAIM_MALFORMED, uri, e.getMessage());
        }
    }

    /** The payload of the only content box, which must be CBOR. */
    static Optional<Bytes> soleContent(SuperBox box) {
        if (box.children().size() == 1
                && box.children().get(0) instanceof ContentBox content
                && content.type().equals("cbor")) {
            return Optional.of(content.content());
        }
        return Optional.empty();
    }

    /** Boxes by label, to look many references up; an ambiguous label has more than one. */
    static Map<String, List<SuperBox>> byLabel(List<SuperBox> boxes) {
        Map<String, List<SuperBox>> index = new HashMap<>();
        for (SuperBox box : boxes) {
            index.computeIfAbsent(box.label().orElse(""), label -> new ArrayList<>())
                    .add(box);
        }
        return index;
    }
}
