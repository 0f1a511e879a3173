package org.inkseal.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A memory of the most recently used results, never larger than its capacity.
 *
 * <p>Thread-safe. Two threads may compute the same result at once; then the later one stays.
 */
public final class BoundedCache<K, V> {
    private final int capacity;
    private final Map<K, V> entries;

    /**
     * An empty cache.
     *
     * @param capacity the most entries that it keeps, at least 1
     */
    public BoundedCache(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + ": at least 1 is allowed");
        }
        this.capacity = capacity;
        this.entries = new LinkedHashMap<>(16, 0.75f, true);
    }

    /** What was kept for a key, if it still is. */
    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Keeps a value, and forgets the one that was not used for the longest time if there are too many. */
    public synchronized void put(K key, V value) {
        entries.put(key, value);
        if (entries.size() > capacity) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** Number of entries, at most the capacity. */
    public synchronized int size() {
        return entries.size();
    }
}
