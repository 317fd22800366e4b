package io.athanor.orm.load;

import io.athanor.ConfigurationException;
import io.athanor.MappingException;
import io.athanor.orm.load.EntitySelection.Along;
import io.athanor.orm.load.EntitySelection.Value;
import io.athanor.orm.mapping.Computed;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Loaded;
import io.athanor.orm.mapping.Portion;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.sql.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is worked out once for each mapping: a memo of pure functions, safe for any number of threads. */
public final class Shapes {
    private final EntityModel model;
    private final Map<Identity, EntityColumns> columns = new ConcurrentHashMap<>();
    private final Map<Identity, EntityColumns> usual = new ConcurrentHashMap<>();
    private final Map<EntityMapping<?>, References> references = new ConcurrentHashMap<>();

    /** Of the entities of {@code model}, whatever tables they are read by. */
    public Shapes(EntityModel model) {
        this.model = model;
    }

    /** Where among its columns, all of them in their order, a table's entity is. */
    EntityColumns columns(EntityTable<?, ?, ?> table) {
        Identity mapping = new Identity(table.mapping());
        EntityColumns known = columns.get(mapping);
        return known != null ? known : columns.computeIfAbsent(mapping, key -> agreed(table));
    }

    /** A whole entity, but for what is deferred, with {@code loads}. */
    <E> EntitySelection<E> selection(EntityTable<E, ?, ?> table, List<RelationshipLoad<?, ?, ?>> loads) {
        return selection(table, Portion.USUAL, loads);
    }

    /** As much of an entity as {@code portion} says, with {@code loads}. */
    <E> EntitySelection<E> selection(
            EntityTable<E, ?, ?> table, Portion portion, List<RelationshipLoad<?, ?, ?>> loads) {
        return selection(new Loaded<>(table, portion, List.of(), loads));
    }

    /** What is read for {@code loaded}: what is deferred and what is computed is this model's to say. */
    <E> EntitySelection<E> selection(Loaded<E> loaded) {
        EntityMapping<?> mapping = columns(loaded.table()).mapping();
        List<Value> computed = new ArrayList<>();
        if (loaded.portion().base() != Portion.Base.NEEDED) {
            mapping.computed().forEach(attribute -> computed.add(value(attribute, loaded.table(), false)));
        }
        return selection(loaded, mapping, computed);
    }

    /** What is read for {@code loaded} where the columns are as they are: of a query inside another one, or what a change returns. */
    <E> EntitySelection<E> asItIs(Loaded<E> loaded) {
        EntityMapping<?> mapping = loaded.table().mapping();
        if (!mapping.needed(loaded.table()).isEmpty()) {
            throw new ConfigurationException(
                    mapping.name() + " is a record that refers to others, which are joined to a"
                            + " SELECT of it; select it there, not in a query inside another, a set operation or what a change"
                            + " returns");
        }
        return selection(loaded, mapping, new ArrayList<>());
    }

    private <E> EntitySelection<E> selection(Loaded<E> loaded, EntityMapping<?> deferring, List<Value> computed) {
        List<Column<?>> own = loaded.portion().of(loaded.table(), deferring);
        loaded.computed().forEach(attribute -> computed.add(value(attribute, loaded.table(), true)));
        if (deferring.isRecord() && own.size() < loaded.table().columns().size()) {
            throw new ConfigurationException(
                    deferring.name() + " is a record, which is made of its whole row; select its columns to have some");
        }
        List<Along> along = new ArrayList<>();
        for (RelationshipLoad<?, ?, ?> load : RelationshipLoad.completed(loaded.loads(), loaded.table())) {
            along.add(new Along(load, load.isInRow() ? selection(load.target(), load.portion(), load.nested()) : null));
        }
        return new EntitySelection<>(
                loaded.table(), places(loaded, own), own, List.copyOf(computed), List.copyOf(along));
    }

    private EntityColumns places(Loaded<?> loaded, List<Column<?>> own) {
        EntityColumns all = columns(loaded.table());
        if (own.size() == loaded.table().columns().size()) {
            return all;
        }
        if (!loaded.portion().equals(Portion.USUAL)) {
            return EntityColumns.of(all.mapping(), own);
        }
        Identity mapping = new Identity(loaded.table().mapping());
        EntityColumns known = usual.get(mapping);
        return known != null ? known : usual.computeIfAbsent(mapping, key -> EntityColumns.of(all.mapping(), own));
    }

    private static Value value(Computed<?, ?, ?> attribute, EntityTable<?, ?, ?> table, boolean isAsked) {
        return new Value(attribute, attribute.under(table.alias()), isAsked);
    }

    /**
     * A table may have been made before a class was known that extends its entity. Rows of that class would be taken for
     * others, so it is refused.
     */
    private EntityColumns agreed(EntityTable<?, ?, ?> table) {
        EntityMapping<?> mapping = model.mapping(table.mapping().type());
        List<String> missing = names(mapping.table());
        missing.removeAll(names(table));
        if (!missing.isEmpty()) {
            throw new MappingException("the table of " + mapping.name() + " lacks the columns " + missing
                    + ", which the model has of classes that extend it or refer to it; compile them together, or give them"
                    + " to EntityMapping.of where the table is made");
        }
        return EntityColumns.of(mapping, table.columns());
    }

    private static List<String> names(EntityTable<?, ?, ?> table) {
        List<String> names = new ArrayList<>();
        table.columns().forEach(column -> names.add(column.name()));
        return names;
    }

    /** The to-one relationships of a class. */
    References references(EntityMapping<?> mapping) {
        References known = references.get(mapping);
        return known != null ? known : references.computeIfAbsent(mapping, References::of);
    }

    /** Mappings of one class are equal, and may still have their columns in another order. */
    private record Identity(EntityMapping<?> mapping) {
        @Override
        @SuppressWarnings("ReferenceEquality") // that is what it is for
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity && mapping == identity.mapping;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(mapping);
        }
    }
}
