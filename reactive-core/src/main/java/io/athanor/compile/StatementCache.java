package io.athanor.compile;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Compiled statements by key, at most as many as was said. Reads take no lock. What was not used since it was last looked
 * at goes first (the second-chance algorithm). Safe for any number of threads.
 */
final class StatementCache {
    private final int capacity;
    private final ConcurrentMap<StatementKey, Entry> entries = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<StatementKey> clock = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    StatementCache(int capacity) {
        this.capacity = capacity;
    }

    @Nullable
    Compiled get(StatementKey key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        if (!entry.used) {
            entry.used = true;
        }
        return entry.compiled;
    }

    /** The one that is kept under this key: {@code compiled}, unless another thread was faster. */
    Compiled put(StatementKey key, Compiled compiled) {
        if (capacity == 0) {
            return compiled;
        }
        StatementKey kept = key.trimmed();
        Entry known = entries.putIfAbsent(kept, new Entry(compiled));
        if (known != null) {
            return known.compiled;
        }
        clock.add(kept);
        if (size.incrementAndGet() > capacity) {
            evict();
        }
        return compiled;
    }

    private void evict() {
        for (StatementKey oldest = clock.poll(); oldest != null; oldest = clock.poll()) {
            Entry entry = entries.get(oldest);
            if (entry != null && entry.used) {
                entry.used = false;
                clock.add(oldest);
            } else {
                entries.remove(oldest);
                size.decrementAndGet();
                return;
            }
        }
    }

    int size() {
        return entries.size();
    }

    private static final class Entry {
        private final Compiled compiled;
        private volatile boolean used;

        Entry(Compiled compiled) {
            this.compiled = compiled;
        }
    }
}
