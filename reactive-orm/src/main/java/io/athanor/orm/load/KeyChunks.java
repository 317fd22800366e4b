package io.athanor.orm.load;

import io.athanor.dialect.Dialect;
import io.athanor.dialect.Feature;
import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.Predicate;
import io.athanor.sql.Query;
import io.athanor.sql.Source;
import io.athanor.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions on many keys, in so few different texts that the statement cache knows them: {@code = ?} for one key, and for
 * more one array where the database takes arrays. Elsewhere a list whose length is a power of two, filled up with its last
 * key. Immutable.
 */
final class KeyChunks {
    private static final int LONGEST_ARRAY = 4096;
    private static final int LONGEST_LIST = 512;
    private final boolean arrays;
    private final int parameters;

    KeyChunks(Dialect dialect) {
        this.arrays = dialect.supports(Feature.ARRAY_PARAMETERS);
        this.parameters = dialect.maxParameters();
    }

    /** The keys in chunks for one statement each. */
    <K> List<List<K>> of(List<K> keys, int columns) {
        int size = isArray(columns) ? LONGEST_ARRAY : longestList(columns);
        List<List<K>> chunks = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += size) {
            chunks.add(keys.subList(from, Math.min(from + size, keys.size())));
        }
        return chunks;
    }

    private int longestList(int columns) {
        return Math.min(LONGEST_LIST, Integer.highestOneBit(Math.max(1, parameters / columns)));
    }

    private boolean isArray(int columns) {
        return arrays && columns == 1;
    }

    /** The columns hold one of the keys. */
    Predicate in(List<? extends Expression<?>> columns, List<List<Object>> keys) {
        if (keys.size() == 1) {
            return equal(columns, keys.get(0));
        }
        List<List<Object>> all = isArray(columns.size()) ? keys : padded(keys);
        return columns.size() == 1
                ? in(columns.get(0), all)
                : Sql.tuple(columns.toArray(Expression<?>[]::new)).in(all);
    }

    /** The columns hold a key that {@code query} selects. */
    static Predicate in(List<? extends Expression<?>> columns, Query<?> query) {
        return Sql.tuple(columns.toArray(Expression<?>[]::new)).in(query);
    }

    private static List<List<Object>> padded(List<List<Object>> keys) {
        int size = Integer.highestOneBit(keys.size());
        if (size < keys.size()) {
            size *= 2;
        }
        List<List<Object>> all = new ArrayList<>(keys);
        while (all.size() < size) {
            all.add(keys.get(keys.size() - 1));
        }
        return all;
    }

    private static <T> Predicate in(Expression<T> column, List<List<Object>> keys) {
        List<T> values = new ArrayList<>(keys.size());
        keys.forEach(key -> values.add(column.type().javaType().cast(key.get(0))));
        return column.in(values);
    }

    private static Predicate equal(List<? extends Expression<?>> columns, List<Object> key) {
        Predicate all = equal(columns.get(0), key.get(0));
        for (int i = 1; i < columns.size(); i++) {
            all = all.and(equal(columns.get(i), key.get(i)));
        }
        return all;
    }

    private static <T> Predicate equal(Expression<T> column, Object value) {
        return column.eq(column.type().javaType().cast(value));
    }

    /** The columns of a table that has all of {@code named}. */
    static List<Expression<?>> of(Source<?> source, List<Column<?>> named) {
        return named.stream().<Expression<?>>map(source::get).toList();
    }
}
