package org.inkseal.cbor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.Limit;
import org.inkseal.io.MalformedException;

/** Puts a stream of tokens together to one value, on a stack of its own: no depth of input can exhaust the thread's. */
final class ValueStack {
    private final Budget budget;
    private final Limit depthLimit;
    private final Deque<Frame> open = new ArrayDeque<>();
    private Optional<Value> root = Optional.empty();

    ValueStack(Budget budget, Limit depthLimit) {
        this.budget = budget;
        this.depthLimit = depthLimit;
    }

    /** The whole value, once everything that was opened is closed. */
    Optional<Value> root() {
        return root;
    }

    /** Begins an array, or a map, that has these tags. */
    void open(boolean map, List<Long> tags, long offset) throws MalformedException {
        checkDepth(tags.size() + 1, offset);
        open.push(new Frame(map, tags, depth() + tags.size() + 1));
    }

    /** Takes the key of the next entry. */
    void key(Value key, long offset) throws MalformedException {
        Frame frame = open.element();
        if (frame.entries.containsKey(key)) {
            throw new MalformedException(offset, "map has the key " + describe(key) + " twice");
        }
        frame.key = Optional.of(key);
    }

    /** Takes a complete value that has these tags. */
    void add(Value value, List<Long> tags, long offset) throws MalformedException {
        checkDepth(tags.size(), offset);
        put(value, tags);
    }

    /** Ends the innermost array or map. */
    void close() {
        Frame frame = open.pop();
        put(frame.map ? new Value.Dict(frame.entries) : new Value.Array(frame.items), frame.tags);
    }

    private void put(Value content, List<Long> tags) {
        Value value = content;
        for (int i = tags.size() - 1; i >= 0; i--) {
            value = new Value.Tagged(tags.get(i), value);
        }
        if (open.isEmpty()) {
            root = Optional.of(value);
        } else {
            open.element().put(value);
        }
    }

    private int depth() {
        return open.isEmpty() ? 0 : open.element().depth;
    }

    private void checkDepth(int added, long offset) throws MalformedException {
        budget.check(depthLimit, depth() + added, offset);
    }

    private static String describe(Value key) {
        String text = key instanceof Value.Int number
                ? number.value().toString()
                : key.asText().orElse("of bytes");
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }

    /** One array or map that is not closed yet. */
    private static final class Frame {
        private final boolean map;
        private final List<Long> tags;
        private final int depth;
        private final List<Value> items = new ArrayList<>();
        private final Map<Value, Value> entries = new LinkedHashMap<>();
        private Optional<Value> key = Optional.empty();

        Frame(boolean map, List<Long> tags, int depth) {
            this.map = map;
            this.tags = tags;
            this.depth = depth;
        }

        void put(Value value) {
            if (map) {
                entries.put(key.orElseThrow(), value);
            } else {
                items.add(value);
            }
        }
    }
}
