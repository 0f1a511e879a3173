package org.inkseal.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private static final int SCREEN_DESCRIPTOR = 7;
    private static final int IMAGE_DESCRIPTOR = 10;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;

    /** Where the data of an application extension starts, counted from its introducer. */
    private static final int APPLICATION_DATA = GifFormat.EXTENSION.length();

    private static final Bytes STORE = GifFormat.EXTENSION.slice(0, 11);
    static final Bytes XMP = Bytes.wrap("!\u00ff\u000bXMP DataXMP".getBytes(StandardCharsets.ISO_8859_1));
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
        Range header = new Range(0, GifFormat.SIGNATURE);
        old = window.upTo(0, GifFormat.SIGNATURE).equals(Bytes.utf8(GifFormat.OLD));
        regions.add(GifFormat.NEW, header, Region.Kind.CONTENT);
        long at = header.end();
        at = add("LSD", at, at + SCREEN_DESCRIPTOR + colours(window.u8(at + 4)));
        for (long count = 1; window.u8(at) != TRAILER; count++) {
            budget.check(Limit.GIF_BLOCKS, count, at);
            at = block(at);
        }
        at = add("3B", at, at + 1);
        if (at < window.size()) {
            regions.add("trailer", Range.between(at, window.size()), Region.Kind.TRAILER);
        }
        List<Region> all = new ArrayList<>(regions.list());
        all.set(0, new Region(old ? GifFormat.OLD : GifFormat.NEW, header, Region.Kind.CONTENT));
        return new AssetMap(format, window.size(), all, carriers, faults, 0, xmp);
    }

    private long block(long at) throws IOException, MalformedException {
        int introducer = window.u8(at);
        if (introducer == IMAGE) {
            afterImage = true;
            long data = add("2C", at, at + IMAGE_DESCRIPTOR + colours(window.u8(at + 9)));
            return add("TBID", data, afterSubBlocks(data + 1));
        }
        if (introducer != EXTENSION) {
            throw new MalformedException(
                    at, "block " + Integer.toHexString(introducer) + ": 21, 2c and 3b are allowed");
        }
        int label = window.u8(at + 1);
        Range block = Range.between(at, afterSubBlocks(at + 2));
        if (label == APPLICATION && window.upTo(at, STORE.length()).equals(STORE)) {
            store(block);
        } else {
            boolean packet = label == APPLICATION && isXmp(block);
            String name = Integer.toHexString(0x2100 | label).toUpperCase(Locale.ROOT);
            regions.join(name, block, packet || label == COMMENT ? Region.Kind.METADATA : Region.Kind.CONTENT);
        }
        return block.end();
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

    private boolean isXmp(Range block) throws IOException, MalformedException {
        if (!window.upTo(block.start(), XMP.length()).equals(XMP)) {
            return false;
        }
        long end = block.end() - XMP_MAGIC;
        if (xmp.isEmpty() && end > block.start() + APPLICATION_DATA && window.u16(end) == 0x01ff) {
            xmp = Optional.of(Range.between(block.start() + APPLICATION_DATA, end));
        }
        return true;
    }

    /** Bytes of the colour table that the flags of a descriptor announce. */
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private long afterSubBlocks(long at) throws IOException, MalformedException {
        long next = at;
        for (int size = window.u8(next); size > 0; size = window.u8(next)) {
            next += size + 1L;
        }
        return next + 1;
    }

    private long add(String name, long start, long end) throws MalformedException {
        if (end > window.size()) {
            throw new MalformedException(
                    start, "block " + name + " ends at byte " + end + ", the file at " + window.size());
        }
        regions.join(name, Range.between(start, end), Region.Kind.CONTENT);
        return end;
    }
}
