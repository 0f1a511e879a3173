package org.inkseal.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * One walk over the blocks of a GIF file, from the header to the trailer {@code 3B}. Bytes after that are no part of the
 * picture, and an extension among them is no store.
 */
final class GifWalk {
    /** Where the data of an application extension starts, counted from its introducer. */
    private static final int APPLICATION_DATA = GifFormat.EXTENSION.length();

    /** What every file or picture has anyway. */
    private static final Set<String> COUNTLESS = Set.of(GifBlock.SCREEN, GifBlock.DATA, GifBlock.TRAILER);

    private static final Bytes STORE = GifFormat.EXTENSION.slice(0, 11);
    /** After a packet come 01, FF down to 00, and 00, so that every byte of it leads a reader of sub-blocks to the end. */
    static final int XMP_MAGIC = 258;

    private final Window window;
    private final Budget budget;
    private final Regions regions;
    private final List<Carrier> carriers = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private Optional<Range> xmp = Optional.empty();
    private boolean old;
    private boolean afterImage;

    GifWalk(ByteSource source, Budget budget) {
        this.window = new Window(source);
        this.budget = budget;
        this.regions = new Regions(budget);
    }

    AssetMap map(GifFormat format) throws IOException, MalformedException {
        GifBlock block = GifBlock.first();
        old = window.upTo(0, GifFormat.SIGNATURE).equals(Bytes.utf8(GifFormat.OLD));
        regions.add(block.name(), block.range(), Region.Kind.CONTENT);
        for (long count = 0; !block.is(GifBlock.TRAILER); ) {
            block = block.next(window);
            count += COUNTLESS.contains(block.name()) ? 0 : 1;
            budget.check(Limit.GIF_BLOCKS, count, block.range().start());
            note(block);
        }
        long end = block.range().end();
        if (end < window.size()) {
            regions.add("trailer", Range.between(end, window.size()), Region.Kind.TRAILER);
        }
        List<Region> all = new ArrayList<>(regions.list());
        if (old) {
            all.set(0, new Region(GifFormat.OLD, all.get(0).range(), Region.Kind.CONTENT));
        }
        return new AssetMap(format, window.size(), all, carriers, faults, 0, xmp);
    }

    private void note(GifBlock block) throws IOException, MalformedException {
        afterImage |= block.is(GifBlock.IMAGE);
        Range range = block.range();
        boolean application = block.is(GifBlock.APPLICATION);
        if (application && window.upTo(range.start(), STORE.length()).equals(STORE)) {
            store(range);
            return;
        }
        if (application && xmp.isEmpty()) {
            xmp = packet(range);
        }
        regions.join(block.name(), range, block.kind(window));
    }

    private void store(Range block) throws IOException, MalformedException {
        regions.add("C2PA", block, Region.Kind.CARRIER);
        Range data = Range.between(block.start() + APPLICATION_DATA, block.end());
        budget.check(Limit.STORE_BYTES, data.length(), block.start());
        if (!window.upTo(block.start(), APPLICATION_DATA).equals(GifFormat.EXTENSION)) {
            fault(
                    block,
                    "authentication code " + window.upTo(block.start() + 11, 3).hex() + " where 010000 is allowed");
        } else if (afterImage) {
            fault(block, "it stands after a picture; before the first is allowed");
        } else {
            old |= isMarked(data);
            carriers.add(new Carrier(block, List.of(data), Coding.SUB_BLOCKS));
        }
    }

    /** Whether the first sub-block is one byte shorter than it could be. */
    private boolean isMarked(Range data) throws IOException, MalformedException {
        long length = data.length() - 1;
        for (long at = data.start(); at + 1 < data.end(); at += window.u8(at) + 1L) {
            length--;
        }
        return window.u8(data.start()) == Math.min(GifFormat.MOST_SUB_BLOCK, length) - 1;
    }

    private void fault(Range block, String message) {
        if (faults.isEmpty()) {
            faults.add(new Fault(block.start(), "manifest store in an application extension: " + message));
        }
    }

    /** The XMP packet of an application extension, where it has one (XMP specification, part 3, §1.1.2). */
    private Optional<Range> packet(Range block) throws IOException, MalformedException {
        long start = block.start() + APPLICATION_DATA;
        long end = block.end() - XMP_MAGIC;
        boolean there = end > start && GifBlock.isXmp(window, block) && window.u16(end) == 0x01ff;
        return there ? Optional.of(Range.between(start, end)) : Optional.empty();
    }
}
