package io.athanor.orm.load;

import io.athanor.ConfigurationException;

/**
 * How a session reads many entities. Immutable.
 *
 * @param window how many rows of a stream are read before what they are related to is loaded
 * @param evicting whether entities that came with a stream leave the session, unchanged ones, when their window has passed
 */
public record LoadOptions(int window, boolean evicting) {
    private static final int WINDOW = 256;

    /** Refuses a window of nothing. */
    public LoadOptions {
        if (window < 1) {
            throw new ConfigurationException("a window has 1 row or more, not " + window);
        }
    }

    /** Windows of 256 rows, and all entities stay. */
    public static LoadOptions defaults() {
        return new LoadOptions(WINDOW, false);
    }
}
