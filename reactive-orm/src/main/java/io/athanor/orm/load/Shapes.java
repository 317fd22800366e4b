package io.athanor.orm.load;

import io.athanor.MappingException;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.sql.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is worked out once for each mapping: a memo of pure functions, safe for any number of threads. */
public final class Shapes {
    private final EntityModel model;
    private final Map<Identity, EntityColumns> columns = new ConcurrentHashMap<>();
    private final Map<EntityMapping<?>, References> references = new ConcurrentHashMap<>();

    /** Of the entities of {@code model}, whatever tables they are read by. */
    public Shapes(EntityModel model) {
        this.model = model;
    }

    /** Where among its columns, all of them in their order, a table's entity is. */
    EntityColumns columns(EntityTable<?, ?, ?> table) {
        Identity mapping = new Identity(table.mapping());
        EntityColumns known = columns.get(mapping);
        return known != null ? known : columns.computeIfAbsent(mapping, key -> agreed(table));
    }

    /** Where among some of its columns a table's entity is. */
    EntityColumns columns(EntityTable<?, ?, ?> table, List<? extends Column<?>> selected) {
        return EntityColumns.of(columns(table).mapping(), selected);
    }

    /**
     * A table may have been made before a class was known that extends its entity. Rows of that class would be taken for
     * others, so it is refused.
     */
    private EntityColumns agreed(EntityTable<?, ?, ?> table) {
        EntityMapping<?> mapping = model.mapping(table.mapping().type());
        List<String> missing = names(mapping.table());
        missing.removeAll(names(table));
        if (!missing.isEmpty()) {
            throw new MappingException("the table of " + mapping.name() + " lacks the columns " + missing
                    + ", which the model has of classes that extend it or refer to it; compile them together, or give them"
                    + " to EntityMapping.of where the table is made");
        }
        return EntityColumns.of(mapping, table.columns());
    }

    private static List<String> names(EntityTable<?, ?, ?> table) {
        List<String> names = new ArrayList<>();
        table.columns().forEach(column -> names.add(column.name()));
        return names;
    }

    /** The to-one relationships of a class. */
    References references(EntityMapping<?> mapping) {
        References known = references.get(mapping);
        return known != null ? known : references.computeIfAbsent(mapping, References::of);
    }

    /** Mappings of one class are equal, and may still have their columns in another order. */
    private record Identity(EntityMapping<?> mapping) {
        @Override
        @SuppressWarnings("ReferenceEquality") // that is what it is for
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity && mapping == identity.mapping;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(mapping);
        }
    }
}
