package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * At most {@code rows} rows, after skipping {@code offset}. The clause databases differ most on.
 *
 * @param rows how many at most, null for all
 * @param offset how many are skipped, null for none
 * @param withTies whether rows equal in order to the last one come too
 */
public record Limit(@Nullable Long rows, @Nullable Long offset, boolean withTies) implements SqlNode {
    static final Limit NONE = new Limit(null, null, false);

    /** Refuses negative numbers. */
    public Limit {
        if ((rows != null && rows < 0) || (offset != null && offset < 0)) {
            throw new ConfigurationException("limit and offset are not negative");
        }
    }

    Limit rows(long count) {
        return new Limit(count, offset, withTies);
    }

    Limit offset(long count) {
        return new Limit(rows, count, withTies);
    }

    Limit ties() {
        return new Limit(rows, offset, true);
    }

    /** Whether nothing is limited. */
    public boolean isNone() {
        return rows == null && offset == null;
    }

    @Override
    public void render(SqlWriter out) {
        if (offset != null) {
            out.word(" offset ").bind(offset, Types.BIGINT).word(" rows");
        }
        if (rows != null) {
            out.word(" fetch first ").bind(rows, Types.BIGINT).word(withTies ? " rows with ties" : " rows only");
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
