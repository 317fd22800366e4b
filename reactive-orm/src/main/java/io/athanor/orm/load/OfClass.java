package io.athanor.orm.load;

import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Loaded;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.sql.Expression;
import io.athanor.sql.Predicate;
import io.athanor.sql.Select;
import java.util.List;

/** Keeps rows of other classes out of queries of a class that shares its table with them. */
final class OfClass {
    private OfClass() {}

    /** Rows of {@code table} of its own class alone. */
    static <R> Select<R> only(Select<R> select, EntityTable<?, ?, ?> table) {
        return isPart(table) ? select.where(table.isOfItsClass()) : select;
    }

    /** Likewise for all entities that are selected, of which those after the first may have been joined and not be there. */
    static <R> Select<R> only(Select<R> select, List<EntityPart> parts) {
        Select<R> restricted = select;
        for (int i = 0; i < parts.size(); i++) {
            EntityPart part = parts.get(i);
            EntityTable<?, ?, ?> table = part.selection() instanceof Loaded<?> loaded
                    ? loaded.table()
                    : (EntityTable<?, ?, ?>) part.selection();
            if (isPart(table) && !part.isInside()) {
                Predicate isOfClass = table.isOfItsClass();
                restricted = restricted.where(i == 0 ? isOfClass : isOfClass.or(isMissing(table)));
            }
        }
        return restricted;
    }

    private static boolean isPart(EntityTable<?, ?, ?> table) {
        return !table.mapping().root().equals(table.mapping());
    }

    private static Predicate isMissing(EntityTable<?, ?, ?> table) {
        MappedColumn key = table.mapping().key().get(0);
        Expression<?> column = table.get(key.column());
        return column.isNull();
    }
}
