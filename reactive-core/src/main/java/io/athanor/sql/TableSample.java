package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a table's rows, by chance: {@code "t" tablesample bernoulli (10) repeatable (42)}. Made by {@link
 * TypedTable#sample}; the table's own columns are its columns.
 *
 * @param table the table, under its alias
 * @param method how rows are chosen
 * @param percent how many of a hundred, about
 * @param seed the same for the same rows again, while the table does not change; null for others each time
 */
public record TableSample<R>(TypedTable<R> table, Method method, double percent, @Nullable Long seed)
        implements Source<R> {
    /** Refuses what is no percentage. */
    public TableSample {
        if (!(percent >= 0 && percent <= 100)) {
            throw new ConfigurationException("a sample of " + table + " is from 0 to 100 percent, not " + percent);
        }
    }

    /** The same rows for the same seed, while the table does not change. */
    public TableSample<R> repeatable(long sameSeed) {
        return new TableSample<>(table, method, percent, sameSeed);
    }

    @Override
    public String alias() {
        return table.alias();
    }

    @Override
    public List<Column<?>> columns() {
        return table.columns();
    }

    @Override
    public @Nullable R read(RowReader row, int first) {
        return table.read(row, first);
    }

    @Override
    public void render(SqlWriter out) {
        out.node(table).word(method.words).bind(percent, Types.DOUBLE).word(")");
        if (seed != null) {
            out.word(" repeatable (").bind(seed, Types.BIGINT).word(")");
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }

    /** How the rows of a sample are chosen. */
    public enum Method {
        /** Each row by itself: the whole table is read. */
        BERNOULLI(" tablesample bernoulli ("),
        /** Each block of rows as a whole: faster, and rows stored together come together. */
        SYSTEM(" tablesample system (");

        private final String words;

        Method(String words) {
            this.words = words;
        }
    }
}
