package io.athanor.sql;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * <pre>{@code
 * index(Index.on(lastName, lower(firstName)).unique().where(active.eq(true)));
 * }</pre>
 *
 * @param name its name; null to take it from the naming convention
 * @param keys what is indexed, in order
 * @param isUnique whether no two rows have the same keys
 * @param condition which rows are indexed; null for all
 * @param included columns kept in the index beside its keys
 */
public record Index(
        @Nullable String name,
        List<Ordering> keys,
        boolean isUnique,
        @Nullable Predicate condition,
        List<Column<?>> included) {
    /** An index over columns or expressions, ascending. */
    public static Index on(Expression<?>... keys) {
        return new Index(null, Arrays.stream(keys).map(Expression::asc).toList(), false, null, List.of());
    }

    /** An index over keys with directions of their own. */
    public static Index on(Ordering... keys) {
        return new Index(null, List.of(keys), false, null, List.of());
    }

    /** The same index under a name of its own. */
    public Index named(String indexName) {
        return new Index(indexName, keys, isUnique, condition, included);
    }

    /** The same index, in which no two rows have the same keys. */
    public Index unique() {
        return new Index(name, keys, true, condition, included);
    }

    /** The same index over the rows that meet {@code predicate} only. */
    public Index where(Predicate predicate) {
        return new Index(name, keys, isUnique, predicate, included);
    }

    /** The same index with columns kept beside its keys, for queries that need nothing else. */
    public Index include(Column<?>... columns) {
        return new Index(name, keys, isUnique, condition, List.of(columns));
    }
}
