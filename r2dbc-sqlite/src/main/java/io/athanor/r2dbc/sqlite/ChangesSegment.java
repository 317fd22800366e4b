package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Result;

/** How many rows a command changed. */
record ChangesSegment(long value) implements Result.UpdateCount {}
