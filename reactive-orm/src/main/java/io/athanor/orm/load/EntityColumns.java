package io.athanor.orm.load;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.Lifecycle;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping.Holder;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.Snapshot;
import io.athanor.sql.Column;
import io.athanor.sql.RowReader;
import io.athanor.types.SqlType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where among the columns of a selection those of an entity are. Immutable. */
final class EntityColumns {
    private final EntityMapping<?> mapping;
    private final Place[] key;
    private final @Nullable Place[] values;
    private final boolean complete;
    private final boolean hasDeferred;
    private final @Nullable Place discriminator;
    private final Map<EntityMapping<?>, EntityColumns> below;
    private final boolean leadsOn;

    /** Where they are in rows of the table of {@code read}, the class itself or one above it. */
    private EntityColumns(EntityMapping<?> read, EntityMapping<?> mapping, Map<String, Integer> positions) {
        this.mapping = mapping;
        List<MappedColumn> columns = mapping.columns();
        this.values = new @Nullable Place[columns.size()];
        for (MappedColumn column : columns) {
            values[column.index()] = Place.of(read, column, mapping, positions);
        }
        this.complete = Arrays.stream(values).allMatch(Objects::nonNull);
        this.hasDeferred = columns.stream().anyMatch(column -> column.isDeferred() && values[column.index()] != null);
        this.key = mapping.key().stream()
                .map(column -> Objects.requireNonNull(values[column.index()]))
                .toArray(Place[]::new);
        MappedColumn kind = mapping.discriminator();
        this.discriminator = kind == null || !read.equals(mapping) ? null : Place.of(read, kind, mapping, positions);
        Map<EntityMapping<?>, EntityColumns> others = new HashMap<>();
        for (Object value : mapping.discriminatorValues()) {
            EntityMapping<?> other = mapping.ofDiscriminator(value);
            if (!other.equals(mapping) && read.equals(mapping)) {
                others.put(other, new EntityColumns(read, other, positions));
            }
        }
        this.below = Map.copyOf(others);
        this.leadsOn = leadsOn(mapping) || below.keySet().stream().anyMatch(EntityColumns::leadsOn);
    }

    /** Where the columns of an entity are in {@code selected}, columns of a table of it. */
    static EntityColumns of(EntityMapping<?> mapping, List<? extends Column<?>> selected) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < selected.size(); i++) {
            positions.put(selected.get(i).name(), i);
        }
        return new EntityColumns(mapping, mapping, positions);
    }

    /** Those of the very class that a row is of, going by its discriminator. */
    EntityColumns ofRow(RowReader row, int first) {
        if (discriminator == null) {
            return this;
        }
        EntityMapping<?> actual = mapping.ofDiscriminator(discriminator.value(row, first));
        return below.getOrDefault(actual, this);
    }

    EntityMapping<?> mapping() {
        return mapping;
    }

    /** Whether there is more to do about the row than to read it: references to load, listeners to tell. */
    boolean leadsOn() {
        return leadsOn;
    }

    private static boolean leadsOn(EntityMapping<?> mapping) {
        return mapping.listensTo(Lifecycle.POST_LOAD)
                || mapping.relationships().stream().anyMatch(each -> each.holder() == Holder.ONE);
    }

    /** Whether all columns of the entity are there. */
    boolean isComplete() {
        return complete;
    }

    /** Whether something that is deferred is among them. */
    boolean hasDeferred() {
        return hasDeferred || below.values().stream().anyMatch(each -> each.hasDeferred);
    }

    /** The key of the row's entity, null if it is NULL: nothing was joined. */
    @Nullable
    EntityKey key(RowReader row, int first) {
        if (key.length == 1) {
            Object only = key[0].value(row, first);
            return only == null ? null : EntityKey.ofOne(mapping, only);
        }
        Object[] parts = new Object[key.length];
        for (int i = 0; i < parts.length; i++) {
            Object part = key[i].value(row, first);
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        return EntityKey.of(mapping, List.of(parts));
    }

    /**
     * The row's values by the columns' index; {@link Snapshot#UNREAD} for what is not there.
     *
     * @param known the row's key, which is not read twice
     */
    @Nullable
    Object[] values(RowReader row, int first, EntityKey known) {
        @Nullable Object[] read = new @Nullable Object[values.length];
        for (int i = 0; i < read.length; i++) {
            Place place = values[i];
            if (place == null) {
                read[i] = Snapshot.UNREAD;
            } else {
                read[i] = place.inKey < 0 ? place.value(row, first) : known.value(place.inKey);
            }
        }
        return read;
    }

    /**
     * A column of the selection.
     *
     * @param position counted from the first of the entity's
     * @param type its type
     * @param inKey its place in the key, negative if it is not part of that
     */
    private record Place(int position, SqlType<?> type, int inKey) {
        static @Nullable Place of(
                EntityMapping<?> read, MappedColumn column, EntityMapping<?> mapping, Map<String, Integer> positions) {
            Integer position = positions.get(read.called(column));
            return position == null
                    ? null
                    : new Place(position, column.column().type(), mapping.key().indexOf(column));
        }

        @Nullable
        Object value(RowReader row, int first) {
            return row.value(first + position, type);
        }
    }
}
