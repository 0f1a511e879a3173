package org.inkseal.asset;

import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Budget;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.inkseal.io.Range;

/** Collects the regions of a file while it is walked; their number, and so the memory, is bounded. */
final class Regions {
    private final Budget budget;
    private final List<Region> list = new ArrayList<>();

    Regions(Budget budget) {
        this.budget = budget;
    }

    /** Adds a region after the others. */
    void add(String name, Range range, Region.Kind kind) throws LimitExceededException {
        budget.check(Limit.REGIONS, list.size() + 1L, range.start());
        list.add(new Region(name, range, kind));
    }

    /** Adds a region, or extends the last one if it has the same name and kind. */
    void join(String name, Range range, Region.Kind kind) throws LimitExceededException {
        int last = list.size() - 1;
        if (last >= 0 && list.get(last).name().equals(name) && list.get(last).kind() == kind) {
            Range whole = Range.between(list.get(last).range().start(), range.end());
            list.set(last, new Region(name, whole, kind));
        } else {
            add(name, range, kind);
        }
    }

    List<Region> list() {
        return list;
    }
}
