package org.inkseal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.DataHash;
import org.inkseal.asset.Carrier;
import org.inkseal.asset.HashedRanges;
import org.inkseal.asset.Region;
import org.inkseal.crypto.HashAlgorithm;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.Progress;
import org.inkseal.io.Range;
import org.inkseal.report.StatusCode;
import org.inkseal.report.UnsignedRange;

/**
 * The hash of the file without the manifest store (C2PA 2.4 §15.12.1).
 *
 * <p>The excluded range that holds the store must be exactly where the store is. Any other may leave out metadata and
 * nothing else: a hash that leaves out pixels binds nothing.
 */
final class DataHashCheck {
    private final Verification verification;

    DataHashCheck(Verification verification) {
        this.verification = verification;
    }

    /**
     * Checks the binding of a manifest.
     *
     * @param updated whether update manifests follow it, which make the store longer than it was
     */
    void check(DataHash binding, String uri, Optional<String> claimAlg, boolean updated, FindingList findings)
            throws IOException {
        Optional<HashAlgorithm> algorithm = Verification.algorithm(binding.alg(), claimAlg);
        if (algorithm.isEmpty()) {
            findings.add(StatusCode.ALGORITHM_UNSUPPORTED, uri, "no hash algorithm that the standard allows");
            return;
        }
        Optional<String> disorder = disorder(binding.exclusions());
        if (disorder.isPresent()) {
            findings.add(StatusCode.ASSERTION_DATA_HASH_MALFORMED, uri, disorder.get());
            return;
        }
        List<Range> exclusions = updated ? moved(binding.exclusions()) : nonEmpty(binding.exclusions());
        Optional<String> objection = objection(exclusions);
        if (objection.isPresent() || binding.hash().isEmpty()) {
            findings.add(
                    StatusCode.ASSERTION_DATA_HASH_MISMATCH, uri, objection.orElse("there is no hash of this file"));
            return;
        }
        Bytes hash = HashedRanges.allBut(verification.source().size(), exclusions)
                .hash(verification.source(), algorithm.get().digest(), Progress.NONE);
        if (!hash.equals(binding.hash().get())) {
            findings.add(
                    StatusCode.ASSERTION_DATA_HASH_MISMATCH, uri, "the file does not have the hash that was signed");
            return;
        }
        findings.add(StatusCode.ASSERTION_DATA_HASH_MATCH, uri, "the file has the hash that was signed");
        for (Range range : exclusions) {
            if (!isStore(range) && !consistsOf(range, Region.Kind.SIZE)) {
                String what = "bytes " + range.start() + " to " + range.end() + " are metadata that nobody signed";
                findings.add(StatusCode.ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT, uri, what);
                note(range);
            }
        }
    }

    private boolean isStore(Range range) {
        return verification.carrier().map(Carrier::extent).equals(Optional.of(range));
    }

    /** Names the parts of the file that a range leaves unsigned. */
    private void note(Range range) {
        for (Region region : verification.map().regions()) {
            long start = Math.max(range.start(), region.range().start());
            long end = Math.min(range.end(), region.range().end());
            if (start < end) {
                verification.unsigned().add(new UnsignedRange(region.name(), start, end - start));
            }
        }
    }

    private Optional<String> disorder(List<Range> exclusions) {
        long most = verification.budget().limits().of(Limit.EXCLUSIONS);
        if (exclusions.size() > most) {
            return Optional.of("limit.exclusions: " + exclusions.size() + " ranges, " + most + " allowed");
        }
        long end = 0;
        for (Range range : exclusions) {
            if (range.start() < end) {
                return Optional.of("excluded ranges that overlap or are out of order");
            }
            end = range.end();
        }
        return Optional.empty();
    }

    private static List<Range> nonEmpty(List<Range> exclusions) {
        return exclusions.stream().filter(range -> range.length() > 0).toList();
    }

    /** An update manifest makes the store longer, in its place; what comes after it moves (C2PA 2.4 §15.12.1). */
    private List<Range> moved(List<Range> exclusions) {
        if (verification.carrier().isEmpty()) {
            return nonEmpty(exclusions);
        }
        Range store = verification.carrier().get().extent();
        List<Range> moved = new ArrayList<>();
        long delta = 0;
        for (Range range : nonEmpty(exclusions)) {
            if (range.start() == store.start()) {
                delta = store.length() - range.length();
                moved.add(store);
            } else if (range.start() > store.start() && range.start() + delta >= 0) {
                moved.add(new Range(range.start() + delta, range.length()));
            } else {
                moved.add(range);
            }
        }
        return moved;
    }

    /** Why the hash, even if it is right, would not bind the file. */
    private Optional<String> objection(List<Range> exclusions) {
        // A store from elsewhere leaves nothing out. What it excludes as its place could be anything now.
        Optional<Range> store = verification.carrier().map(Carrier::extent);
        boolean found = store.isEmpty();
        for (Range range : exclusions) {
            if (range.end() > verification.source().size()) {
                return Optional.of("an excluded range that ends after the file");
            }
            if (store.filter(range::equals).isPresent()) {
                found = true;
            } else if (!consistsOf(range, Region.Kind.METADATA, Region.Kind.SIZE)) {
                String place = store.map(at -> ", at " + at.start() + " to " + at.end() + ",")
                        .orElse(", which is not in this file,");
                return Optional.of("bytes " + range.start() + " to " + range.end()
                        + " are excluded, which are neither the manifest store" + place + " nor metadata");
            }
        }
        return found
                ? Optional.empty()
                : Optional.of("the manifest store is not excluded, so the hash cannot be of this file");
    }

    /**
     * Whether every byte of a range belongs to such regions. A number that says how long something is may be excluded: the
     * size of a RIFF file that ends with its store (C2PA 2.5 §A.3.7), or the length of a store where it stands apart from it (C2PA 2.4 §18.5.5). A
     * file where such a number is wrong is not read at all.
     */
    private boolean consistsOf(Range range, Region.Kind... kinds) {
        List<Region.Kind> allowed = List.of(kinds);
        long covered = range.start();
        for (Region region : verification.map().regions()) {
            boolean next = region.range().start() <= covered
                    && covered < region.range().end();
            if (next && covered < range.end()) {
                if (!allowed.contains(region.kind())) {
                    return false;
                }
                covered = region.range().end();
            }
        }
        return covered >= range.end();
    }
}
