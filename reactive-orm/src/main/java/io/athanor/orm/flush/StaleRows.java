package io.athanor.orm.flush;

import io.athanor.StaleDataException;
import io.athanor.StaleDataException.StaleRow;
import io.athanor.engine.Transaction;
import io.athanor.orm.flush.Action.Update;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.sql.Column;
import io.athanor.sql.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds out, when a statement has changed fewer rows than it should have, which are stale: one query. Always an error. */
final class StaleRows {
    private final Transaction transaction;

    StaleRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Rows that have not the version that the UPDATE has given them, or are gone. Somebody else may have counted to the same
     * version: such a row has not the values that were written. If it has those too, it cannot be told from the others.
     *
     * @param columns what was written
     * @param missing how many rows were not changed
     */
    Mono<Void> ofUpdate(List<Column<?>> columns, List<Update> updates, long missing) {
        List<RowChange> rows = updates.stream().map(Update::row).toList();
        return read(rows, columns).flatMap(found -> {
            List<RowChange> certain = stale(updates, found, Found::hasOtherVersion);
            List<RowChange> stale = stale(updates, found, Found::hasOtherValues);
            boolean isCertain = certain.size() == missing;
            return Mono.error(error(rows, "changed", missing, found, isCertain ? certain : stale));
        });
    }

    /** Rows that are there still; if there are fewer than {@code missing}, some were gone before. */
    Mono<Void> ofDelete(List<RowChange> rows, long missing) {
        return read(rows, List.of()).flatMap(found -> {
            List<RowChange> there =
                    rows.stream().filter(row -> found.containsKey(row.key())).toList();
            return Mono.error(error(rows, "deleted", missing, found, there));
        });
    }

    private Mono<Map<List<Object>, Found>> read(List<RowChange> rows, List<Column<?>> written) {
        EntityMapping<?> mapping = rows.get(0).mapping();
        boolean areAlike = rows.stream().allMatch(row -> row.mapping().equals(mapping));
        EntityTable<?, ?, ?> table = areAlike ? mapping.table() : mapping.root().table();
        List<Column<?>> key =
                mapping.key().stream().<Column<?>>map(MappedColumn::column).toList();
        MappedColumn version = mapping.version();
        List<Column<?>> columns = new ArrayList<>(key);
        written.stream().filter(column -> !key.contains(column)).forEach(columns::add);
        if (version != null && !columns.contains(version.column())) {
            columns.add(version.column());
        }
        return transaction.stream(Sql.select(new Columns(in(table, columns)))
                        .from(table)
                        .where(Conditions.in(
                                in(table, key),
                                rows.stream().map(RowChange::key).toList())))
                .collect(
                        HashMap::new,
                        (found, values) -> found.put(
                                values.subList(0, key.size()).stream()
                                        .map(Objects::requireNonNull)
                                        .toList(),
                                new Found(columns, values)));
    }

    /** What columns of the tables of entities are called in what is read. */
    private static List<Column<?>> in(EntityTable<?, ?, ?> table, List<Column<?>> columns) {
        return columns.stream().<Column<?>>map(column -> in(table, column)).toList();
    }

    private static <T> Column<T> in(EntityTable<?, ?, ?> table, Column<T> column) {
        return table.get(column);
    }

    private static List<RowChange> stale(
            List<Update> updates, Map<List<Object>, Found> found, BiPredicate<Update, @Nullable Found> isStale) {
        return updates.stream()
                .filter(update -> isStale.test(update, found.get(update.row().key())))
                .map(Update::row)
                .toList();
    }

    /** If it is not known which of them are stale, all that may be are named. */
    private static StaleDataException error(
            List<RowChange> rows, String what, long missing, Map<List<Object>, Found> found, List<RowChange> stale) {
        List<RowChange> named = stale.size() < missing ? rows : stale;
        return new StaleDataException(
                missing + " of " + rows.size() + " rows of "
                        + rows.get(0).mapping().name() + " could not be " + what
                        + ": since they were read, somebody else has changed or deleted them; read them anew in a new"
                        + " transaction",
                named.stream().map(row -> stale(row, found.get(row.key()))).toList());
    }

    private static StaleRow stale(RowChange row, @Nullable Found found) {
        MappedColumn version = row.mapping().version();
        return new StaleRow(
                row.entity(),
                row.mapping().name(),
                row.key(),
                row.oldVersion(),
                found == null || version == null ? null : found.value(version.column()));
    }

    /**
     * A row as it is now.
     *
     * @param columns the columns that were read
     * @param values their values
     */
    private record Found(List<Column<?>> columns, List<@Nullable Object> values) {
        @Nullable
        Object value(Column<?> column) {
            return values.get(columns.indexOf(column));
        }

        static boolean hasOtherVersion(Update update, @Nullable Found found) {
            MappedColumn version = update.row().mapping().version();
            return found == null || (version != null && found.isOther(update, version.column()));
        }

        static boolean hasOtherValues(Update update, @Nullable Found found) {
            return found == null || found.columns.stream().anyMatch(column -> found.isOther(update, column));
        }

        private boolean isOther(Update update, Column<?> column) {
            Value written = update.values().get(column);
            return written != null && !isSame(written.get(), value(column));
        }

        private static boolean isSame(@Nullable Object written, @Nullable Object found) {
            if (written instanceof BigDecimal number && found instanceof BigDecimal other) {
                return number.compareTo(other) == 0;
            }
            return Objects.deepEquals(written, found);
        }
    }
}
