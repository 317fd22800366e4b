package io.athanor.orm.flush;

import io.athanor.EntityStateException;
import io.athanor.orm.flush.Action.Update;
import io.athanor.orm.flush.Action.UpdateRows;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.StoredTable;
import io.athanor.sql.Column;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Puts changes in order and together. */
final class Planning {
    private final Changes changes;
    private final ToIntFunction<TypedTable<?>> position;
    private final List<Action> actions = new ArrayList<>();
    private final List<Update> laterUpdates = new ArrayList<>();

    Planning(Changes changes, ToIntFunction<TypedTable<?>> position) {
        this.changes = changes;
        this.position = position;
    }

    Plan plan() {
        Deletion deletion = Deletion.of(changes, position);
        Takeovers takeovers = Takeovers.of(changes, deletion);
        unlink();
        addUpdates(deletion.released(), false);
        deletion.sets(Deletion.When.AT_ONCE).forEach(this::delete);
        addUpdates(takeovers.parked(), false);
        takeovers.inSteps(updates(false)).forEach(step -> addUpdates(step, true));
        deletion.sets(Deletion.When.AFTER_UPDATES).forEach(this::delete);
        insert();
        takeovers.inSteps(updates(true)).forEach(step -> addUpdates(step, true));
        addUpdates(laterUpdates, false);
        link();
        deletion.sets(Deletion.When.LAST).forEach(this::delete);
        return new Plan(List.copyOf(actions));
    }

    private void unlink() {
        byTable(changes.unlinks()).forEach(links -> actions.add(new Action.DeleteLinks(table(links.get(0)), links)));
        for (Emptying emptying : changes.emptied()) {
            TypedTable<?> table = emptying.relationship().joinTable();
            Emptying inOrder = new Emptying(emptying.relationship(), KeyOrder.sort(emptying.owners(), key -> key));
            List<TypedTable<?>> referring = table != null
                    ? List.of(table)
                    : emptying.relationship()
                            .target()
                            .tablesOf(emptying.relationship().foreignKey());
            referring.forEach(each -> actions.add(new Action.Part(each, inOrder)));
        }
    }

    private void link() {
        byTable(changes.links()).forEach(links -> actions.add(new Action.InsertLinks(table(links.get(0)), links)));
    }

    /** Rows of one table, in sets that are known by the same columns. */
    private static List<List<Link>> byTable(List<Link> links) {
        Map<List<Object>, List<Link>> byTable = new LinkedHashMap<>();
        for (Link link : links) {
            byTable.computeIfAbsent(List.of(table(link), link.place() != null), table -> new ArrayList<>())
                    .add(link);
        }
        return List.copyOf(byTable.values());
    }

    private static TypedTable<?> table(Link link) {
        return Objects.requireNonNull(link.relationship().joinTable());
    }

    private void delete(List<RowChange> rows) {
        TableRows.deleted(rows)
                .forEach((table, its) -> actions.add(new Action.DeleteRows(table, KeyOrder.sort(its, RowChange::key))));
    }

    private static TypedTable<?> table(RowChange row) {
        return row.mapping().tables().get(0).table();
    }

    private void insert() {
        Layers<RowChange> layers;
        try {
            layers = Layers.of(changes.inserts(), row -> position.applyAsInt(table(row)), Planning::needs);
        } catch (Layers.Circle circle) {
            throw new EntityStateException("new rows refer to each other in a circle, and none can be without: "
                    + circle.rows() + "; let one of the foreign keys be NULL");
        }
        layers.broken().forEach(this::postpone);
        layers.sets().forEach(this::insert);
    }

    /** What rows a new row refers to. A reference to itself can be written at once if its key is known. */
    private static List<Dependency<RowChange>> needs(RowChange row) {
        Map<RowChange, Boolean> needed = new LinkedHashMap<>();
        row.values().forEach((column, value) -> {
            RowChange other = insertedBy(value);
            if (other != null && !(other == row && row.hasKey())) {
                needed.merge(other, column.isNullable(), Boolean::logicalAnd);
            }
        });
        List<Dependency<RowChange>> dependencies = new ArrayList<>();
        needed.forEach((other, isBreakable) -> dependencies.add(new Dependency<>(row, other, isBreakable)));
        return dependencies;
    }

    private static @Nullable RowChange insertedBy(Value value) {
        return value instanceof Value.KeyOf reference
                        && reference.row() instanceof RowChange row
                        && row.kind() == RowChange.Kind.INSERT
                ? row
                : null;
    }

    /** Inserts NULL first. */
    private void postpone(Dependency<RowChange> broken) {
        Map<Column<?>, Value> values = new LinkedHashMap<>();
        broken.row().values().forEach((column, value) -> {
            if (insertedBy(value) == broken.needed()) {
                values.put(column, value);
            }
        });
        values.keySet().forEach(column -> broken.row().values().put(column, Value.ofNull()));
        laterUpdates.add(new Update(broken.row(), values));
    }

    private void insert(List<RowChange> layer) {
        TableRows.inserted(layer).forEach(this::insert);
    }

    private void insert(StoredTable table, List<RowChange> layer) {
        Map<List<Object>, List<RowChange>> alike = new LinkedHashMap<>();
        for (RowChange row : layer) {
            List<Column<?>> returned = TableRows.returned(row, table.table()).stream()
                    .<Column<?>>map(MappedColumn::column)
                    .toList();
            alike.computeIfAbsent(List.of(TableRows.columns(row, table), returned), key -> new ArrayList<>())
                    .add(row);
        }
        alike.values().forEach(rows -> {
            RowChange first = rows.get(0);
            boolean isSortable = rows.stream().allMatch(RowChange::hasKey);
            actions.add(new Action.InsertRows(
                    table.table(),
                    TableRows.columns(first, table),
                    TableRows.returned(first, table.table()),
                    isSortable ? KeyOrder.sort(rows, RowChange::key) : List.copyOf(rows)));
        });
    }

    /** Changes of rows: those that refer to new rows, or those that do not. */
    private List<Update> updates(boolean toNewRows) {
        List<Update> updates = new ArrayList<>();
        for (RowChange row : changes.updates()) {
            if (refersToNew(row) == toNewRows) {
                updates.add(new Update(row, row.values()));
            }
        }
        return updates;
    }

    static boolean refersToNew(RowChange row) {
        return row.values().values().stream().anyMatch(value -> insertedBy(value) != null);
    }

    private void addUpdates(List<Update> updates, boolean isVersioned) {
        Map<List<Object>, List<TableRows.Part>> alike = new LinkedHashMap<>();
        List<TableRows.Part> inOrder = new ArrayList<>();
        updates.forEach(update -> inOrder.addAll(TableRows.parts(update)));
        inOrder.sort(
                Comparator.comparingInt(part -> position.applyAsInt(part.table().table())));
        for (TableRows.Part part : inOrder) {
            alike.computeIfAbsent(
                            List.of(part.table(), part.what(), columns(part.update(), part.table())),
                            key -> new ArrayList<>())
                    .add(part);
        }
        alike.values().forEach(parts -> update(parts, isVersioned));
    }

    private void update(List<TableRows.Part> parts, boolean isVersioned) {
        StoredTable table = parts.get(0).table();
        List<Update> rows = parts.stream().map(TableRows.Part::update).toList();
        boolean isSortable = rows.stream().allMatch(update -> update.row().hasKey());
        List<Update> sorted =
                isSortable ? KeyOrder.sort(rows, update -> update.row().key()) : List.copyOf(rows);
        List<Column<?>> columns = List.copyOf(columns(rows.get(0), table));
        actions.add(
                switch (parts.get(0).what()) {
                    case UPDATE ->
                        new UpdateRows(
                                table.table(),
                                columns,
                                sorted,
                                isVersioned && isCounted(rows.get(0).row(), table));
                    case UPSERT -> new Action.UpsertRows(table.table(), table.key(), columns, sorted);
                    case DELETE ->
                        new Action.DeleteRows(
                                table.table(), sorted.stream().map(Update::row).toList());
                });
    }

    /** A row that only keeps the place of its entity in a collection is not counted as changed, nor checked. */
    private static boolean isCounted(RowChange row, StoredTable table) {
        MappedColumn version = row.mapping().version();
        return version != null && table.has(version.column()) && row.values().containsKey(version.column());
    }

    /** In the order of the table, so that it does not matter in which order changes were met. */
    private static List<Column<?>> columns(Update update, StoredTable table) {
        Set<Column<?>> written = new LinkedHashSet<>(update.values().keySet());
        List<Column<?>> columns = new ArrayList<>();
        for (Column<?> column : table.table().columns()) {
            if (written.contains(column)) {
                columns.add(column);
            }
        }
        return columns;
    }
}
