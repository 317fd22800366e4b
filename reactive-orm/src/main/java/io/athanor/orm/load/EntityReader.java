package io.athanor.orm.load;

import io.athanor.ResultException;
import io.athanor.orm.load.EntitySelection.Along;
import io.athanor.orm.load.EntitySelection.Value;
import io.athanor.orm.load.References.Reference;
import io.athanor.orm.load.Trace.Asked;
import io.athanor.orm.load.Trace.Found;
import io.athanor.orm.load.Trace.Joined;
import io.athanor.orm.load.Trace.Touched;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityRow;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Lifecycle;
import io.athanor.orm.mapping.Loaded;
import io.athanor.orm.mapping.MemberPlace;
import io.athanor.orm.mapping.Portion;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Status;
import io.athanor.sql.RowReader;
import io.athanor.types.SqlType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows read into a session: the object of each key is made once, and an object that the session has already is left as it is,
 * but for columns that were not read before. Confined to one execution of one statement.
 */
final class EntityReader implements EntityRow {
    private final SessionState session;
    private final Shapes shapes;
    private final boolean overwriting;
    private final @Nullable Pins pins;
    private final boolean isHeard;
    private final IdentityHashMap<RelationshipLoad<?, ?, ?>, PlaceColumns> memberPlaces = new IdentityHashMap<>();
    private @Nullable RowReader row;
    private @Nullable Consumer<? super Trace> traces;

    /**
     * A reader.
     *
     * @param overwriting whether objects that the session has already become as their rows are
     * @param pins what keeps entities from being evicted, null if nothing is
     */
    EntityReader(SessionState session, Shapes shapes, boolean overwriting, @Nullable Pins pins) {
        this.session = session;
        this.shapes = shapes;
        this.overwriting = overwriting;
        this.pins = pins;
        this.isHeard = session.listener().hears(Lifecycle.POST_LOAD);
    }

    /** This reader at a row; {@code listener} is told what the row leads to. Null for rows that lead to nothing. */
    EntityReader at(RowReader current, @Nullable Consumer<? super Trace> listener) {
        this.row = current;
        this.traces = listener;
        return this;
    }

    @Override
    public <T> @Nullable T value(int index, SqlType<T> type) {
        return current().value(index, type);
    }

    private RowReader current() {
        RowReader here = row;
        if (here == null) {
            throw new IllegalStateException("a row is read only while it is being decoded");
        }
        return here;
    }

    @Override
    public <E> @Nullable E entity(EntityTable<E, ?, ?> table, int first) {
        return entity(new Loaded<>(table, Portion.ALL, List.of(), List.of()), first);
    }

    @Override
    public <E> @Nullable E entity(Loaded<E> loaded, int first) {
        return entity(shapes.asItIs(loaded), first);
    }

    /** The entity whose columns begin at {@code first}, null if its key is NULL. */
    <E> @Nullable E entity(EntitySelection<E> selection, int first) {
        EntityState root = state(selection, first);
        along(selection.along(), root, first + selection.width());
        return object(selection.table(), root);
    }

    private static <E> @Nullable E object(EntityTable<E, ?, ?> table, @Nullable EntityState state) {
        if (state == null) {
            return null;
        }
        Class<E> type = table.mapping().type();
        if (!type.isInstance(state.entity())) {
            throw new ResultException(
                    "a row of " + table.alias() + " is a " + state.mapping().name() + " to this session, which is no "
                            + table.mapping().name());
        }
        return type.cast(state.entity());
    }

    /** What is loaded along with {@code owner}, if there is one; the position behind the last column that was for it. */
    private int along(List<Along> loads, @Nullable EntityState owner, int first) {
        int next = first;
        for (Along along : loads) {
            if (along.inRow() != null) {
                next = joined(along.load(), along.inRow(), owner, next);
            } else if (owner != null) {
                trace(new Asked(along.load(), owner));
            }
        }
        return next;
    }

    private int joined(
            RelationshipLoad<?, ?, ?> load, EntitySelection<?> target, @Nullable EntityState owner, int first) {
        int start = first + load.placeColumns().size();
        EntityState member = owner == null ? null : state(target, start);
        if (owner != null && !owner.mapping().isRecord()) {
            Object place = member == null ? null : place(load, target, first);
            trace(new Joined(load, owner, member == null ? null : member.entity(), place));
        }
        return along(target.along(), member, start + target.width());
    }

    private @Nullable Object place(RelationshipLoad<?, ?, ?> load, EntitySelection<?> target, int first) {
        MemberPlace place = load.path().mapping().place();
        if (place == null) {
            return null;
        }
        PlaceColumns columns = memberPlaces.computeIfAbsent(
                load,
                key -> load.placeColumns().isEmpty()
                        ? PlaceColumns.in(place, target)
                        : PlaceColumns.before(place, load.placeColumns().size()));
        return columns.read(current(), first);
    }

    /** The entity whose columns begin at {@code first}, null if its key is NULL. */
    private @Nullable EntityState state(EntitySelection<?> selection, int first) {
        EntityColumns columns = selection.places();
        EntityKey key = columns.key(current(), first);
        if (key == null) {
            return null;
        }
        EntityState known = session.find(key);
        if (columns.mapping().isRecord()) {
            return record(selection, key, known, first);
        }
        EntityState state = known == null ? create(columns.ofRow(current(), first), key, first) : known;
        boolean isRead = known == null || reread(known, key, columns, first);
        for (int i = 0; i < selection.computed().size(); i++) {
            compute(selection.computed().get(i), state, first + selection.own().size() + i, isRead);
        }
        return pinned(state);
    }

    private EntityState pinned(EntityState state) {
        if (pins != null) {
            pins.pin(state);
            trace(new Touched(state));
        }
        return state;
    }

    /** A record is made when what it refers to is there, which the same row has. What is known is read anew by making another. */
    private EntityState record(EntitySelection<?> selection, EntityKey key, @Nullable EntityState known, int first) {
        if (known != null && !(overwriting && known.status() == Status.PERSISTENT)) {
            return pinned(known);
        }
        Map<RelationshipMapping, List<Object>> targets = targets(selection, first);
        EntityMapping<?> mapping = selection.places().mapping();
        @Nullable Object[] values = selection.places().values(current(), first, key);
        for (Reference reference : shapes.references(mapping).all()) {
            if (reference.key(values) != null
                    && targets.getOrDefault(reference.relationship(), List.of()).isEmpty()) {
                throw reference.gone(mapping);
            }
        }
        EntityState state = session.registerRecord(mapping, key, values, targets);
        found(state, values, known == null, known != null);
        return pinned(state);
    }

    private Map<RelationshipMapping, List<Object>> targets(EntitySelection<?> selection, int first) {
        Map<RelationshipMapping, List<Object>> targets = new HashMap<>();
        int next = first + selection.width();
        for (Along along : selection.along()) {
            EntitySelection<?> inRow = along.inRow();
            if (inRow != null) {
                int start = next + along.load().placeColumns().size();
                EntityState target = state(inRow, start);
                targets.put(
                        selection
                                .places()
                                .mapping()
                                .relationship(along.load().path().mapping().name()),
                        target == null ? List.of() : List.of(target.entity()));
                next = start + inRow.columns().size();
            }
        }
        return targets;
    }

    /** Takes from the row what the session wants of it; whether that is all of it. */
    private boolean reread(EntityState known, EntityKey key, EntityColumns columns, int first) {
        boolean isAnew = overwriting && known.status() == Status.PERSISTENT;
        boolean isHalf =
                known.isPartial() || !shapes.references(known.mapping()).areLoaded(known);
        if (!isAnew && !isHalf && !columns.hasDeferred()) {
            return false;
        }
        @Nullable Object[] values = columns.ofRow(current(), first).values(current(), first, key);
        if (isAnew) {
            session.overwrite(known, values);
        } else {
            session.fill(known, values);
        }
        if (isAnew || isHalf) {
            found(known, values, false, isAnew);
        }
        return isAnew || isHalf;
    }

    private void compute(Value value, EntityState state, int position, boolean isRead) {
        if (isRead || value.isAsked()) {
            value.attribute()
                    .set(
                            state.entity(),
                            current().value(position, value.expression().type()));
        }
    }

    private EntityState create(EntityColumns columns, EntityKey key, int first) {
        @Nullable Object[] values = columns.values(current(), first, key);
        EntityMapping<?> mapping = columns.mapping();
        EntityState state = session.register(mapping, key, mapping.newInstance(), values);
        if (columns.leadsOn() || pins != null || isHeard) {
            found(state, values, true, false);
        }
        return state;
    }

    private void found(EntityState state, @Nullable Object[] values, boolean isNew, boolean isAnew) {
        if (traces != null) {
            traces.accept(new Found(state, values, isNew, isAnew));
        }
    }

    private void trace(Trace trace) {
        if (traces != null) {
            traces.accept(trace);
        }
    }
}
