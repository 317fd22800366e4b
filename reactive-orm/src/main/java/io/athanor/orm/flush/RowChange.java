package io.athanor.orm.flush;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.Generation;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.sql.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a flush does to the row of one entity. Holds what it learns while it is written, until all of it has succeeded. */
final class RowChange implements Keyed {
    /** What is done. */
    enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    private final Kind kind;
    private final Object entity;
    private final EntityMapping<?> mapping;
    private final @Nullable EntityState state;
    private final Map<Column<?>, Value> values = new LinkedHashMap<>();
    private final Map<MappedColumn, Object> made = new LinkedHashMap<>();

    private RowChange(Kind kind, Object entity, EntityMapping<?> mapping, @Nullable EntityState state) {
        this.kind = kind;
        this.entity = entity;
        this.mapping = mapping;
        this.state = state;
    }

    /** The INSERT of a new entity, which need not be part of the session yet. */
    static RowChange insert(Object entity, EntityMapping<?> mapping, @Nullable EntityState state) {
        return new RowChange(Kind.INSERT, entity, mapping, state);
    }

    static RowChange update(EntityState state) {
        return new RowChange(Kind.UPDATE, state.entity(), state.mapping(), state);
    }

    static RowChange delete(EntityState state) {
        return new RowChange(Kind.DELETE, state.entity(), state.mapping(), state);
    }

    Kind kind() {
        return kind;
    }

    Object entity() {
        return entity;
    }

    EntityMapping<?> mapping() {
        return mapping;
    }

    @Nullable
    EntityState state() {
        return state;
    }

    /** What is written, by column. */
    Map<Column<?>, Value> values() {
        return values;
    }

    /** What was made for it: by the database, a sequence or Athanor. Written into the object when all has succeeded. */
    Map<MappedColumn, Object> made() {
        return made;
    }

    /** What the database makes of it, since it is not written. */
    List<MappedColumn> returned() {
        return mapping.columns().stream()
                .filter(column -> column.generation() instanceof Generation.ByDatabase)
                .filter(column -> !values.containsKey(column.column()))
                .toList();
    }

    @Nullable
    Object value(Column<?> column) {
        Value value = values.get(column);
        if (value == null && mapping.tables().size() > 1) {
            int part = mapping.tableOf(column).key().indexOf(column);
            return part < 0 ? null : key().get(part);
        }
        return value == null ? null : value.get();
    }

    /** The version that the row must have, null if it has none. */
    @Nullable
    Object oldVersion() {
        return state == null ? null : state.version();
    }

    /** Whether the key is known before the INSERT. */
    boolean hasKey() {
        return keyOrNull() != null;
    }

    @Override
    public List<Object> key() {
        List<Object> key = keyOrNull();
        if (key == null) {
            throw new IllegalStateException("the key of a new " + mapping.name() + " was needed before its INSERT");
        }
        return key;
    }

    private @Nullable List<Object> keyOrNull() {
        EntityKey known = state == null ? null : state.key();
        if (known != null) {
            return known.values();
        }
        List<Object> key = new ArrayList<>(mapping.key().size());
        for (MappedColumn column : mapping.key()) {
            Object part = part(column);
            if (part == null) {
                return null;
            }
            key.add(part);
        }
        return key;
    }

    private @Nullable Object part(MappedColumn column) {
        Object given = made.get(column);
        if (given != null) {
            return given;
        }
        Value value = values.get(column.column());
        if (value instanceof Value.KeyOf reference && reference.row() instanceof RowChange other && !other.hasKey()) {
            return null;
        }
        return value == null ? null : value.get();
    }

    /** What is done to which entity, without values. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + mapping.name();
    }
}
