package org.inkseal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.assertion.BmffExclusion;
import org.inkseal.asset.BmffBox;
import org.inkseal.asset.BmffWalk;
import org.inkseal.asset.ProvenanceBox;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * What a BMFF hash covers in a file, and what it leaves out: found in one walk over the boxes, before anything is hashed
 * (C2PA 2.4 §18.6.2).
 */
final class BmffPlan {
    /** Boxes that change nothing of what is shown; {@code ftyp} had to be left out until C2PA 2.1. */
    private static final Set<String> METADATA =
            Set.of("free", "skip", "wide", "uuid", "ftyp", "mfra", "udta", "pssh", "emsg", "prft");

    private final ByteSource source;
    private final Budget budget;
    private final List<BmffExclusion> exclusions;
    private final BmffMatch match;
    private final List<Part> parts = new ArrayList<>();
    private final List<Part> media = new ArrayList<>();
    private final List<Range> excluded = new ArrayList<>();
    private final List<ProvenanceBox> merkleBoxes = new ArrayList<>();
    private Optional<String> objection = Optional.empty();
    private boolean fragmented;
    private Optional<BmffBox> open = Optional.empty();
    private List<Range> cuts = new ArrayList<>();
    private boolean whole;

    /**
     * A box of the file.
     *
     * @param box the box
     * @param kept the ranges of it that are hashed
     */
    record Part(BmffBox box, List<Range> kept) {}

    private BmffPlan(ByteSource source, Budget budget, List<BmffExclusion> exclusions) {
        this.source = source;
        this.budget = budget;
        this.exclusions = exclusions;
        this.match = new BmffMatch(source, budget);
    }

    /** The plan for a file. */
    static BmffPlan of(ByteSource source, Budget budget, List<BmffExclusion> exclusions)
            throws IOException, MalformedException {
        BmffPlan plan = new BmffPlan(source, budget, exclusions);
        new BmffWalk(source, budget).walk(plan::visit);
        plan.close();
        return plan;
    }

    /** The boxes of the file that are hashed, in order. */
    List<Part> parts() {
        return parts;
    }

    /** The {@code mdat} boxes of the file, in order. */
    List<Part> media() {
        return media;
    }

    /** The ranges that are not hashed, in order; they may touch. */
    List<Range> excluded() {
        return excluded;
    }

    /** C2PA boxes with hashes for Merkle trees, in order. */
    List<ProvenanceBox> merkleBoxes() {
        return merkleBoxes;
    }

    /** Whether the file consists of fragments. */
    boolean fragmented() {
        return fragmented;
    }

    /** What is left out that must not be. */
    Optional<String> objection() {
        return objection;
    }

    private long visit(BmffBox box) throws IOException, MalformedException {
        boolean provenance = false;
        if (box.parent() == null) {
            close();
            open = Optional.of(box);
            fragmented |= box.is("moof");
            provenance = ProvenanceBox.is(source, box);
        }
        if (provenance && ProvenanceBox.read(source, box).purpose() == ProvenanceBox.Purpose.MERKLE) {
            merkleBoxes.add(ProvenanceBox.read(source, box));
        }
        boolean entered = false;
        for (BmffExclusion exclusion : exclusions) {
            if (match.matches(exclusion, box)) {
                exclude(exclusion, box);
            }
            entered |= BmffMatch.leadsThrough(exclusion, box);
        }
        return entered ? box.payload().start() : BmffWalk.PASS;
    }

    private void exclude(BmffExclusion exclusion, BmffBox box) throws MalformedException {
        if (exclusion.subset().isEmpty()) {
            cut(box, box.range());
            whole |= box.parent() == null;
        }
        for (Range part : exclusion.subset()) {
            long length = box.range().length();
            if (part.start() < length) {
                long end = part.length() == 0 ? length : Math.min(length, part.end());
                cut(box, new Range(box.range().start() + part.start(), end - part.start()));
            }
        }
    }

    private void cut(BmffBox box, Range range) throws MalformedException {
        cuts.add(range);
        budget.check(Limit.REGIONS, excluded.size() + (long) cuts.size(), range.start());
        boolean payloadOfMedia =
                box.parent() == null && box.is("mdat") && box.payload().covers(range);
        if (!payloadOfMedia && !METADATA.contains(box.name()) && objection.isEmpty()) {
            objection = Optional.of("bytes " + range.start() + " to " + range.end() + " of a box " + box.name()
                    + " are excluded, which is no metadata");
        }
    }

    /** Ends the box of the file that is open. */
    private void close() {
        if (open.isPresent()) {
            BmffBox box = open.get();
            cuts.sort(Comparator.comparingLong(Range::start));
            Part part = new Part(box, kept(box.range()));
            if (!whole) {
                parts.add(part);
            }
            if (box.is("mdat")) {
                media.add(part);
            }
            addGaps(box.range(), part.kept());
        }
        cuts = new ArrayList<>();
        whole = false;
    }

    private void addGaps(Range box, List<Range> kept) {
        long at = box.start();
        for (Range range : kept) {
            if (range.start() > at) {
                excluded.add(Range.between(at, range.start()));
            }
            at = range.end();
        }
        if (at < box.end()) {
            excluded.add(Range.between(at, box.end()));
        }
    }

    private List<Range> kept(Range box) {
        List<Range> kept = new ArrayList<>();
        long at = box.start();
        for (Range cut : cuts) {
            if (cut.start() > at) {
                kept.add(Range.between(at, cut.start()));
            }
            at = Math.max(at, cut.end());
        }
        if (at < box.end()) {
            kept.add(Range.between(at, box.end()));
        }
        return kept;
    }
}
