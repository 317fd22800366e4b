package io.athanor.orm.load;

import io.athanor.ConfigurationException;

/**
 * How a session reads many entities. Immutable.
 *
 * @param window how many rows of a stream are read before what they are related to is loaded
 * @param evicting whether what came with a stream leaves the session some time after it was passed on, if it was not changed
 *     and nothing refers to it that stays. For streams whose entities do not fit into memory; what is changed later than in the
 *     stream itself may not be noticed any more
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
