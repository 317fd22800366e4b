package io.athanor.engine;

import java.time.Duration;

/**
 * What a stream may hold where the database cannot keep a result open while other statements run.
 *
 * @param spillRows how many rows are read ahead, at most, for others who wait for the connection
 * @param stallTimeout how long nobody may take a row while the read-ahead is full and others wait
 */
record StreamOptions(int spillRows, Duration stallTimeout) {
    static final StreamOptions DEFAULTS = new StreamOptions(10_000, Duration.ofSeconds(30));
}
