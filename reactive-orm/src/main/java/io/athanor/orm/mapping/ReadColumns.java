package io.athanor.orm.mapping;

import io.athanor.orm.mapping.BasicDraft.Role;
import io.athanor.orm.mapping.EntityColumns.Owned;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.TableName;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.InheritanceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of an entity are called where they are selected from several tables as if from one. Those of the class itself
 * and of what it extends keep their names, whatever other classes there are; those of classes that extend it are called after
 * their tables, too.
 */
final class ReadColumns {
    private static final String KIND = "dtype";

    private final EntityDraft entity;
    private final Map<Place, ColumnSpec> byPlace = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> avoided = new HashSet<>();
    private @Nullable ColumnSpec kind;

    private ReadColumns(EntityDraft entity) {
        this.entity = entity;
    }

    /** A column where the class that has it has it first. */
    private record Place(TableName origin, String column) {
        static Place of(Owned owned) {
            return new Place(owned.place().origin(), owned.column().name());
        }
    }

    static ReadColumns of(EntityDraft entity, Drafts drafts, KeyColumns keys, Map<Class<?>, EntityColumns> columns) {
        ReadColumns read = new ReadColumns(entity);
        EntityColumns own = Objects.requireNonNull(columns.get(entity.type()));
        own.tables().forEach(table -> read.avoided.addAll(own.in(table).keySet()));
        read.addKey(own, keys.of(entity));
        own.all().forEach(read::addOwn);
        boolean isShared = entity.strategy() == InheritanceType.SINGLE_TABLE;
        for (EntityDraft other : drafts.below(isShared ? entity.root() : entity)) {
            Objects.requireNonNull(columns.get(other.type())).all().stream()
                    .filter(owned -> !isShared || isReadBy(entity, other, owned))
                    .forEach(read::addBelow);
        }
        if (isToldByTables(entity) && drafts.below(entity).size() > 1) {
            String name = read.free(KIND);
            read.kind = Inheritance.untold(name);
        }
        return read;
    }

    /** Of classes beside it, what is in the table that they share. */
    private static boolean isReadBy(EntityDraft entity, EntityDraft other, Owned owned) {
        return entity.type().isAssignableFrom(other.type())
                || owned.table().equals(entity.root().table());
    }

    /** Whether nothing but the table that a row is in says of which class it is. */
    static boolean isToldByTables(EntityDraft entity) {
        return switch (entity.strategy()) {
            case SINGLE_TABLE -> false;
            case JOINED -> !entity.root().type().isAnnotationPresent(DiscriminatorColumn.class);
            case TABLE_PER_CLASS -> true;
        };
    }

    private void addKey(EntityColumns own, List<KeyColumns.KeyColumn> key) {
        int part = 0;
        for (Owned owned : own.all()) {
            if (owned.role() == Role.KEY) {
                ColumnSpec column = key.get(part++).column();
                byPlace.put(Place.of(owned), plain(column, column.name(), false));
                taken.add(column.name());
            }
        }
    }

    private void addOwn(Owned owned) {
        Place place = Place.of(owned);
        if (!byPlace.containsKey(place)) {
            String name = owned.column().name();
            byPlace.put(place, plain(owned.column(), taken.add(name) ? name : free(qualified(place)), false));
        }
    }

    private void addBelow(Owned owned) {
        Place place = Place.of(owned);
        if (!byPlace.containsKey(place)) {
            boolean isInOneTable = owned.table().equals(entity.table());
            String name = isInOneTable && taken.add(place.column()) ? place.column() : free(qualified(place));
            byPlace.put(place, plain(owned.column(), name, true));
        }
    }

    private static String qualified(Place place) {
        return place.origin().name() + "_" + place.column();
    }

    private String free(String wanted) {
        StringBuilder name = new StringBuilder(wanted);
        while (avoided.contains(name.toString()) || !taken.add(name.toString())) {
            name.append('_');
        }
        return name.toString();
    }

    /** Without what only a table of the database has. */
    private static ColumnSpec plain(ColumnSpec column, String name, boolean isNullable) {
        List<ColumnOption<Object>> options = column.options().stream()
                .filter(option -> option == ColumnOption.Flag.PRIMARY_KEY
                        || (option == ColumnOption.Flag.NOT_NULL && !isNullable))
                .toList();
        return new ColumnSpec(name, column.type(), options, false, false);
    }

    /** The columns, those of the key first. */
    List<ColumnSpec> all() {
        List<ColumnSpec> all = new ArrayList<>(byPlace.values());
        if (kind != null) {
            all.add(kind);
        }
        return List.copyOf(all);
    }

    /** What a column of the class, or of one below it, is called. */
    String name(Owned owned) {
        return Objects.requireNonNull(byPlace.get(Place.of(owned))).name();
    }

    boolean has(Owned owned) {
        return byPlace.containsKey(Place.of(owned));
    }

    /** What says of which class a row is where no column does; null if one does, or if there is but one class. */
    @Nullable
    ColumnSpec kind() {
        return kind;
    }
}
