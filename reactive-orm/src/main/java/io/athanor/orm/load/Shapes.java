package io.athanor.orm.load;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is worked out once for each mapping: a memo of pure functions, safe for any number of threads. */
public final class Shapes {
    private final Map<EntityMapping<?>, EntityColumns> columns = new ConcurrentHashMap<>();
    private final Map<EntityMapping<?>, References> references = new ConcurrentHashMap<>();

    /** An empty one. */
    public Shapes() {}

    /** Where among its columns, all of them in their order, a table's entity is. */
    EntityColumns columns(EntityTable<?, ?, ?> table) {
        EntityColumns known = columns.get(table.mapping());
        return known != null
                ? known
                : columns.computeIfAbsent(table.mapping(), mapping -> EntityColumns.of(table, table.columns()));
    }

    /** The to-one relationships of a class. */
    References references(EntityMapping<?> mapping) {
        References known = references.get(mapping);
        return known != null ? known : references.computeIfAbsent(mapping, References::of);
    }
}
