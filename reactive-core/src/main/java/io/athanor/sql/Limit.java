package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * At most {@code rows} rows, or {@code percent} of them all, after skipping {@code offset}. The clause databases differ most
 * on.
 *
 * @param rows how many at most, null for all
 * @param percent how many of a hundred at most, rounded up; null for all; null if {@code rows} says how many
 * @param offset how many are skipped, null for none
 * @param withTies whether rows equal in order to the last one come too
 */
public record Limit(@Nullable Long rows, @Nullable Integer percent, @Nullable Long offset, boolean withTies)
        implements SqlNode {
    static final Limit NONE = new Limit(null, null, null, false);

    /** Refuses negative numbers, and more than a hundred percent. */
    public Limit {
        if ((rows != null && rows < 0) || (offset != null && offset < 0)) {
            throw new ConfigurationException("limit and offset are not negative");
        }
        if (percent != null && (percent < 0 || percent > 100)) {
            throw new ConfigurationException("limitPercent is from 0 to 100, not " + percent);
        }
    }

    Limit rows(long count) {
        return new Limit(count, null, offset, withTies);
    }

    Limit percent(int ofHundred) {
        return new Limit(null, ofHundred, offset, withTies);
    }

    Limit offset(long count) {
        return new Limit(rows, percent, count, withTies);
    }

    Limit ties() {
        return new Limit(rows, percent, offset, true);
    }

    /** Whether nothing is limited. */
    public boolean isNone() {
        return rows == null && percent == null && offset == null;
    }

    @Override
    public void render(SqlWriter out) {
        if (offset != null) {
            out.word(" offset ").bind(offset, Types.BIGINT).word(" rows");
        }
        if (rows != null || percent != null) {
            out.word(" fetch first ");
            if (rows != null) {
                out.bind(rows, Types.BIGINT);
            } else {
                out.bind(percent, Types.INTEGER).word(" percent");
            }
            out.word(withTies ? " rows with ties" : " rows only");
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
