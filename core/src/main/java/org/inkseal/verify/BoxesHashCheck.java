package org.inkseal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.assertion.BoxesHash;
import org.inkseal.asset.BoxWalk;
import org.inkseal.asset.HashedRanges;
import org.inkseal.asset.NamedBox;
import org.inkseal.asset.RangeHasher;
import org.inkseal.asset.Region;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;
import org.inkseal.report.StatusCode;
import org.inkseal.report.UnsignedRange;

/**
 * The hashes of the boxes of a file (C2PA 2.4 §15.12.3).
 *
 * <p>The boxes of the file are gone through once, side by side with the entries. Every box must be listed, in order; only
 * the carrier of the manifest store and metadata may be without a hash.
 */
final class BoxesHashCheck {
    private final Verification verification;

    BoxesHashCheck(Verification verification) {
        this.verification = verification;
    }

    /** Checks the binding of a manifest. */
    void check(BoxesHash binding, String uri, Optional<String> claimAlg, FindingList findings) throws IOException {
        Optional<String> excess = excess(binding);
        if (excess.isPresent()) {
            findings.add(StatusCode.ASSERTION_BOXES_HASH_MALFORMED, uri, excess.get());
            return;
        }
        Optional<BoxWalk> walk =
                verification.map().format().boxes(verification.source(), verification.map(), binding.names());
        if (walk.isEmpty()) {
            String name = verification.map().format().name();
            findings.add(StatusCode.GENERAL_ERROR, uri, "box hashes of a " + name + " file, whose boxes have no names");
            return;
        }
        new Comparison(binding, uri, claimAlg, findings, walk.get()).run();
    }

    private Optional<String> excess(BoxesHash binding) {
        long names = binding.boxes().stream()
                .mapToLong(entry -> entry.names().size())
                .sum();
        long exclusions = binding.boxes().stream()
                .mapToLong(entry -> entry.exclusions().size())
                .sum();
        try {
            verification.budget().check(Limit.BOX_HASH_ENTRIES, names, 0);
            verification.budget().check(Limit.EXCLUSIONS, exclusions, 0);
            return Optional.empty();
        } catch (MalformedException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** One way through both lists. */
    private final class Comparison {
        private final BoxesHash binding;
        private final String uri;
        private final Optional<String> enclosingAlg;
        private final FindingList findings;
        private final BoxWalk walk;
        private final RangeHasher hasher = new RangeHasher(verification.source(), Progress.NONE);
        private final Map<String, Integer> toCome = new HashMap<>();
        private final List<UnsignedRange> unsigned = new ArrayList<>();
        private boolean failed;

        Comparison(BoxesHash binding, String uri, Optional<String> claimAlg, FindingList findings, BoxWalk walk) {
            this.binding = binding;
            this.uri = uri;
            this.enclosingAlg = binding.alg().or(() -> claimAlg);
            this.findings = findings;
            this.walk = walk;
            binding.boxes().forEach(entry -> entry.names().forEach(name -> toCome.merge(name, 1, Integer::sum)));
        }

        void run() throws IOException {
            try {
                for (BoxesHash.Entry entry : binding.boxes()) {
                    List<NamedBox> boxes = take(entry);
                    if (boxes.isEmpty()) {
                        return;
                    }
                    compare(entry, boxes);
                }
                Optional<NamedBox> left = walk.next();
                left.ifPresent(box -> fail(StatusCode.ASSERTION_BOXES_HASH_UNKNOWN_BOX, "nobody lists " + what(box)));
            } catch (MalformedException e) {
                fail(StatusCode.ASSERTION_BOXES_HASH_MISMATCH, e.describe());
            }
            if (!failed) {
                succeed();
            }
        }

        private void succeed() {
            findings.add(StatusCode.ASSERTION_BOXES_HASH_MATCH, uri, "every box has the hash that was signed");
            for (UnsignedRange range : unsigned) {
                String explanation = "bytes " + range.start() + " to " + (range.start() + range.length()) + " of "
                        + range.name() + " are metadata that nobody signed";
                findings.add(StatusCode.ASSERTION_BOXES_HASH_ADDITIONAL_EXCLUSIONS_PRESENT, uri, explanation);
            }
            verification.unsigned().addAll(unsigned);
        }

        /** The boxes of an entry; none if the file goes on in another way, which ends the comparison. */
        private List<NamedBox> take(BoxesHash.Entry entry) throws IOException, MalformedException {
            List<NamedBox> boxes = new ArrayList<>();
            for (String name : entry.names()) {
                Optional<NamedBox> box = walk.next();
                if (box.isEmpty()) {
                    fail(StatusCode.ASSERTION_BOXES_HASH_MISMATCH, name + " is listed and not there");
                    return List.of();
                }
                if (!box.get().name().equals(name)) {
                    boolean later = toCome.getOrDefault(box.get().name(), 0) > 0;
                    fail(
                            later
                                    ? StatusCode.ASSERTION_BOXES_HASH_MISMATCH
                                    : StatusCode.ASSERTION_BOXES_HASH_UNKNOWN_BOX,
                            what(box.get()) + " where " + name + " is listed");
                    return List.of();
                }
                toCome.merge(name, -1, Integer::sum);
                boxes.add(box.get());
            }
            return boxes;
        }

        private void compare(BoxesHash.Entry entry, List<NamedBox> boxes) throws IOException {
            if (entry.names().contains(NamedBox.STORE)) {
                if (boxes.size() > 1 || !entry.hash().equals(Optional.of(BoxesHash.NO_HASH))) {
                    fail(
                            StatusCode.ASSERTION_BOXES_HASH_MISMATCH,
                            "the manifest store is not listed on its own, with 00 as its hash");
                } else if (boxes.get(0).kind() != Region.Kind.CARRIER) {
                    fail(StatusCode.ASSERTION_BOXES_HASH_MISMATCH, what(boxes.get(0)) + " holds no manifest store");
                }
                return;
            }
            if (entry.excluded()) {
                for (NamedBox box : boxes) {
                    leaveOut(box, box.range());
                }
                return;
            }
            List<Range> exclusions = exclusions(entry, boxes);
            Optional<HashAlgorithm> algorithm = Verification.algorithm(entry.alg(), enclosingAlg);
            if (algorithm.isEmpty()) {
                fail(StatusCode.ALGORITHM_UNSUPPORTED, "no hash algorithm that the standard allows");
            } else if (!failed
                    && !entry.hash()
                            .equals(Optional.of(hasher.hash(
                                    kept(boxes, exclusions), algorithm.get().digest())))) {
                String names = boxes.size() == 1
                        ? what(boxes.get(0))
                        : what(boxes.get(0)) + " to " + what(boxes.get(boxes.size() - 1));
                fail(StatusCode.ASSERTION_BOXES_HASH_MISMATCH, names + " without the hash that was signed");
            }
        }

        private List<Range> exclusions(BoxesHash.Entry entry, List<NamedBox> boxes) {
            List<Range> ranges = new ArrayList<>();
            for (BoxesHash.Exclusion exclusion : entry.exclusions()) {
                NamedBox box = boxes.get(exclusion.box());
                if (exclusion.range().end() > box.range().length()) {
                    fail(StatusCode.ASSERTION_BOXES_HASH_MISMATCH, "an exclusion that ends after " + what(box));
                    continue;
                }
                Range range = new Range(
                        box.range().start() + exclusion.range().start(),
                        exclusion.range().length());
                if (range.length() == 0) {
                    continue;
                }
                if (!box.payload().covers(range)) {
                    fail(StatusCode.ASSERTION_BOXES_HASH_MISMATCH, "name or length of " + what(box) + " is excluded");
                    continue;
                }
                leaveOut(box, range);
                ranges.add(range);
            }
            return ranges;
        }

        /** A hash that leaves out pixels binds nothing. */
        private void leaveOut(NamedBox box, Range range) {
            if (box.kind() == Region.Kind.METADATA) {
                unsigned.add(new UnsignedRange(box.name(), range.start(), range.length()));
            } else {
                fail(StatusCode.ASSERTION_BOXES_HASH_MISMATCH, what(box) + " is excluded and is not metadata");
            }
        }

        private HashedRanges kept(List<NamedBox> boxes, List<Range> exclusions) {
            List<Range> kept = new ArrayList<>();
            long at = boxes.get(0).range().start();
            for (Range exclusion : exclusions) {
                kept.add(Range.between(at, exclusion.start()));
                at = exclusion.end();
            }
            kept.add(Range.between(at, boxes.get(boxes.size() - 1).range().end()));
            return new HashedRanges(kept);
        }

        /** One finding for each code is enough. */
        private void fail(StatusCode code, String explanation) {
            if (!findings.has(code)) {
                findings.add(code, uri, explanation);
            }
            failed = true;
        }

        private static String what(NamedBox box) {
            return "box " + box.name() + " at byte " + box.range().start();
        }
    }
}
