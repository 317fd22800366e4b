package io.athanor.orm.load;

import io.athanor.ConfigurationException;

/**
 * How a session reads many entities. Immutable.
 *
 * @param window how many rows of a stream are read before what they are related to is loaded
 * @param kept how many entities that came with streams and were passed on stay in the session, about, before those go that
 *     were not changed and that nothing refers to which stays; {@link #ALL} for all. What has gone is detached
 */
public record LoadOptions(int window, int kept) {
    /** All entities stay. */
    public static final int ALL = Integer.MAX_VALUE;

    private static final int WINDOW = 256;
    private static final int KEPT = 10_000;

    /** Refuses a window of nothing. */
    public LoadOptions {
        if (window < 1) {
            throw new ConfigurationException("a window has 1 row or more, not " + window);
        }
    }

    /** Windows of 256 rows, and all entities stay. */
    public static LoadOptions defaults() {
        return new LoadOptions(WINDOW, ALL);
    }

    /** The same with windows of another size. */
    public LoadOptions window(int rows) {
        return new LoadOptions(rows, kept);
    }

    /** The same that keep about 10,000 entities that have streamed by. */
    public LoadOptions evicting() {
        return new LoadOptions(window, KEPT);
    }
}
