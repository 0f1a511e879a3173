package org.inkseal.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.inkseal.io.Budget;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * Finds the stores of an SVG document while it is walked, and the place where one stands or would stand: in the last
 * {@code metadata} element of the root, which is where other readers look. An element {@code c2pa:manifest} that is no
 * store becomes a fault.
 */
final class SvgStores {
    private static final int MOST_FAULTS = 32;
    private static final int METADATA_DEPTH = 2;
    private static final int MANIFEST_DEPTH = 3;

    private final Window window;
    private final Budget budget;
    private final List<Carrier> carriers = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Range> frames = new ArrayList<>();
    private SvgPlace place = SvgPlace.OWN_METADATA;
    private long placeAt;
    private boolean placed;

    private Range rootTag = new Range(0, 0);
    private boolean rootHasContent;
    private boolean emptyTag;
    private Metadata metadata = new Metadata(new Range(0, 0));

    private int manifestDepth;
    private Range manifestTag = new Range(0, 0);
    private Range manifestText = new Range(0, 0);
    private boolean manifestIsText;

    /** A {@code metadata} element of the root that is being walked. */
    private static final class Metadata {
        private final Range tag;
        private final List<Range> manifests = new ArrayList<>();
        private boolean hasOther;
        /** Whether its first manifest says that it was there before. */
        private boolean marked;

        Metadata(Range tag) {
            this.tag = tag;
        }
    }

    SvgStores(Window window, Budget budget) {
        this.window = window;
        this.budget = budget;
    }

    List<Carrier> carriers() {
        return carriers;
    }

    List<Fault> faults() {
        return faults;
    }

    SvgPlace place() {
        return place;
    }

    /** The file cut up at its stores and at the place. */
    List<Region> regions(long size) throws MalformedException {
        Regions regions = new Regions(budget);
        frames.sort(Comparator.comparingLong(Range::start));
        long at = 0;
        for (Range frame : frames) {
            at = markup(regions, at, frame.start());
            regions.add("C2PA", frame, Region.Kind.CARRIER);
            at = frame.end();
        }
        markup(regions, at, size);
        return regions.list();
    }

    private long markup(Regions regions, long from, long end) throws MalformedException {
        long at = from;
        if (at < Math.min(placeAt, end)) {
            regions.add(SvgFormat.HEAD, Range.between(at, Math.min(placeAt, end)), Region.Kind.CONTENT);
            at = Math.min(placeAt, end);
        }
        if (place == SvgPlace.CLOSED_ROOT && frames.isEmpty() && at == placeAt) {
            regions.add(SvgFormat.CLOSED, new Range(at, SvgFormat.CLOSED.length()), Region.Kind.CONTENT);
            at += SvgFormat.CLOSED.length();
        }
        if (at < end) {
            regions.add("svg", Range.between(at, end), Region.Kind.CONTENT);
        }
        return end;
    }

    /** Notes that the last start tag is an end tag too. */
    void emptyTag(int depth) {
        emptyTag = true;
        if (depth == 1) {
            place = SvgPlace.CLOSED_ROOT;
            placeAt = rootTag.end() - SvgFormat.CLOSED.length();
        }
    }

    /**
     * Takes a start tag.
     *
     * @param open the names of the open elements, this one first
     */
    void start(String name, Range tag, Deque<String> open) {
        int depth = open.size();
        emptyTag = false;
        if (depth == 1) {
            rootTag = tag;
            placeAt = tag.end();
        } else if (depth == METADATA_DEPTH && name.equals("metadata")) {
            metadata = new Metadata(tag);
        } else if (manifestDepth > 0) {
            manifestIsText = false;
        } else if (name.equals(SvgPlace.MANIFEST)) {
            manifestDepth = depth;
            manifestTag = tag;
            manifestText = new Range(tag.end(), 0);
            manifestIsText = true;
        } else {
            content(depth - 1);
        }
    }

    /** Takes what is no tag. */
    void content(XmlScan.Token token, Range range, int depth) {
        if (manifestDepth == 0) {
            content(depth);
        } else if (token == XmlScan.Token.TEXT && manifestText.length() == 0) {
            manifestText = range;
        } else {
            manifestIsText = false;
        }
    }

    private void content(int depth) {
        rootHasContent |= depth == 1;
        metadata.hasOther |= depth == METADATA_DEPTH;
    }

    /**
     * Takes an end tag.
     *
     * @param open the names of the open elements, the one that ends first
     */
    void end(Range tag, Deque<String> open) throws IOException, MalformedException {
        int depth = open.size();
        if (depth == manifestDepth) {
            manifestDepth = 0;
            boolean inMetadata = depth == MANIFEST_DEPTH
                    && open.stream().skip(1).findFirst().orElse("").equals("metadata");
            endManifest(Range.between(manifestTag.start(), tag.end()), inMetadata);
        } else if (depth == METADATA_DEPTH && open.peek().equals("metadata")) {
            endMetadata(tag);
        } else if (depth == 1) {
            endRoot(tag);
        }
        emptyTag = false;
    }

    private void endManifest(Range element, boolean inMetadata) throws IOException, MalformedException {
        budget.check(Limit.REGIONS, 2L * (frames.size() + metadata.manifests.size()), element.start());
        if (!inMetadata) {
            frames.add(element);
            rootHasContent = true;
            fault(element, "it is not in a metadata element of the root");
            return;
        }
        metadata.marked |= metadata.manifests.isEmpty() && window.u8(manifestTag.end() - 2) == ' ';
        metadata.manifests.add(element);
        if (emptyTag || !manifestIsText) {
            fault(element, "it holds something else than a text");
            return;
        }
        Base64Text base64 = Base64Text.read(window, manifestText);
        if (!base64.objection().isEmpty()) {
            fault(element, base64.objection());
            return;
        }
        budget.check(Limit.STORE_BYTES, base64.length(), element.start());
        carriers.add(new Carrier(base64.range(), List.of(base64.range()), Coding.BASE64));
    }

    private void endMetadata(Range tag) throws IOException, MalformedException {
        if (metadata.manifests.isEmpty()) {
            if (!placed && !emptyTag) {
                place = metadata.hasOther ? SvgPlace.SHARED_METADATA : SvgPlace.EMPTY_METADATA;
                placeAt = metadata.tag.end();
            }
            rootHasContent = true;
            return;
        }
        Range first = metadata.manifests.get(0);
        boolean own = !metadata.hasOther
                && (is(metadata.tag, "<metadata>") || is(metadata.tag, "<metadata >"))
                && !metadata.marked;
        rootHasContent |= !own || placed || !is(metadata.tag, "<metadata >");
        if (own) {
            frames.add(Range.between(metadata.tag.start(), tag.end()));
        } else {
            frames.addAll(metadata.manifests);
        }
        if (!placed) {
            placed = true;
            placeAt = own ? metadata.tag.start() : first.start();
            place = own
                    ? SvgPlace.OWN_METADATA
                    : metadata.hasOther ? SvgPlace.SHARED_METADATA : SvgPlace.EMPTY_METADATA;
        }
    }

    private void endRoot(Range tag) throws IOException, MalformedException {
        if (placed && !rootHasContent && is(tag, "</svg>")) {
            place = SvgPlace.CLOSED_ROOT;
            placeAt = rootTag.end() - 1;
            frames.clear();
            frames.add(Range.between(placeAt, tag.end()));
        }
    }

    private boolean is(Range tag, String text) throws IOException, MalformedException {
        return tag.length() == text.length()
                && window.upTo(tag.start(), text.length()).startsWith(0, text.getBytes(StandardCharsets.US_ASCII));
    }

    private void fault(Range element, String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(element.start(), "manifest store in an element c2pa:manifest: " + message));
        }
    }
}
