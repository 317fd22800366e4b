package io.athanor.orm.load;

import io.athanor.ResultException;
import io.athanor.orm.load.Trace.Asked;
import io.athanor.orm.load.Trace.Found;
import io.athanor.orm.load.Trace.Joined;
import io.athanor.orm.load.Trace.Touched;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityRow;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Loaded;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Status;
import io.athanor.sql.RowReader;
import io.athanor.types.SqlType;
import java.util.IdentityHashMap;
import java.util.List;
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
    private final IdentityHashMap<Loaded<?>, EntityColumns> places = new IdentityHashMap<>(); // a row hashes no trees
    private @Nullable RowReader row;
    private Consumer<? super Trace> traces = trace -> {};

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
    }

    /** This reader at a row; {@code listener} is told what the row leads to. */
    EntityReader at(RowReader current, Consumer<? super Trace> listener) {
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
        return object(table, state(places(table), first));
    }

    @Override
    public <E> @Nullable E entity(Loaded<E> loaded, int first) {
        EntityState root =
                state(places.computeIfAbsent(loaded, key -> shapes.columns(loaded.table(), loaded.own())), first);
        along(loaded.loads(), root, first + loaded.own().size());
        return object(loaded.table(), root);
    }

    private EntityColumns places(EntityTable<?, ?, ?> table) {
        return shapes.columns(table);
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
    private int along(List<RelationshipLoad<?, ?, ?>> loads, @Nullable EntityState owner, int first) {
        int next = first;
        for (RelationshipLoad<?, ?, ?> load : loads) {
            if (load.isInRow()) {
                next = joined(load, owner, next);
            } else if (owner != null) {
                traces.accept(new Asked(load, owner));
            }
        }
        return next;
    }

    private int joined(RelationshipLoad<?, ?, ?> load, @Nullable EntityState owner, int first) {
        EntityColumns target = places(load.target());
        EntityState member = owner == null ? null : state(target, first);
        if (owner != null) {
            traces.accept(new Joined(load, owner, member == null ? null : member.entity()));
        }
        return along(load.nested(), member, first + load.target().columns().size());
    }

    /** The entity whose columns begin at {@code first}, null if its key is NULL. */
    private @Nullable EntityState state(EntityColumns columns, int first) {
        EntityState state = read(columns, first);
        if (state != null && pins != null) {
            pins.pin(state);
            traces.accept(new Touched(state));
        }
        return state;
    }

    private @Nullable EntityState read(EntityColumns columns, int first) {
        RowReader here = current();
        EntityKey key = columns.key(here, first);
        if (key == null) {
            return null;
        }
        EntityColumns actual = columns.ofRow(here, first);
        EntityState known = session.find(key);
        if (known == null) {
            return create(actual, key, actual.values(here, first));
        }
        if (overwriting && known.status() == Status.PERSISTENT) {
            @Nullable Object[] values = actual.values(here, first);
            session.overwrite(known, values);
            traces.accept(new Found(known, values, false, true));
        } else if (known.isPartial() || !shapes.references(known.mapping()).areLoaded(known)) {
            @Nullable Object[] values = actual.values(here, first);
            session.fill(known, values);
            traces.accept(new Found(known, values, false, false));
        }
        return known;
    }

    private EntityState create(EntityColumns columns, EntityKey key, @Nullable Object[] values) {
        EntityMapping<?> mapping = columns.mapping();
        EntityState state = session.register(mapping, key, mapping.newInstance(), values);
        traces.accept(new Found(state, values, true, false));
        return state;
    }
}
