package org.inkseal.jumbf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;

/**
 * Reads the boxes of a manifest store, or of one manifest (ISO 19566-5).
 *
 * <p>Every length must add up: a box ends where its last child does, and the outermost where the bytes do. Boxes of an
 * unknown type are kept. Padding ({@code free} and {@code skip}) must be zero, for nobody reads it and anything could
 * hide there.
 */
public final class JumbfReader {
    private final Bytes store;
    private final Budget budget;
    private final Deque<Level> open = new ArrayDeque<>();
    private Optional<SuperBox> root = Optional.empty();

    private JumbfReader(Bytes store, Budget budget) {
        this.store = store;
        this.budget = budget;
    }

    /**
     * The one superbox that fills the bytes. Its memory is that of the boxes, never of a length that they claim.
     *
     * @throws MalformedException if the bytes are anything else, or pass {@link Limit#STORE_BYTES}, {@link
     *     Limit#JUMBF_DEPTH}, {@link Limit#BOXES} or {@link Limit#LABEL_BYTES}
     */
    public static SuperBox read(Bytes store, Budget budget) throws MalformedException {
        budget.check(Limit.STORE_BYTES, store.length(), 0);
        return new JumbfReader(store, budget).read();
    }

    private SuperBox read() throws MalformedException {
        BoxHeader outermost = header(0, store.length());
        if (!outermost.type().equals(SuperBox.TYPE)) {
            throw new MalformedException(0, "outermost box is not a JUMBF superbox");
        }
        if (outermost.end() < store.length()) {
            int left = store.length() - outermost.end();
            throw new MalformedException(outermost.end(), left + " bytes are left after the JUMBF superbox");
        }
        open(outermost);
        while (root.isEmpty()) {
            step(open.element());
        }
        return root.get();
    }

    private void step(Level level) throws MalformedException {
        if (level.at == level.header.end()) {
            open.pop();
            close(level);
            return;
        }
        BoxHeader child = header(level.at, level.header.end());
        level.at = child.end();
        switch (child.type()) {
            case SuperBox.TYPE -> open(child);
            case Description.TYPE ->
                throw new MalformedException(child.start(), "JUMBF superbox has a second description");
            default -> level.children.add(content(child));
        }
    }

    private BoxHeader header(int start, int limit) throws MalformedException {
        budget.spend(Limit.BOXES, 1, start);
        return BoxHeader.at(store, start, limit, open.isEmpty());
    }

    private void open(BoxHeader superBox) throws MalformedException {
        budget.check(Limit.JUMBF_DEPTH, open.size() + 1L, superBox.start());
        budget.spend(Limit.BOXES, 1, superBox.body());
        BoxHeader first = BoxHeader.at(store, superBox.body(), superBox.end(), false);
        if (!first.type().equals(Description.TYPE)) {
            throw new MalformedException(first.start(), "JUMBF superbox does not begin with its description");
        }
        open.push(new Level(superBox, DescriptionReader.read(store, first, budget), first.end()));
    }

    private void close(Level level) {
        ContentBox box = level.header.content(store);
        SuperBox complete = new SuperBox(box.raw(), box.content(), level.description, level.children);
        if (open.isEmpty()) {
            root = Optional.of(complete);
        } else {
            open.element().children.add(complete);
        }
    }

    private ContentBox content(BoxHeader header) throws MalformedException {
        ContentBox box = header.content(store);
        boolean padding = box.type().equals("free") || box.type().equals("skip");
        if (padding && !box.content().isZero()) {
            throw new MalformedException(header.start(), "JUMBF padding is not zero");
        }
        return box;
    }

    /** One superbox whose children are not all read yet. */
    private static final class Level {
        private final BoxHeader header;
        private final Description description;
        private final List<Box> children = new ArrayList<>();
        private int at;

        Level(BoxHeader header, Description description, int at) {
            this.header = header;
            this.description = description;
            this.at = at;
        }
    }
}
