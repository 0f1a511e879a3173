package org.inkseal.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * Collects the numbers of an ISO base media file that say where something is: {@code iloc}, {@code stco}, {@code co64},
 * {@code saio} and {@code tfra} (ISO/IEC 14496-12 §8.11.3, §8.7.5, §8.7.9, §8.8.10).
 */
final class BmffOffsets {
    private static final int FULL = 4;

    private final Window window;
    private final Budget budget;
    private final List<OffsetTable> tables = new ArrayList<>();

    BmffOffsets(Window window, Budget budget) {
        this.window = window;
        this.budget = budget;
    }

    List<OffsetTable> tables() {
        return tables;
    }

    /** Takes a box, of whatever type. */
    void accept(BmffBox box) throws IOException, MalformedException {
        if (box.is("iloc")) {
            new ItemLocations(window, box, this::item).read();
        } else if (box.isIn("stbl") && (box.is("stco") || box.is("co64"))) {
            list(box, FULL, box.is("stco") ? 4 : 8);
        } else if (box.isIn("stbl") && box.is("saio")) {
            int version = version(box);
            // With flag 1 the type of the information comes first.
            boolean typed = (window.u32(box.payload().start()) & 1) != 0;
            list(box, typed ? FULL + 8 : FULL, version == 0 ? 4 : 8);
        } else if (box.isIn("mfra") && box.is("tfra")) {
            fragments(box);
        }
    }

    private void item(ItemLocation location) throws IOException, MalformedException {
        Optional<OffsetTable> table = location.offsets(window);
        if (table.isPresent()) {
            add(table.get());
        }
    }

    private void add(OffsetTable table) throws MalformedException {
        tables.add(table);
        budget.check(Limit.BMFF_OFFSETS, tables.size(), table.at());
    }

    /** A count, and as many numbers. */
    private void list(BmffBox box, int skipped, int width) throws IOException, MalformedException {
        Range payload = box.payload();
        require(box, skipped + 4L);
        long count = window.u32(payload.start() + skipped);
        require(box, skipped + 4 + count * width);
        if (count > 0) {
            add(OffsetTable.of(payload.start() + skipped + 4, width, count, width)
                    .read(window));
        }
    }

    private void fragments(BmffBox box) throws IOException, MalformedException {
        long at = box.payload().start();
        int width = version(box) == 0 ? 4 : 8;
        require(box, 16);
        long lengths = window.u32(at + 8);
        int numbers = (int) ((lengths & 3) + (lengths >> 2 & 3) + (lengths >> 4 & 3)) + 3;
        long count = window.u32(at + 12);
        int stride = 2 * width + numbers;
        require(box, 16 + count * stride);
        if (count > 0) {
            add(OffsetTable.of(at + 16 + width, width, count, stride).read(window));
        }
    }

    private int version(BmffBox box) throws IOException, MalformedException {
        require(box, FULL);
        return window.u8(box.payload().start());
    }

    private static void require(BmffBox box, long payload) throws MalformedException {
        if (box.payload().length() < payload) {
            throw new MalformedException(
                    box.range().start(),
                    "box " + box.name() + " with " + box.payload().length() + " bytes of content, it needs " + payload);
        }
    }
}
