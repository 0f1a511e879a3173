package org.inkseal.asset;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * Finds out whether the values of a few entries are theirs alone: no other entry, IFD, strip or tile uses a byte of them.
 * Goes through the IFDs of the main chain and all that they lead to, each once.
 */
final class TiffClaims {
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_LENGTHS = 279;
    private static final int SUB_IFDS = 330;
    private static final Set<Integer> POINTERS = Set.of(SUB_IFDS, 34665, 34853, 40965);
    /** Tags of offsets, each followed here by that of the lengths: strips, tiles, free bytes, JPEG thumbnails. */
    private static final int[] PAIRS = {STRIP_OFFSETS, STRIP_LENGTHS, 324, 325, 288, 289, 513, 514};

    private final Window window;
    private final TiffCoding coding;
    private final Budget budget;
    private final List<TiffEntry> watched;
    private final boolean[] shared;
    private final Deque<Long> waiting = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();
    private boolean complete = true;

    /**
     * Looks at a file.
     *
     * @param watched the entries in question, few, with their values in the file
     */
    TiffClaims(Window window, TiffCoding coding, Budget budget, List<TiffEntry> watched) {
        this.window = window;
        this.coding = coding;
        this.budget = budget;
        this.watched = watched;
        this.shared = new boolean[watched.size()];
    }

    void walk(List<TiffPage> pages) throws IOException, LimitExceededException {
        claim(new Range(0, coding.headerLength()), -1);
        for (TiffPage page : pages) {
            seen.add(page.directory().at());
        }
        for (TiffPage page : pages) {
            walk(page.directory());
        }
        while (!waiting.isEmpty()) {
            try {
                walk(TiffDirectory.read(window, coding, waiting.remove(), budget));
            } catch (LimitExceededException e) {
                throw e;
            } catch (MalformedException e) {
                complete = false;
            }
        }
    }

    /** Whether no other part of the file uses a byte of the values of an entry that is watched. */
    boolean isAlone(TiffEntry entry) {
        return !shared[watched.indexOf(entry)];
    }

    /** Whether everything that the main chain leads to could be read. */
    boolean complete() {
        return complete;
    }

    private void walk(TiffDirectory directory) throws IOException, LimitExceededException {
        claim(directory.range(), -1);
        TiffEntry[] found = new TiffEntry[PAIRS.length];
        try {
            for (long i = 0; i < directory.size(); i++) {
                TiffEntry entry = directory.entry(window, i);
                if (entry.value().isEmpty()) {
                    complete = false;
                } else if (!entry.inline()) {
                    claim(entry.value().get(), entry.at());
                }
                if (POINTERS.contains(entry.tag())) {
                    follow(entry);
                }
                for (int k = 0; k < PAIRS.length; k++) {
                    if (PAIRS[k] == entry.tag()) {
                        found[k] = entry;
                    }
                }
            }
            for (int k = 0; k < PAIRS.length; k += 2) {
                if (found[k] != null) {
                    strips(found[k], found[k + 1] == null ? found[k] : found[k + 1], found[k + 1] != null);
                }
            }
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedException e) {
            complete = false;
        }
    }

    private void follow(TiffEntry entry) throws IOException, MalformedException {
        budget.check(Limit.TIFF_SUBFILES, entry.count() < 0 ? Long.MAX_VALUE : entry.count(), entry.at());
        if (!entry.isNumeric()) {
            complete = false;
            return;
        }
        for (long i = 0; i < entry.count(); i++) {
            long at = entry.number(window, i);
            if (at != 0 && seen.add(at)) {
                waiting.add(at);
            }
        }
    }

    private void strips(TiffEntry offsets, TiffEntry lengths, boolean measured) throws IOException, MalformedException {
        if (!offsets.isNumeric() || !lengths.isNumeric() || lengths.count() < offsets.count()) {
            complete = false;
        }
        if (!offsets.isNumeric()) {
            return;
        }
        budget.spend(Limit.TIFF_STRIPS, offsets.count(), offsets.at());
        if (watched.isEmpty()) {
            return;
        }
        for (long i = 0; i < offsets.count(); i++) {
            long start = offsets.number(window, i);
            long length = measured && lengths.isNumeric() && i < lengths.count() ? lengths.number(window, i) : 1;
            if (start < 0 || length < 0 || start > window.size()) {
                complete = false;
            } else {
                claim(Range.between(start, start + Math.min(length, window.size() - start)), -1);
            }
        }
    }

    private void claim(Range range, long owner) {
        for (int i = 0; i < shared.length; i++) {
            Range value = watched.get(i).value().orElseThrow();
            if (watched.get(i).at() != owner && range.start() < value.end() && value.start() < range.end()) {
                shared[i] = true;
            }
        }
    }
}
