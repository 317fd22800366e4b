package io.athanor.orm.mapping;

import io.athanor.MappingException;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the key is called in a table that has a row for one of another: that of a joined subclass, or a secondary table. */
final class KeyLinks {
    private final String place;
    private final List<PrimaryKeyJoinColumn> said;

    private KeyLinks(String place, PrimaryKeyJoinColumn... said) {
        this.place = place;
        this.said = List.of(said);
    }

    /** The key of a joined subclass, given that of the class it extends. */
    static List<ColumnSpec> ofSubclass(EntityDraft entity, List<ColumnSpec> parent) {
        return new KeyLinks(entity.type().getName(), said(entity.type())).read(parent);
    }

    /** The key of a secondary table, given that of the entity. */
    static List<ColumnSpec> ofSecondary(String place, List<ColumnSpec> entity, PrimaryKeyJoinColumn... said) {
        return new KeyLinks(place, said).read(entity);
    }

    /** What a class says of its key. */
    static PrimaryKeyJoinColumn[] said(Class<?> type) {
        PrimaryKeyJoinColumns several = type.getAnnotation(PrimaryKeyJoinColumns.class);
        return several == null ? type.getAnnotationsByType(PrimaryKeyJoinColumn.class) : several.value();
    }

    /** What a class says of the constraint from its table to that of the class it extends, null if nothing. */
    static @Nullable ForeignKey constraint(Class<?> type) {
        PrimaryKeyJoinColumns several = type.getAnnotation(PrimaryKeyJoinColumns.class);
        if (several != null) {
            return several.foreignKey();
        }
        PrimaryKeyJoinColumn[] single = type.getAnnotationsByType(PrimaryKeyJoinColumn.class);
        return single.length == 0 ? null : single[0].foreignKey();
    }

    private List<ColumnSpec> read(List<ColumnSpec> referred) {
        if (!said.isEmpty() && said.size() != referred.size()) {
            throw new MappingException(place + ": @PrimaryKeyJoinColumn is there " + said.size()
                    + " times, and the key it refers to has the columns " + names(referred)
                    + "; say one for each, with referencedColumnName");
        }
        List<ColumnSpec> key = new ArrayList<>();
        for (ColumnSpec column : referred) {
            PrimaryKeyJoinColumn its = said.isEmpty() ? null : saidOf(column, referred);
            key.add(column.asKeyOfPart(its == null || its.name().isEmpty() ? column.name() : its.name()));
        }
        return List.copyOf(key);
    }

    private PrimaryKeyJoinColumn saidOf(ColumnSpec column, List<ColumnSpec> referred) {
        if (said.size() == 1 && said.get(0).referencedColumnName().isEmpty()) {
            return said.get(0);
        }
        return said.stream()
                .filter(each -> each.referencedColumnName().equals(column.name()))
                .findFirst()
                .orElseThrow(() -> new MappingException(place + ": @PrimaryKeyJoinColumn has no referencedColumnName \""
                        + column.name() + "\"; it refers to the whole primary key " + names(referred)));
    }

    private static List<String> names(List<ColumnSpec> columns) {
        return columns.stream().map(ColumnSpec::name).toList();
    }

    /** Refuses what a class says of a key that is its own. */
    static void requireNone(Class<?> type) {
        PrimaryKeyJoinColumn[] said = said(type);
        if (said.length > 0) {
            throw new MappingException(type.getName() + ": @PrimaryKeyJoinColumn "
                    + Arrays.stream(said).map(PrimaryKeyJoinColumn::name).toList()
                    + " is on a class that has no table beside that of another class; it is for classes that extend one whose"
                    + " @Inheritance is JOINED: remove it");
        }
    }
}
