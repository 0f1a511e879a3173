package org.inkseal.verify;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.inkseal.assertion.BmffExclusion;
import org.inkseal.asset.BmffBox;
import org.inkseal.asset.BmffWalk;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.LimitExceededException;
import org.jspecify.annotations.Nullable;

/** Which boxes of a file an exclusion means: those that meet every condition of it (C2PA 2.4 §18.6.2). */
record BmffMatch(ByteSource source, Budget budget) {
    private static final int FULL = 4;
    private static final int EXTENDED_TYPE = 16;
    private static final Set<String> WITHOUT_VERSION = Set.of("ftyp", "mdat", "free", "skip", "wide");

    /** Whether a box meets an exclusion. */
    boolean matches(BmffExclusion exclusion, BmffBox box) throws IOException, LimitExceededException {
        return isAt(exclusion.path(), box)
                && (exclusion.length().isEmpty()
                        || exclusion.length().getAsLong() == box.range().length())
                && hasVersionAndFlags(exclusion, box)
                && holds(exclusion.data(), box);
    }

    /** Whether boxes that meet an exclusion may be in a box. */
    static boolean leadsThrough(BmffExclusion exclusion, BmffBox box) {
        int depth = 0;
        for (BmffBox around = box; around != null; around = around.parent()) {
            depth++;
        }
        return depth < exclusion.path().size()
                && BmffWalk.isPlain(box)
                && isAt(exclusion.path().subList(0, depth), box);
    }

    private static boolean isAt(List<BmffExclusion.Step> path, BmffBox box) {
        @Nullable BmffBox around = box;
        for (int i = path.size() - 1; i >= 0; i--) {
            BmffExclusion.Step step = path.get(i);
            if (around == null
                    || !around.is(step.type())
                    || step.index().isPresent() && step.index().getAsLong() != around.index()) {
                return false;
            }
            around = around.parent();
        }
        return around == null;
    }

    private boolean hasVersionAndFlags(BmffExclusion exclusion, BmffBox box) throws IOException {
        if (exclusion.version().isEmpty() && exclusion.flags().isEmpty()) {
            return true;
        }
        int skipped = box.is("uuid") ? EXTENDED_TYPE : 0;
        if (BmffWalk.isPlain(box)
                || WITHOUT_VERSION.contains(box.name())
                || box.payload().length() < skipped + FULL) {
            return false;
        }
        Bytes header = source.read(box.payload().start() + skipped, FULL);
        if (exclusion.version().isPresent() && exclusion.version().getAsLong() != header.unsigned(0)) {
            return false;
        }
        if (exclusion.flags().isEmpty()) {
            return true;
        }
        Bytes wanted = exclusion.flags().get();
        for (int i = 0; i < wanted.length(); i++) {
            int flags = header.unsigned(1 + i);
            int compared = exclusion.exact() ? flags : flags & wanted.unsigned(i);
            if (compared != wanted.unsigned(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(List<BmffExclusion.Data> data, BmffBox box) throws IOException, LimitExceededException {
        for (BmffExclusion.Data item : data) {
            long room = box.range().length() - item.offset();
            if (item.value().length() > room) {
                return false;
            }
            long at = box.range().start() + item.offset();
            budget.spend(Limit.HASHED_BYTES, item.value().length(), at);
            if (!source.read(at, item.value().length()).equals(item.value())) {
                return false;
            }
        }
        return true;
    }
}
