package org.inkseal.asset;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/** One walk over the boxes of an ISO base media file: what it consists of, and what in it says where its parts are. */
final class BmffMap {
    /** The extended type of a box that holds an XMP packet (XMP Part 3 §1.2.7). */
    static final Bytes XMP = Bytes.wrap(HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac"));

    /** Boxes in which there are numbers that say where something is. */
    private static final Set<Integer> ENTERED = Set.of(
            BmffBox.type("moov"),
            BmffBox.type("trak"),
            BmffBox.type("mdia"),
            BmffBox.type("minf"),
            BmffBox.type("stbl"),
            BmffBox.type("dinf"),
            BmffBox.type("meco"),
            BmffBox.type("mfra"));

    private static final Set<Integer> METADATA =
            Set.of(BmffBox.type("free"), BmffBox.type("skip"), BmffBox.type("wide"));

    private final ByteSource source;
    private final Window window;
    private final Budget budget;
    private final Regions regions;
    private final BmffStores stores;
    private final BmffOffsets offsets;
    private Optional<Range> xmp = Optional.empty();
    private Optional<String> rigid = Optional.empty();

    BmffMap(ByteSource source, Budget budget) {
        this.source = source;
        this.window = new Window(source);
        this.budget = budget;
        this.regions = new Regions(budget);
        this.stores = new BmffStores(source);
        this.offsets = new BmffOffsets(window, budget);
    }

    AssetMap map(BmffFormat format) throws IOException, MalformedException {
        if (source.size() == 0) {
            throw new MalformedException(0, "file has no box");
        }
        new BmffWalk(window, budget).walk(this::visit);
        List<Carrier> carriers = stores.carriers();
        return new AssetMap(
                format,
                source.size(),
                regions.list(),
                carriers,
                stores.faults(),
                0,
                xmp,
                offsets.tables(),
                rigid,
                Optional.empty());
    }

    private long visit(BmffBox box) throws IOException, MalformedException {
        if (box.parent() == null) {
            topLevel(box);
        }
        if (box.is("moof") || box.is("mvex") || box.is("sidx")) {
            rigid = Optional.of("a fragmented file, whose parts hold distances to each other");
        } else if (box.isIn("moov") && box.is("cmov")) {
            rigid = Optional.of("a file whose index is compressed");
        } else if (box.isIn("dinf") && box.is("dref") && refersElsewhere(box)) {
            rigid = Optional.of("a file that keeps its media in other files");
        }
        offsets.accept(box);
        if (box.is("meta")) {
            return startOfMeta(box);
        }
        return ENTERED.contains(box.type()) ? box.payload().start() : BmffWalk.PASS;
    }

    private void topLevel(BmffBox box) throws IOException, MalformedException {
        if (box.range().start() == 0 && !box.is("ftyp")) {
            throw new MalformedException(0, "box " + box.name() + " where ftyp should be");
        }
        if (ProvenanceBox.is(source, box)) {
            regions.add("C2PA", box.range(), Region.Kind.CARRIER);
            stores.accept(box);
            return;
        }
        boolean isXmp = box.is("uuid")
                && window.upTo(box.payload().start(), XMP.length()).equals(XMP);
        if (isXmp && xmp.isEmpty() && box.payload().length() > XMP.length()) {
            xmp = Optional.of(Range.between(
                    box.payload().start() + XMP.length(), box.range().end()));
        }
        boolean metadata = isXmp || METADATA.contains(box.type());
        regions.add(box.name(), box.range(), metadata ? Region.Kind.METADATA : Region.Kind.CONTENT);
    }

    /** Whether an entry lacks flag 1, by which media are in the file itself (ISO/IEC 14496-12 §8.7.2). */
    private boolean refersElsewhere(BmffBox dref) throws IOException, MalformedException {
        long at = dref.payload().start() + 8;
        while (at < dref.range().end()) {
            BmffBox entry = BmffBox.read(window, dref, at, dref.range().end());
            if (entry.payload().length() < 4 || (window.u32(entry.payload().start()) & 1) == 0) {
                return true;
            }
            at = entry.range().end();
        }
        return false;
    }

    /** Where the boxes in {@code meta} start: after version and flags, which QuickTime leaves out. */
    private long startOfMeta(BmffBox meta) throws IOException, MalformedException {
        long start = meta.payload().start();
        boolean quickTime = window.upTo(start + 4, 4).equals(Bytes.utf8("hdlr"));
        if (!quickTime && meta.payload().length() < 4) {
            throw new MalformedException(meta.range().start(), "box meta without version and flags");
        }
        return quickTime ? start : start + 4;
    }
}
