package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
import io.athanor.sql.Column;
import io.athanor.sql.Predicate;
import io.athanor.sql.Source;
import java.util.List;

/** Columns compared with the key of an object. */
final class KeyConditions {
    private KeyConditions() {}

    /** The foreign key of a path is the key of {@code entity}. */
    static Predicate refersTo(Relationship<?, ?, ?> path, Object entity) {
        return equal(
                path.from(), path.mapping().foreignKey(), keyOf(path.mapping().target(), entity));
    }

    /** The row of {@code source} is that of {@code entity}. */
    static Predicate isRowOf(Source<?> source, EntityMapping<?> mapping, Object entity) {
        List<Column<?>> columns =
                mapping.key().stream().<Column<?>>map(MappedColumn::column).toList();
        return equal(source, columns, keyOf(mapping, entity));
    }

    static Predicate equal(Source<?> source, List<Column<?>> columns, List<Object> key) {
        Predicate all = equal(source, columns.get(0), key.get(0));
        for (int i = 1; i < columns.size(); i++) {
            all = all.and(equal(source, columns.get(i), key.get(i)));
        }
        return all;
    }

    private static <T> Predicate equal(Source<?> source, Column<T> column, Object value) {
        return source.get(column).eq(column.type().javaType().cast(value));
    }

    static List<Object> keyOf(EntityMapping<?> mapping, Object entity) {
        List<Object> key = mapping.key(entity);
        if (key == null) {
            throw new ConfigurationException("this " + mapping.name()
                    + " has no key yet, so no row can refer to it; flush first, or compare with isNull()");
        }
        return key;
    }
}
