package io.athanor.orm.flush;

import io.athanor.orm.flush.Action.Update;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.StoredTable;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.Snapshot;
import io.athanor.sql.Column;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Splits what is done to entities by the tables that their columns lie in. */
final class TableRows {
    private TableRows() {}

    /** What is done to the row of an entity in one of its tables. */
    enum What {
        /** It is there. */
        UPDATE,
        /** It may be missing. */
        UPSERT,
        /** Nothing is left in it. */
        DELETE
    }

    /**
     * What is written to an entity's row in one table.
     *
     * @param table the table
     * @param what what is done there
     * @param update the row, and what is written of it there
     */
    record Part(StoredTable table, What what, Update update) {}

    /** The rows that new entities have in each table, those first that others refer to by their key. */
    static Map<StoredTable, List<RowChange>> inserted(List<RowChange> rows) {
        Map<StoredTable, List<RowChange>> byTable = new LinkedHashMap<>();
        for (RowChange row : rows) {
            for (StoredTable table : row.mapping().tables()) {
                if (!table.isOptional() || hasValues(row, table)) {
                    byTable.computeIfAbsent(table, key -> new ArrayList<>()).add(row);
                }
            }
        }
        return byTable;
    }

    private static boolean hasValues(RowChange row, StoredTable table) {
        return row.values().entrySet().stream()
                .anyMatch(entry -> table.has(entry.getKey()) && !isNull(entry.getValue()));
    }

    private static boolean isNull(Value value) {
        return value instanceof Value.Given given && given.get() == null;
    }

    /** What an INSERT of an entity writes to a table. */
    static List<Column<?>> columns(RowChange row, StoredTable table) {
        List<StoredTable> tables = row.mapping().tables();
        if (tables.size() == 1) {
            return List.copyOf(row.values().keySet());
        }
        List<Column<?>> columns = new ArrayList<>(table.equals(tables.get(0)) ? List.of() : table.key());
        row.values().keySet().stream().filter(table::has).forEach(columns::add);
        return columns;
    }

    /** What the database makes of a new entity in a table. */
    static List<MappedColumn> returned(RowChange row, TypedTable<?> table) {
        return row.returned().stream()
                .filter(column -> column.column().source().equals(table))
                .toList();
    }

    /** The tables that rows of deleted entities are in, those first that refer to others by their key. */
    static Map<TypedTable<?>, List<RowChange>> deleted(List<RowChange> rows) {
        Map<StoredTable, List<RowChange>> byTable = new LinkedHashMap<>();
        for (RowChange row : rows) {
            row.mapping().tables().forEach(table -> byTable.computeIfAbsent(table, key -> new ArrayList<>())
                    .add(row));
        }
        List<StoredTable> tables = new ArrayList<>(byTable.keySet());
        Collections.reverse(tables);
        Map<TypedTable<?>, List<RowChange>> reversed = new LinkedHashMap<>();
        tables.forEach(table -> reversed.put(table.table(), Objects.requireNonNull(byTable.get(table))));
        return reversed;
    }

    /** What changes of an entity come to in each table. */
    static List<Part> parts(Update update) {
        List<StoredTable> tables = update.row().mapping().tables();
        if (tables.size() == 1) {
            return List.of(new Part(tables.get(0), What.UPDATE, update));
        }
        List<Part> parts = new ArrayList<>();
        for (StoredTable table : tables) {
            Map<Column<?>, Value> values = new LinkedHashMap<>();
            update.values().forEach((column, value) -> {
                if (table.has(column)) {
                    values.put(column, value);
                }
            });
            if (!values.isEmpty()) {
                What what = table.isOptional() ? what(update.row(), table, values) : What.UPDATE;
                parts.add(new Part(table, what, new Update(update.row(), values)));
            }
        }
        return parts;
    }

    /** A row is there if something in it was read; it goes when nothing is left in it. */
    private static What what(RowChange row, StoredTable table, Map<Column<?>, Value> values) {
        EntityState state = row.state();
        Snapshot known = state == null ? null : state.row();
        if (known == null || row.kind() == RowChange.Kind.INSERT) {
            return What.UPSERT;
        }
        boolean isThere = false;
        boolean isLeft = false;
        for (MappedColumn column : row.mapping().columns()) {
            if (table.has(column.column())) {
                boolean isRead = !known.isUnread(column);
                boolean holds = isRead && known.value(column) != null;
                Value next = values.get(column.column());
                isThere |= holds;
                isLeft |= next == null ? holds || !isRead : !isNull(next);
            }
        }
        return isThere ? isLeft ? What.UPDATE : What.DELETE : What.UPSERT;
    }
}
