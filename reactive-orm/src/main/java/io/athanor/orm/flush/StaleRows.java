package io.athanor.orm.flush;

import io.athanor.StaleDataException;
import io.athanor.engine.Transaction;
import io.athanor.orm.flush.Action.Update;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.sql.Column;
import io.athanor.sql.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds out, when a statement has changed fewer rows than it should have, which are stale. Always an error. */
final class StaleRows {
    private final Transaction transaction;

    StaleRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Rows that have not the version that the UPDATE has given them, or are gone. */
    Mono<Void> ofUpdate(List<Update> updates) {
        List<RowChange> rows = updates.stream().map(Update::row).toList();
        MappedColumn version = rows.get(0).mapping().version();
        return find(
                rows,
                "changed",
                (row, found) -> found == null
                        || (version != null
                                && !Objects.equals(found.get(found.size() - 1), row.value(version.column()))));
    }

    /** Rows that are there still; if none is, some were gone before. */
    Mono<Void> ofDelete(List<RowChange> rows) {
        return find(rows, "deleted", (row, found) -> found != null);
    }

    private Mono<Void> find(
            List<RowChange> rows, String what, BiPredicate<RowChange, @Nullable List<@Nullable Object>> isStale) {
        EntityMapping<?> mapping = rows.get(0).mapping();
        List<Column<?>> key = UpdateStatements.keyColumns(rows.get(0));
        List<Column<?>> columns = new ArrayList<>(key);
        if (mapping.version() != null) {
            columns.add(mapping.version().column());
        }
        return transaction.stream(Sql.select(new Columns(columns))
                        .from(mapping.table())
                        .where(Conditions.in(
                                key, rows.stream().map(RowChange::key).toList())))
                .collectList()
                .flatMap(read -> {
                    Map<List<@Nullable Object>, List<@Nullable Object>> byKey = new HashMap<>();
                    read.forEach(values -> byKey.put(values.subList(0, key.size()), values));
                    List<Object> stale = rows.stream()
                            .filter(row -> isStale.test(row, byKey.get(row.key())))
                            .map(RowChange::entity)
                            .toList();
                    return Mono.error(stale(mapping, what, rows, stale));
                });
    }

    private static StaleDataException stale(
            EntityMapping<?> mapping, String what, List<RowChange> rows, List<Object> stale) {
        String number = stale.isEmpty() ? "some" : String.valueOf(stale.size());
        return new StaleDataException(
                number + " of " + rows.size() + " rows of " + mapping.name() + " could not be " + what
                        + ": since they were read, somebody else has changed or deleted them; read them anew in a new"
                        + " transaction",
                stale.isEmpty() ? rows.stream().map(RowChange::entity).toList() : stale);
    }
}
