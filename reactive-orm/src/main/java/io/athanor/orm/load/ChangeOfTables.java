package io.athanor.orm.load;

import io.athanor.ConfigurationException;
import io.athanor.dialect.Dialect;
import io.athanor.engine.Executor;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.StoredTable;
import io.athanor.sql.Assignment;
import io.athanor.sql.Change;
import io.athanor.sql.Column;
import io.athanor.sql.Cte;
import io.athanor.sql.Delete;
import io.athanor.sql.Expression;
import io.athanor.sql.Param;
import io.athanor.sql.Predicate;
import io.athanor.sql.Select;
import io.athanor.sql.Source;
import io.athanor.sql.Sql;
import io.athanor.sql.Update;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * UPDATE and DELETE of entities whose columns lie in several tables.
 *
 * <pre>{@code
 * update "dog" set "breed" = ? where "dog"."id" in (select "dog"."id" from (select … from "dog" join "animal" …) "dog" where …)
 * }</pre>
 *
 * A DELETE reads the keys first, since the conditions may be about any of the tables, and deletes from one after another.
 */
public final class ChangeOfTables {
    private final Executor executor;
    private final KeyChunks chunks;

    /** Changes that {@code executor}, which speaks the SQL of {@code dialect}, runs. */
    public ChangeOfTables(Executor executor, Dialect dialect) {
        this.executor = executor;
        this.chunks = new KeyChunks(dialect);
    }

    /** Runs {@code change}, one statement for each table if it is of such entities. */
    public Mono<Long> execute(Change change) {
        if (change instanceof Update update
                && update.table() instanceof EntityTable<?, ?, ?> table
                && table.mapping().isAssembled()) {
            return Mono.defer(() -> update(update, table));
        } else if (change instanceof Delete delete
                && delete.table() instanceof EntityTable<?, ?, ?> table
                && table.mapping().isAssembled()) {
            return Mono.defer(() -> delete(delete, table));
        }
        return executor.execute(OfClass.only(change));
    }

    private Mono<Long> update(Update update, EntityTable<?, ?, ?> table) {
        if (!update.with().ctes().isEmpty() || !update.from().isEmpty()) {
            throw refused(table, "takes neither with(…) nor from(…); say the condition as exists(…) or in(…)");
        }
        Map<StoredTable, List<Assignment>> byTable = new LinkedHashMap<>();
        boolean isInEach = !table.mapping().isInOneTable();
        for (EntityMapping<?> mapping : isInEach ? table.mapping().withRows() : List.of(table.mapping())) {
            for (Assignment assignment : update.assignments()) {
                assign(table, mapping, assignment, byTable);
            }
        }
        if (!isInEach && byTable.size() > 1) {
            throw refused(
                    table,
                    "sets columns of the tables "
                            + byTable.keySet().stream()
                                    .map(each -> each.table().name().name())
                                    .toList()
                            + " at once; say one UPDATE for each");
        }
        return Flux.fromIterable(byTable.entrySet())
                .concatMap(each -> executor.execute(update(each.getKey(), each.getValue(), update, table)))
                .reduce(0L, Long::sum);
    }

    private static void assign(
            EntityTable<?, ?, ?> table,
            EntityMapping<?> mapping,
            Assignment assignment,
            Map<StoredTable, List<Assignment>> byTable) {
        MappedColumn written = written(table, mapping, assignment.column());
        if (written == null) {
            return;
        }
        StoredTable stored = mapping.tableOf(written.column());
        if (written.isKey() || stored.isOptional()) {
            throw refused(
                    table,
                    "sets " + written.path()
                            + (written.isKey()
                                    ? ", which is its key"
                                    : ", which lies in a secondary table, where the row may be missing; change the entities"));
        }
        if (!(assignment.value() instanceof Param<?>)) {
            throw refused(
                    table,
                    "sets " + written.path() + " to an expression, and can set values alone; change the entities");
        }
        byTable.computeIfAbsent(stored, key -> new ArrayList<>()).add(assign(written.column(), assignment.value()));
    }

    @SuppressWarnings("unchecked") // the same column
    private static <T> Assignment assign(Column<T> column, Expression<?> value) {
        return column.to((Expression<T>) value);
    }

    /** The column of a class that is set; null if the class, one of several with tables of their own, has none. */
    private static @Nullable MappedColumn written(
            EntityTable<?, ?, ?> table, EntityMapping<?> mapping, Column<?> column) {
        for (MappedColumn mapped : mapping.columns()) {
            if (table.mapping().called(mapped).equals(column.name())) {
                return mapped;
            }
        }
        if (mapping.equals(table.mapping())) {
            throw refused(
                    table, "sets " + column.name() + ", which is a column of classes below it; say UPDATE of theirs");
        }
        return null;
    }

    private static ConfigurationException refused(EntityTable<?, ?, ?> table, String why) {
        return new ConfigurationException(
                "UPDATE of " + table.mapping().name() + ", whose columns lie in several tables, " + why);
    }

    private static Update update(
            StoredTable stored, List<Assignment> assignments, Update update, EntityTable<?, ?, ?> table) {
        Select<?> keys = Sql.select(new Columns(keyOf(table))).from(table);
        for (Predicate condition : update.where()) {
            keys = keys.where(condition);
        }
        return Sql.update(stored.table())
                .set(assignments.toArray(Assignment[]::new))
                .where(KeyChunks.in(stored.key(), keys));
    }

    private static List<Expression<?>> keyOf(EntityTable<?, ?, ?> table) {
        return KeyChunks.of(
                table,
                table.mapping().key().stream()
                        .<Column<?>>map(MappedColumn::column)
                        .toList());
    }

    private Mono<Long> delete(Delete delete, EntityTable<?, ?, ?> table) {
        List<Expression<?>> key = keyOf(table);
        Select<List<Object>> keys =
                Sql.select(new KeyRow(key)).from(table, delete.using().toArray(Source<?>[]::new));
        for (Predicate condition : delete.where()) {
            keys = keys.where(condition);
        }
        return executor.stream(keys.with(delete.with().ctes().toArray(Cte<?>[]::new)))
                .collect(LinkedHashSet<List<Object>>::new, Set::add)
                .flatMap(found -> delete(List.copyOf(found), table).thenReturn((long) found.size()));
    }

    private Mono<Void> delete(List<List<Object>> keys, EntityTable<?, ?, ?> table) {
        Set<StoredTable> all = new LinkedHashSet<>();
        table.mapping().withRows().forEach(each -> all.addAll(each.tables()));
        List<StoredTable> childrenFirst = new ArrayList<>(all);
        Collections.reverse(childrenFirst);
        return Flux.fromIterable(childrenFirst)
                .concatMap(
                        stored -> Flux.fromIterable(chunks.of(keys, stored.key().size()))
                                .concatMap(chunk -> executor.execute(
                                        Sql.deleteFrom(stored.table()).where(chunks.in(stored.key(), chunk)))))
                .then();
    }
}
