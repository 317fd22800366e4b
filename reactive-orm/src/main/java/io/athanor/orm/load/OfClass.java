package io.athanor.orm.load;

import io.athanor.ConfigurationException;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.sql.Change;
import io.athanor.sql.Delete;
import io.athanor.sql.Expression;
import io.athanor.sql.Predicate;
import io.athanor.sql.Query;
import io.athanor.sql.Returning;
import io.athanor.sql.Select;
import io.athanor.sql.Source;
import io.athanor.sql.Update;
import java.util.List;

/** Keeps rows of other classes out of queries and changes of a class that shares its table with them. */
final class OfClass {
    private OfClass() {}

    /** Rows of {@code table} of its own class alone. */
    static <R> Select<R> only(Select<R> select, EntityTable<?, ?, ?> table) {
        return isPart(table) ? select.where(table.isOfItsClass()) : select;
    }

    /** The statement of a session, given the entities that it selects; none of them is asked for what stands in FROM. */
    static <R> Query<R> only(Query<R> query, List<EntityPart> parts) {
        if (query instanceof Returning<R> returning) {
            return new Returning<>(only(returning.change()), returning.selection());
        } else if (query instanceof Select<R> select) {
            return restricted(select, parts.isEmpty() ? select.sources() : tables(parts));
        }
        return query;
    }

    /** Sources after the first may have been joined and not be there. */
    private static <R> Select<R> restricted(Select<R> select, List<? extends Source<?>> sources) {
        Select<R> restricted = select;
        if (select.isLocking()) {
            sources.forEach(OfClass::requireLockable);
        }
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i) instanceof EntityTable<?, ?, ?> table && isPart(table)) {
                Predicate isOfClass = table.isOfItsClass();
                restricted = restricted.where(i == 0 ? isOfClass : isOfClass.or(isMissing(table)));
            }
        }
        return restricted;
    }

    private static void requireLockable(Source<?> source) {
        if (source instanceof EntityTable<?, ?, ?> table && !table.mapping().isLockable()) {
            throw new ConfigurationException("rows of " + table.mapping().name()
                    + " lie in several tables and cannot be locked by the query that reads them; read them, and then"
                    + " session.lock(…) each");
        }
    }

    private static List<? extends Source<?>> tables(List<EntityPart> parts) {
        return parts.stream()
                .filter(part -> !part.isInside())
                .<Source<?>>map(part -> part.entity().table())
                .toList();
    }

    /** A change of rows of the table's own class alone. */
    static Change only(Change change) {
        if (change instanceof Update update && update.table() instanceof EntityTable<?, ?, ?> table && isPart(table)) {
            return update.where(table.isOfItsClass());
        } else if (change instanceof Delete delete
                && delete.table() instanceof EntityTable<?, ?, ?> table
                && isPart(table)) {
            return delete.where(table.isOfItsClass());
        }
        return change;
    }

    private static boolean isPart(EntityTable<?, ?, ?> table) {
        return table.mapping().sharesRows();
    }

    private static Predicate isMissing(EntityTable<?, ?, ?> table) {
        MappedColumn key = table.mapping().key().get(0);
        Expression<?> column = table.get(key.column());
        return column.isNull();
    }
}
