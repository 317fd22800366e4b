package io.athanor.benchmarks.peers.r2dbc;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The keys that came back, as a caller keeps them who needs them, or just how many rows. */
public final class Keys {
    private final Set<Long> keys = new HashSet<>();
    private long rows;

    /** A key. */
    public void add(Long key) {
        keys.add(key);
    }

    /** Rows without their keys. */
    public void count(Long more) {
        rows += more;
    }

    /** How many there are. */
    public long size() {
        return keys.size() + rows;
    }

    /** Keys as drivers take them. */
    public static Long[] boxed(long[] keys) {
        return Arrays.stream(keys).boxed().toArray(Long[]::new);
    }
}
