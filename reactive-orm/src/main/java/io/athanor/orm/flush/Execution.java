package io.athanor.orm.flush;

import io.athanor.engine.Transaction;
import io.athanor.orm.flush.Action.DeleteLinks;
import io.athanor.orm.flush.Action.DeleteRows;
import io.athanor.orm.flush.Action.InsertLinks;
import io.athanor.orm.flush.Action.InsertRows;
import io.athanor.orm.flush.Action.Part;
import io.athanor.orm.flush.Action.Update;
import io.athanor.orm.flush.Action.UpdateRows;
import io.athanor.orm.flush.Action.UpsertRows;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.MemberPlace;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.StoredTable;
import io.athanor.sql.Assignment;
import io.athanor.sql.Batch;
import io.athanor.sql.Binding;
import io.athanor.sql.Change;
import io.athanor.sql.Column;
import io.athanor.sql.Sql;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs a plan, one action after another: one statement each, or as many as the database's limit of values wants. */
final class Execution {
    private final Transaction transaction;
    private final int maxParameters;
    private final StaleRows staleRows;

    Execution(Transaction transaction, int maxParameters) {
        this.transaction = transaction;
        this.maxParameters = maxParameters;
        this.staleRows = new StaleRows(transaction);
    }

    Mono<Void> run(Plan plan) {
        return Flux.fromIterable(plan.actions())
                .concatMap(action -> run(action).onErrorMap(error -> Violations.named(error, action)))
                .then();
    }

    private Mono<Void> run(Action action) {
        if (action instanceof InsertRows insert) {
            return insert(insert);
        } else if (action instanceof UpdateRows update) {
            return update(update);
        } else if (action instanceof UpsertRows upsert) {
            return upsert(upsert);
        } else if (action instanceof DeleteRows delete) {
            return delete(delete);
        } else if (action instanceof InsertLinks links) {
            return link(links);
        } else if (action instanceof DeleteLinks links) {
            return unlink(links);
        }
        return part((Part) action);
    }

    private Mono<Void> insert(InsertRows action) {
        if (action.columns().isEmpty()) {
            return Flux.fromIterable(action.rows())
                    .concatMap(row -> insertDefaults(action, row))
                    .then();
        }
        Batch<RowChange> batch = Sql.insertInto(action.table()).each(bindings(action.columns(), RowChange::value));
        Flux<RowChange> rows = Flux.fromIterable(action.rows());
        return action.returned().isEmpty()
                ? transaction.execute(batch, rows).then()
                : transaction.stream(batch.returning(columns(action.returned())), rows)
                        .index()
                        .doOnNext(read -> keep(action, action.rows().get(Math.toIntExact(read.getT1())), read.getT2()))
                        .then();
    }

    private Mono<Void> insertDefaults(InsertRows action, RowChange row) {
        return transaction
                .one(Sql.insertInto(action.table()).defaultValues().returning(columns(action.returned())))
                .doOnNext(values -> keep(action, row, values))
                .then();
    }

    private static Columns columns(List<MappedColumn> mapped) {
        return new Columns(mapped.stream().<Column<?>>map(MappedColumn::column).toList());
    }

    /** Rows of one table may be of several classes. */
    private static void keep(InsertRows action, RowChange row, List<@Nullable Object> values) {
        boolean isAsTheFirst = row.mapping().equals(action.rows().get(0).mapping());
        List<MappedColumn> columns = isAsTheFirst ? action.returned() : TableRows.returned(row, action.table());
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                row.made().put(columns.get(i), value);
            }
        }
    }

    @SuppressWarnings("unchecked") // an array of bindings has no type arguments
    private static <S> Binding<S, ?>[] bindings(
            List<Column<?>> columns, BiFunction<S, Column<?>, @Nullable Object> value) {
        return columns.stream().map(column -> binding(column, value)).toArray(Binding[]::new);
    }

    private static <S, T> Binding<S, T> binding(Column<T> column, BiFunction<S, Column<?>, @Nullable Object> value) {
        return column.from(row -> {
            Object its = value.apply(row, column);
            return its == null ? null : Conditions.cast(column, its);
        });
    }

    private Mono<Void> update(UpdateRows action) {
        UpdateStatements statements = new UpdateStatements(action);
        return inChunks(action.rows(), statements.width(), rows -> transaction
                .execute(statements.of(rows))
                .flatMap(changed -> changed == rows.size()
                        ? Mono.empty()
                        : staleRows.ofUpdate(action.columns(), rows, rows.size() - changed)));
    }

    private Mono<Void> upsert(UpsertRows action) {
        List<Column<?>> columns = new ArrayList<>(action.key());
        columns.addAll(action.columns());
        Assignment[] excluded =
                action.columns().stream().map(Column::toExcluded).toArray(Assignment[]::new);
        Batch<Update> batch = Sql.insertInto(action.table())
                .onConflict(action.key().toArray(Column<?>[]::new))
                .doUpdate(excluded)
                .each(bindings(columns, (update, column) -> {
                    Value value = update.values().get(column);
                    return value == null ? update.row().value(column) : value.get();
                }));
        return transaction.execute(batch, Flux.fromIterable(action.rows())).then();
    }

    private Mono<Void> delete(DeleteRows action) {
        StoredTable table = action.rows().get(0).mapping().stored(action.table());
        MappedColumn counting = action.rows().get(0).mapping().version();
        MappedColumn version = counting != null && table.has(counting.column()) ? counting : null;
        List<Column<?>> columns = new ArrayList<>(table.key());
        if (version != null) {
            columns.add(version.column());
        }
        return inChunks(action.rows(), columns.size(), rows -> {
            Change delete = Sql.deleteFrom(action.table())
                    .where(Conditions.in(
                            columns,
                            rows.stream()
                                    .map(row -> version == null ? row.key() : versioned(row))
                                    .toList()));
            return transaction
                    .execute(delete)
                    .flatMap(changed -> version == null || changed == rows.size()
                            ? Mono.empty()
                            : staleRows.ofDelete(rows, rows.size() - changed));
        });
    }

    /** The key and the version. */
    private static List<Object> versioned(RowChange row) {
        List<Object> identity = new ArrayList<>(row.key());
        identity.add(Objects.requireNonNull(row.oldVersion()));
        return identity;
    }

    private Mono<Void> link(InsertLinks action) {
        List<Column<?>> columns = action.links().get(0).columns();
        List<List<Object>> rows = sorted(action.links());
        Batch<List<Object>> batch = Sql.insertInto(action.table())
                .each(bindings(columns, (row, column) -> row.get(columns.indexOf(column))));
        return transaction.execute(batch, Flux.fromIterable(rows)).then();
    }

    private Mono<Void> unlink(DeleteLinks action) {
        List<Column<?>> columns = action.links().get(0).columns();
        return inChunks(
                sorted(action.links()),
                columns.size(),
                rows -> execute(Sql.deleteFrom(action.table()).where(Conditions.in(columns, rows))));
    }

    private static List<List<Object>> sorted(List<Link> links) {
        return KeyOrder.sort(links.stream().map(Link::values).toList(), key -> key);
    }

    private Mono<Void> part(Part action) {
        RelationshipMapping relationship = action.emptying().relationship();
        TypedTable<?> table = action.table();
        List<Column<?>> columns = relationship.foreignKey().stream()
                .<Column<?>>map(column -> table.column(column.name()))
                .toList();
        return inChunks(action.emptying().owners(), columns.size(), owners -> {
            if (relationship.joinTable() != null) {
                return execute(Sql.deleteFrom(table).where(Conditions.in(columns, owners)));
            }
            MemberPlace place = relationship.place();
            Assignment[] toNull = Stream.concat(
                            columns.stream(),
                            place == null
                                    ? Stream.empty()
                                    : place.columns().stream().map(column -> table.column(column.name())))
                    .map(Execution::toNull)
                    .toArray(Assignment[]::new);
            return execute(Sql.update(table).set(toNull).where(Conditions.in(columns, owners)));
        });
    }

    private static <T> Assignment toNull(Column<T> column) {
        return column.to((T) null);
    }

    private Mono<Void> execute(Change change) {
        return transaction.execute(change).then();
    }

    private <T> Mono<Void> inChunks(List<T> rows, int width, Function<List<T>, Mono<Void>> statement) {
        int size = Math.max(1, maxParameters / width);
        if (rows.size() <= size) {
            return statement.apply(rows);
        }
        return Flux.fromIterable(rows).buffer(size).concatMap(statement).then();
    }
}
