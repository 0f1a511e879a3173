package org.inkseal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.AssertionTypes;
import org.inkseal.assertion.DataHash;
import org.inkseal.assertion.HashedUri;
import org.inkseal.assertion.MultiAssetHash;
import org.inkseal.assertion.MultiAssetHash.Part;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.BmffBox;
import org.inkseal.asset.BmffWalk;
import org.inkseal.asset.BoxWalk;
import org.inkseal.asset.Carrier;
import org.inkseal.asset.NamedBox;
import org.inkseal.asset.Region;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;
import org.inkseal.jumbf.Label;
import org.inkseal.report.Finding;
import org.inkseal.report.StatusCode;
import org.inkseal.report.UnsignedRange;

/**
 * The hashes of the parts of a file, which count where the file as a whole is not as it was (C2PA 2.4 §15.12.4): a part
 * that the signer called optional may be gone.
 *
 * <p>The parts that are there must make up the whole file, and each is bound like a file of its own. So nothing can be
 * added, and nothing that is left can be changed.
 */
final class MultiAssetCheck {
    private final Verification verification;
    private final CheckedManifest governing;

    /** A part that is there. */
    private record Found(Part part, Range range) {}

    /** Why the parts do not bind the file. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final StatusCode code;

        Refused(StatusCode code, String message) {
            super(message);
            this.code = code;
        }
    }

    MultiAssetCheck(Verification verification, CheckedManifest governing) {
        this.verification = verification;
        this.governing = governing;
    }

    /** The multi-asset hashes that the signer stated, by label. What others contributed binds nothing. */
    static List<Map.Entry<String, Assertion>> of(CheckedManifest checked) {
        return checked.assertions().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof MultiAssetHash && checked.states(entry.getKey()))
                .toList();
    }

    /** Checks the parts of the file in place of the file. */
    void check(FindingList findings) throws IOException {
        List<Map.Entry<String, Assertion>> stated = of(governing);
        String uri = governing.manifest().assertionUri(stated.get(0).getKey());
        try {
            if (stated.size() > 1) {
                throw malformed(stated.size() + " multi-asset hashes where one was expected");
            }
            List<Part> parts = ((MultiAssetHash) stated.get(0).getValue()).parts();
            verification.budget().check(Limit.EXCLUSIONS, parts.size(), 0);
            List<Found> found = locate(parts);
            requireWhole(found);
            for (Found part : found) {
                compare(part, findings);
            }
            String all = found.size() + " of " + parts.size() + " parts are there and have the hash that was signed";
            findings.add(StatusCode.ASSERTION_MULTI_ASSET_HASH_MATCH, uri, all);
        } catch (Refused e) {
            findings.add(e.code, uri, String.valueOf(e.getMessage()));
        } catch (MalformedException e) {
            findings.add(StatusCode.ASSERTION_MULTI_ASSET_HASH_MALFORMED, uri, e.describe());
        }
    }

    private List<Found> locate(List<Part> parts) throws IOException, MalformedException, Refused {
        List<Found> found = new ArrayList<>();
        for (Part part : parts) {
            Optional<Range> range = part.place() instanceof MultiAssetHash.Payload payload
                    ? payload(payload, part.optional())
                    : bytes(((MultiAssetHash.Bytes) part.place()).range());
            if (range.isPresent()) {
                found.add(new Found(part, range.get()));
            } else if (!part.optional()) {
                throw new Refused(
                        StatusCode.ASSERTION_MULTI_ASSET_HASH_MISSING_PART,
                        "a part that is not optional is missing: " + part.hash().url());
            }
        }
        return found;
    }

    private Optional<Range> bytes(Range range) throws Refused {
        long size = verification.source().size();
        if (range.start() > size || range.start() == size && range.length() > 0) {
            return Optional.empty();
        }
        if (range.end() > size) {
            throw new Refused(
                    StatusCode.ASSERTION_MULTI_ASSET_HASH_MISMATCH,
                    "a part that ends at byte " + range.end() + ", the file at " + size);
        }
        return Optional.of(range);
    }

    private Optional<Range> payload(MultiAssetHash.Payload place, boolean optional)
            throws IOException, MalformedException, Refused {
        List<BmffBox> boxes = new ArrayList<>();
        if (verification.map().format().isBmff()) {
            BmffMatch match = new BmffMatch(verification.source(), verification.budget());
            new BmffWalk(verification.source(), verification.budget()).walk(box -> {
                if (match.matches(place.box(), box)) {
                    boxes.add(box);
                }
                return BmffMatch.leadsThrough(place.box(), box) ? box.payload().start() : BmffWalk.PASS;
            });
        }
        if (boxes.size() > 1 || boxes.isEmpty() && !optional) {
            throw malformed(boxes.size() + " boxes " + place.box().xpath() + " where one was expected");
        }
        return boxes.stream().map(BmffBox::payload).findFirst();
    }

    /** The parts follow each other without gaps, from the first byte of the file to the last. */
    private void requireWhole(List<Found> found) throws Refused {
        long at = 0;
        for (Found part : found) {
            if (part.range().start() != at) {
                throw malformed("a part starts at byte " + part.range().start() + ", the one before ends at " + at);
            }
            at = part.range().end();
        }
        if (at != verification.source().size()) {
            throw malformed("the parts end at byte " + at + ", the file at "
                    + verification.source().size());
        }
    }

    private void compare(Found found, FindingList remarks) throws IOException, Refused {
        HashedUri reference = found.part().hash();
        Assertion hash = hash(reference);
        ByteSource source = verification.source().part(found.range());
        Verification part;
        try {
            AssetFormat format = isApart(found.range()) ? AssetFormats.detectOrOpaque(source) : AssetFormats.opaque();
            AssetMap map = format.map(source, verification.budget());
            part = verification.of(source, map, carrier(found.range(), map, hash));
        } catch (MalformedException e) {
            throw new Refused(StatusCode.ASSERTION_MULTI_ASSET_HASH_MISMATCH, "a part is damaged: " + e.describe());
        }
        FindingList findings = new FindingList();
        String uri = governing
                .manifest()
                .assertionUri(AssertionsCheck.label(reference, governing).orElse(""));
        BindingCheck.compare(part, governing, hash, uri, false, findings);
        Optional<Finding> failure = findings.sorted().failure().stream().findFirst();
        if (failure.isPresent()) {
            boolean unknown = failure.get().code() == StatusCode.ALGORITHM_UNSUPPORTED;
            throw new Refused(
                    unknown ? StatusCode.ALGORITHM_UNSUPPORTED : StatusCode.ASSERTION_MULTI_ASSET_HASH_MISMATCH,
                    "the part from byte " + found.range().start() + " to "
                            + found.range().end() + ": " + failure.get().explanation());
        }
        for (Finding remark : findings.sorted().informational()) {
            remarks.add(remark.code(), remark.uri(), remark.explanation());
        }
        for (UnsignedRange unsigned : part.unsigned()) {
            long start = found.range().start() + unsigned.start();
            verification.unsigned().add(new UnsignedRange(unsigned.name(), start, unsigned.length()));
        }
    }

    /**
     * Whether a part may be read as a file of its own: the one at the start of the file, which is the picture, or one that the
     * picture makes no use of. Inside the picture bytes are pixels whatever they look like, so all of them must be hashed.
     */
    private boolean isApart(Range part) throws IOException, MalformedException {
        if (part.start() == 0) {
            return true;
        }
        AssetMap map = verification.map();
        if (map.format().isBmff()) {
            return new UnsignedTargets(List.of(part)).find(verification).isEmpty();
        }
        Optional<BoxWalk> boxes = map.format().boxes(verification.source(), map, Set.of(NamedBox.AFTER));
        if (boxes.isEmpty()) {
            return false;
        }
        Optional<NamedBox> box = boxes.get().next();
        while (box.isPresent() && box.get().range().end() <= part.start()) {
            box = boxes.get().next();
        }
        return box.isEmpty() || box.get().kind() == Region.Kind.TRAILER;
    }

    private Assertion hash(HashedUri reference) throws Refused {
        String label = AssertionsCheck.label(reference, governing).orElse("");
        String base = Label.parse(label).base();
        boolean ofPart = base.endsWith(MultiAssetHash.PART) && HardBindings.isHardBinding(AssertionTypes.kind(base));
        Assertion hash = governing.assertions().get(label);
        if (hash == null || !ofPart || !governing.states(label)) {
            throw malformed(reference.url() + " is no hash of a part");
        }
        return hash;
    }

    /** The store that the hash of a part leaves out. Any other that the part holds is hashed like all else. */
    private Optional<Carrier> carrier(Range range, AssetMap map, Assertion hash) {
        boolean primary = verification
                .carrier()
                .filter(store -> range.covers(store.extent()))
                .isPresent();
        return map.carrier()
                .filter(store -> primary
                        || !(hash instanceof DataHash dataHash)
                        || dataHash.exclusions().contains(store.extent()));
    }

    private static Refused malformed(String message) {
        return new Refused(StatusCode.ASSERTION_MULTI_ASSET_HASH_MALFORMED, message);
    }
}
