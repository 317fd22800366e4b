package io.athanor.orm.flush;

import io.athanor.EntityStateException;
import io.athanor.orm.flush.Action.Update;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.Snapshot;
import io.athanor.sql.Column;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** When which rows are deleted: each after those that refer to it, and as early as those who stay and leave it allow. */
final class Deletion {
    /** The moments at which rows are deleted. */
    enum When {
        /** Nobody who stays has referred to them. */
        AT_ONCE,
        /** Those who stay refer to others, or to none, after the first updates. */
        AFTER_UPDATES,
        /** Those who stay come to refer to rows that are new. */
        LAST
    }

    private final Map<EntityKey, RowChange> byKey = new HashMap<>();
    private final ObjectMap<RowChange> byEntity = new ObjectMap<>();
    private final Map<RowChange, When> when = new LinkedHashMap<>();
    private final Map<RowChange, List<Dependency<RowChange>>> needs = new LinkedHashMap<>();
    private final List<Update> released = new ArrayList<>();
    private final Map<When, List<List<RowChange>>> sorted = new HashMap<>();
    private final ToIntFunction<TypedTable<?>> position;

    private Deletion(ToIntFunction<TypedTable<?>> position) {
        this.position = position;
    }

    static Deletion of(Changes changes, ToIntFunction<TypedTable<?>> position) {
        Deletion deletion = new Deletion(position);
        for (RowChange row : changes.deletes()) {
            deletion.byKey.put(Objects.requireNonNull(state(row).key()), row);
            deletion.byEntity.put(row.entity(), row);
            deletion.when.put(row, When.AT_ONCE);
            deletion.needs.put(row, new ArrayList<>());
        }
        changes.deletes().forEach(deletion::relate);
        changes.updates().forEach(deletion::await);
        deletion.defer();
        return deletion;
    }

    private static EntityState state(RowChange row) {
        return Objects.requireNonNull(row.state());
    }

    /** What refers to {@code row}, and what it refers to, among what is deleted. */
    private void relate(RowChange row) {
        for (RelationshipMapping relationship : row.mapping().relationships()) {
            if (relationship.kind() == Kind.TO_ONE) {
                RowChange target = target(row, relationship);
                if (target != null && target != row) {
                    boolean isBreakable = relationship.foreignKey().stream().allMatch(Column::isNullable);
                    need(target, row, isBreakable);
                }
            } else if (Sides.isByTarget(relationship) && relationship.inverse() == null) {
                for (Object member : state(row).members(relationship)) {
                    RowChange other = byEntity.get(member);
                    if (other != null && other != row) {
                        need(row, other, false);
                    }
                }
            }
        }
    }

    private void need(RowChange later, RowChange earlier, boolean isBreakable) {
        Objects.requireNonNull(needs.get(later)).add(new Dependency<>(later, earlier, isBreakable));
    }

    /** What, among what is deleted, the row of an entity refers to. */
    private @Nullable RowChange target(RowChange row, RelationshipMapping relationship) {
        Snapshot known = state(row).row();
        if (known == null) {
            return null;
        }
        List<Object> key = new ArrayList<>();
        for (Column<?> column : row.mapping().own(relationship.foreignKey())) {
            Object part = row.mapping().columns().stream()
                    .filter(mapped -> mapped.column().equals(column))
                    .findFirst()
                    .map(known::value)
                    .orElse(null);
            if (part == null) {
                return null;
            }
            key.add(part);
        }
        EntityMapping<?> target = relationship.target();
        return byKey.get(EntityKey.of(target, key));
    }

    /** A row that stays and leaves one that goes. */
    private void await(RowChange row) {
        for (RelationshipMapping relationship : row.mapping().relationships()) {
            if (relationship.kind() == Kind.TO_ONE
                    && row.values().keySet().containsAll(row.mapping().own(relationship.foreignKey()))) {
                RowChange left = target(row, relationship);
                if (left != null) {
                    raise(left, Planning.refersToNew(row) ? When.LAST : When.AFTER_UPDATES);
                }
            }
        }
    }

    private void raise(RowChange row, When moment) {
        when.merge(row, moment, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** What is deleted after a row is deleted no earlier than that. */
    private void defer() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<RowChange, List<Dependency<RowChange>>> entry : needs.entrySet()) {
                When own = Objects.requireNonNull(when.get(entry.getKey()));
                for (Dependency<RowChange> dependency : entry.getValue()) {
                    When before = Objects.requireNonNull(when.get(dependency.needed()));
                    if (before.compareTo(own) > 0) {
                        when.put(entry.getKey(), before);
                        own = before;
                        changed = true;
                    }
                }
            }
        }
        sort();
    }

    private void sort() {
        for (When moment : When.values()) {
            Set<RowChange> rows = new LinkedHashSet<>();
            when.forEach((row, its) -> {
                if (its == moment) {
                    rows.add(row);
                }
            });
            sorted.put(moment, sort(rows));
        }
    }

    private List<List<RowChange>> sort(Set<RowChange> rows) {
        try {
            Layers<RowChange> layers = Layers.of(
                    rows,
                    row -> -position.applyAsInt(row.mapping().tables().get(0).table()),
                    row -> needs.getOrDefault(row, List.of()));
            layers.broken().forEach(this::release);
            return layers.sets();
        } catch (Layers.Circle circle) {
            throw new EntityStateException(
                    "rows that are deleted refer to each other in a circle, and none can be without: " + circle.rows()
                            + "; let one of the foreign keys be NULL");
        }
    }

    /** The one that refers no longer does. */
    private void release(Dependency<RowChange> broken) {
        RowChange referring = broken.needed();
        Map<Column<?>, Value> values = new LinkedHashMap<>();
        for (RelationshipMapping relationship : referring.mapping().relationships()) {
            if (relationship.kind() == Kind.TO_ONE && target(referring, relationship) == broken.row()) {
                referring
                        .mapping()
                        .own(relationship.foreignKey())
                        .forEach(column -> values.put(column, Value.ofNull()));
            }
        }
        released.add(new Update(referring, values));
    }

    /** Foreign keys that become NULL first, since rows refer to each other in a circle. */
    List<Update> released() {
        return released;
    }

    /** The moment at which a row is deleted. */
    When when(RowChange row) {
        return when.getOrDefault(row, When.AT_ONCE);
    }

    /** The rows of a moment, in sets one after another. */
    List<List<RowChange>> sets(When moment) {
        return sorted.getOrDefault(moment, List.of());
    }
}
