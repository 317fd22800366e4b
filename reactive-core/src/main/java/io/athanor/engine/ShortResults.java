package io.athanor.engine;

import io.athanor.sql.Compound;
import io.athanor.sql.Limit;
import io.athanor.sql.Query;
import io.athanor.sql.Select;

/**
 * Queries that return so few rows that there is no point in a cursor: the limit they were given is no more than a cursor
 * reads at first. They are read in one round trip and kept until they are taken.
 */
final class ShortResults {
    private static final long ROWS = 128;

    private ShortResults() {}

    static boolean isShort(Query<?> query) {
        if (query instanceof Select<?> select) {
            return isShort(select.limited());
        }
        return query instanceof Compound<?> compound && isShort(compound.limited());
    }

    private static boolean isShort(Limit limit) {
        Long rows = limit.rows();
        return rows != null && rows <= ROWS && !limit.withTies();
    }
}
