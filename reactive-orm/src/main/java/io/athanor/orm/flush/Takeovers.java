package io.athanor.orm.flush;

import io.athanor.EntityStateException;
import io.athanor.orm.flush.Action.Update;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.Snapshot;
import io.athanor.sql.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Unique values that one row of a flush leaves and another takes. Databases look for duplicates row by row, also within one
 * statement, so who leaves has to be written before who takes. Where the order of a plan does not do that, and for one step only,
 * who takes is written after who leaves. Where rows exchange values, or each takes what the next one leaves, all that leave are
 * parked first: their values become NULL, or something that nobody uses.
 */
final class Takeovers {
    /** The places in a plan at which rows are written. */
    private enum Place {
        UPDATE,
        DELETE_AFTER_UPDATES,
        INSERT,
        UPDATE_TO_NEW,
        DELETE_LAST
    }

    private final Deletion deletion;
    private final Parking parking = new Parking();
    private final List<Takeover> takeovers = new ArrayList<>();
    private final Map<RowChange, Map<Column<?>, Value>> parked = new LinkedHashMap<>();
    private final Map<RowChange, Set<RowChange>> waiting = new HashMap<>();
    private final Map<RowChange, Integer> steps = new HashMap<>();

    private Takeovers(Deletion deletion) {
        this.deletion = deletion;
    }

    static Takeovers of(Changes changes, Deletion deletion) {
        Takeovers found = new Takeovers(deletion);
        Map<UniqueKey, List<RowChange>> leaving = found.leaving(changes);
        leaving.forEach((key, rows) -> found.find(key, rows, changes));
        found.park();
        found.waiting.keySet().forEach(row -> found.step(row, new HashSet<>()));
        return found;
    }

    /** What has to become of rows before any other is written. */
    List<Update> parked() {
        List<Update> updates = new ArrayList<>();
        parked.forEach((row, values) -> updates.add(new Update(row, values)));
        return updates;
    }

    /** Updates in steps that have to be taken one after another. */
    List<List<Update>> inSteps(List<Update> updates) {
        if (waiting.isEmpty()) {
            return List.of(updates);
        }
        Map<Integer, List<Update>> byStep = new TreeMap<>();
        for (Update update : updates) {
            byStep.computeIfAbsent(steps.getOrDefault(update.row(), 0), step -> new ArrayList<>())
                    .add(update);
        }
        return List.copyOf(byStep.values());
    }

    /** Rows that leave what they hold in a unique key, and not before all others are written. */
    private Map<UniqueKey, List<RowChange>> leaving(Changes changes) {
        Map<Object, List<UniqueKey>> keys = new HashMap<>();
        Map<UniqueKey, List<RowChange>> leaving = new LinkedHashMap<>();
        for (RowChange row : changes.updates()) {
            for (UniqueKey key : keys.computeIfAbsent(row.mapping(), mapping -> UniqueKey.of(row.mapping()))) {
                if (key.columns().stream().anyMatch(row.values()::containsKey)) {
                    leaving.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
                }
            }
        }
        for (RowChange row : changes.deletes()) {
            if (deletion.when(row) != Deletion.When.AT_ONCE) {
                for (UniqueKey key : keys.computeIfAbsent(row.mapping(), mapping -> UniqueKey.of(row.mapping()))) {
                    leaving.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
                }
            }
        }
        return leaving;
    }

    private void find(UniqueKey key, List<RowChange> leaving, Changes changes) {
        Map<List<Object>, RowChange> holders = new HashMap<>();
        for (RowChange row : leaving) {
            List<Object> held = key.held(column -> before(row, column));
            if (held != null) {
                holders.put(held, row);
            }
        }
        leaving.stream().filter(row -> row.kind() == RowChange.Kind.UPDATE).forEach(row -> meet(key, row, holders));
        if (leaving.stream().anyMatch(row -> place(row).compareTo(Place.INSERT) > 0)) {
            changes.inserts().forEach(row -> meet(key, row, holders));
        }
    }

    private void meet(UniqueKey key, RowChange taker, Map<List<Object>, RowChange> holders) {
        List<Object> taken = key.held(column -> after(taker, column));
        RowChange holder = taken == null ? null : holders.get(taken);
        if (holder != null && holder != taker && place(holder).compareTo(place(taker)) >= 0) {
            takeovers.add(new Takeover(key, holder, taker));
        }
    }

    private Place place(RowChange row) {
        return switch (row.kind()) {
            case INSERT -> Place.INSERT;
            case UPDATE -> Planning.refersToNew(row) ? Place.UPDATE_TO_NEW : Place.UPDATE;
            case DELETE -> deletion.when(row) == Deletion.When.LAST ? Place.DELETE_LAST : Place.DELETE_AFTER_UPDATES;
        };
    }

    private static @Nullable Object before(RowChange row, Column<?> column) {
        EntityState state = row.state();
        Snapshot known = state == null ? null : state.row();
        if (known == null) {
            return null;
        }
        for (MappedColumn mapped : row.mapping().columns()) {
            if (mapped.column().equals(column)) {
                return known.isUnread(mapped) ? null : known.value(mapped);
            }
        }
        return null;
    }

    private static @Nullable Object after(RowChange row, Column<?> column) {
        Value value = row.values().get(column);
        if (value == null) {
            return before(row, column);
        }
        boolean isKnown = !(value instanceof Value.KeyOf reference)
                || !(reference.row() instanceof RowChange other)
                || other.hasKey();
        return isKnown ? value.get() : null;
    }

    private void park() {
        List<Takeover> inOrder = new ArrayList<>();
        for (Takeover takeover : takeovers) {
            if (place(takeover.holder) != place(takeover.taker)) {
                if (!isParked(takeover)) {
                    throw impossible(takeover);
                }
            } else {
                inOrder.add(takeover);
            }
        }
        Set<RowChange> takers = new HashSet<>();
        inOrder.forEach(takeover -> takers.add(takeover.taker));
        boolean isMoreThanOneStep = inOrder.stream().anyMatch(takeover -> takers.contains(takeover.holder));
        for (Takeover takeover : inOrder) {
            if (!isMoreThanOneStep || !isParked(takeover)) {
                waiting.computeIfAbsent(takeover.taker, none -> new LinkedHashSet<>())
                        .add(takeover.holder);
            }
        }
    }

    /** Whether there is something that the holder can have instead, until it is written. */
    private boolean isParked(Takeover takeover) {
        RowChange holder = takeover.holder;
        Map<Column<?>, Value> its = parked.getOrDefault(holder, new LinkedHashMap<>());
        List<Column<?>> left = takeover.key.columns().stream()
                .filter(column -> holder.kind() == RowChange.Kind.DELETE
                        || holder.values().containsKey(column))
                .sorted((one, other) -> Boolean.compare(other.isNullable(), one.isNullable()))
                .toList();
        for (Column<?> column : left) {
            Value meanwhile = its.containsKey(column) ? its.get(column) : parking.of(holder, column);
            if (meanwhile != null) {
                its.put(column, meanwhile);
                parked.put(holder, its);
                return true;
            }
        }
        return false;
    }

    private int step(RowChange row, Set<RowChange> around) {
        Integer known = steps.get(row);
        if (known != null) {
            return known;
        }
        if (!around.add(row)) {
            throw impossible(takeovers.stream()
                    .filter(takeover -> takeover.taker == row)
                    .findFirst()
                    .orElseThrow());
        }
        int step = 0;
        for (RowChange holder : waiting.getOrDefault(row, Set.of())) {
            step = Math.max(step, 1 + step(holder, around));
        }
        steps.put(row, step);
        return step;
    }

    private static EntityStateException impossible(Takeover takeover) {
        List<String> attributes = new ArrayList<>();
        for (Column<?> column : takeover.key.columns()) {
            takeover.holder.mapping().columns().stream()
                    .filter(mapped -> mapped.column().equals(column))
                    .forEach(mapped -> attributes.add(takeover.holder.mapping().name() + "." + mapped.path()));
        }
        return new EntityStateException("rows exchange what they hold in " + String.join(", ", attributes)
                + ", which is unique, and neither NULL nor a number or text that could stand there meanwhile: let a column of it"
                + " be NULL, or change and flush one row after another");
    }

    /**
     * One row takes what another leaves, and would be written before it or at the same time.
     *
     * @param key where
     * @param holder who leaves
     * @param taker who takes
     */
    private record Takeover(UniqueKey key, RowChange holder, RowChange taker) {}
}
