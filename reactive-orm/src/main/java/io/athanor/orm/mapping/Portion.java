package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
import io.athanor.sql.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which columns of an entity a query reads. Its key, version, discriminator and foreign keys are always among them. Immutable.
 *
 * @param base what is read to begin with
 * @param more the names of columns that are read besides, each with those that it is deferred together with
 * @param less the names of columns that are not read
 */
public record Portion(Base base, List<String> more, List<String> less) {
    /** All that is not deferred. */
    public static final Portion USUAL = new Portion(Base.USUAL, List.of(), List.of());
    /** All columns. */
    public static final Portion ALL = new Portion(Base.ALL, List.of(), List.of());
    /** What is always read, and nothing else. */
    public static final Portion NEEDED = new Portion(Base.NEEDED, List.of(), List.of());

    /** What is read to begin with. */
    public enum Base {
        /** All columns. */
        ALL,
        /** All that is not deferred. */
        USUAL,
        /** What is always read. */
        NEEDED
    }

    Portion including(EntityTable<?, ?, ?> table, List<Column<?>> columns) {
        List<String> names = new ArrayList<>(more);
        names.addAll(names(table, columns));
        return new Portion(base, List.copyOf(names), less);
    }

    Portion without(EntityTable<?, ?, ?> table, List<Column<?>> columns) {
        List<String> names = new ArrayList<>(less);
        names.addAll(names(table, columns));
        for (MappedColumn column : table.mapping().columns()) {
            if (isNeeded(column) && names.contains(table.mapping().called(column))) {
                throw new ConfigurationException(column + " is always read: it is key, version or foreign key");
            }
        }
        return new Portion(base, more, List.copyOf(names));
    }

    private static List<String> names(EntityTable<?, ?, ?> table, List<Column<?>> columns) {
        List<String> names = new ArrayList<>();
        for (Column<?> column : columns) {
            if (!table.columns().contains(column)) {
                throw new ConfigurationException(column + " is no column of " + table.alias());
            }
            names.add(column.name());
        }
        return names;
    }

    /** Those of the table's columns that are read, in the table's order; {@code mapping} says which are deferred. */
    public List<Column<?>> of(EntityTable<?, ?, ?> table, EntityMapping<?> mapping) {
        if (base == Base.ALL || (equals(USUAL) && !mapping.hasDeferred())) {
            return table.columns();
        }
        Set<String> wanted = wanted(mapping);
        return table.columns().stream()
                .filter(column -> wanted.contains(column.name()))
                .toList();
    }

    private Set<String> wanted(EntityMapping<?> mapping) {
        Set<String> names = new HashSet<>();
        MappedColumn kind = mapping.discriminator();
        if (kind != null) {
            names.add(mapping.called(kind));
        }
        for (MappedColumn column : mapping.hierarchyColumns()) {
            String name = mapping.called(column);
            boolean isUsual = base == Base.USUAL && !column.isDeferred() && !less.contains(name);
            if (isUsual || isNeeded(column)) {
                names.add(name);
            } else if (more.contains(name)) {
                column.together().forEach(other -> names.add(mapping.called(other)));
            }
        }
        return names;
    }

    private static boolean isNeeded(MappedColumn column) {
        return !column.isHeld()
                || column.isKey()
                || column.isVersion()
                || column.isDiscriminator()
                || column.reference() != null;
    }
}
