package org.inkseal.asset;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the boxes of an ISO base media file in file order, without recursion. A visitor decides which boxes are
 * entered; no payload is read.
 */
public final class BmffWalk {
    /** Answer of a visitor that does not want to see what is in a box. */
    public static final long PASS = -1;

    /** Boxes that hold boxes and nothing else, and do not begin with a version and flags. */
    private static final Set<Integer> PLAIN = Set.of(
            BmffBox.type("moov"),
            BmffBox.type("trak"),
            BmffBox.type("edts"),
            BmffBox.type("mdia"),
            BmffBox.type("minf"),
            BmffBox.type("dinf"),
            BmffBox.type("stbl"),
            BmffBox.type("mvex"),
            BmffBox.type("moof"),
            BmffBox.type("traf"),
            BmffBox.type("mfra"),
            BmffBox.type("udta"),
            BmffBox.type("tref"),
            BmffBox.type("meco"),
            BmffBox.type("strk"),
            BmffBox.type("iprp"),
            BmffBox.type("ipco"),
            BmffBox.type("sinf"),
            BmffBox.type("schi"),
            BmffBox.type("rinf"));

    private final Window window;
    private final Budget budget;

    /** Sees the boxes of a file. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Sees a box.
         *
         * @return where the first box in it starts, or {@link #PASS}
         */
        long visit(BmffBox box) throws IOException, MalformedException;
    }

    /** What is left of a box, or of the file, that has been entered. */
    private static final class Level {
        private final @Nullable BmffBox box;
        private final long end;
        private final Map<Integer, Integer> seen = new HashMap<>();
        private long at;

        Level(@Nullable BmffBox box, long start, long end) {
            this.box = box;
            this.at = start;
            this.end = end;
        }
    }

    /** A walk over a file. */
    public BmffWalk(ByteSource source, Budget budget) {
        this(new Window(source), budget);
    }

    BmffWalk(Window window, Budget budget) {
        this.window = window;
        this.budget = budget;
    }

    /** Whether a box holds boxes and nothing else: only such ones may be entered by an xpath (C2PA 2.2 §18.6.2). */
    public static boolean isPlain(BmffBox box) {
        return PLAIN.contains(box.type());
    }

    /**
     * Walks over the file.
     *
     * @throws MalformedException if boxes do not fill what is around them, or pass {@link Limit#BMFF_BOXES} or
     *     {@link Limit#BMFF_DEPTH}
     */
    public void walk(Visitor visitor) throws IOException, MalformedException {
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level(null, 0, window.size()));
        for (long count = 1; !levels.isEmpty(); count++) {
            Level level = levels.peek();
            if (level.at == level.end) {
                levels.pop();
                continue;
            }
            budget.check(Limit.BMFF_BOXES, count, level.at);
            BmffBox box = BmffBox.read(window, level.box, level.at, level.end);
            box = box.withIndex(level.seen.merge(box.type(), 1, Integer::sum));
            level.at = box.range().end();
            long first = visitor.visit(box);
            if (first != PASS) {
                budget.check(Limit.BMFF_DEPTH, levels.size(), box.range().start());
                levels.push(new Level(
                        box, Math.min(first, box.range().end()), box.range().end()));
            }
        }
    }
}
