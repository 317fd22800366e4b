package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.sql.TableName;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SecondaryTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which tables beside its own a class has columns in: {@code @SecondaryTable}. */
final class SecondaryTables {
    private SecondaryTables() {}

    /** Those of {@code entity} and of all that it extends, the root's first. */
    static Map<TableName, SecondaryTable> of(EntityDraft entity) {
        Map<TableName, SecondaryTable> all = new LinkedHashMap<>();
        entity.path().forEach(each -> all.putAll(declared(each)));
        return all;
    }

    /** Those that {@code entity} says itself. */
    static Map<TableName, SecondaryTable> declared(EntityDraft entity) {
        Map<TableName, SecondaryTable> own = new LinkedHashMap<>();
        for (SecondaryTable said : entity.type().getAnnotationsByType(SecondaryTable.class)) {
            check(entity, said);
            String schema = said.schema().isEmpty() ? entity.table().schema() : said.schema();
            own.put(new TableName(schema, said.name()), said);
        }
        return own;
    }

    private static void check(EntityDraft entity, SecondaryTable said) {
        String place = entity.type().getName() + ": @SecondaryTable ";
        if (said.name().isEmpty()) {
            throw new MappingException(place + "has no name; say one");
        }
        if (!said.catalog().isEmpty() || !said.options().isEmpty()) {
            throw new MappingException(
                    place + "has a catalog or options; say schema, or create the table with them yourself");
        }
        if (said.name().equals(entity.table().name())) {
            throw new MappingException(place + "is \"" + said.name() + "\", the table of the class itself");
        }
        if (entity.strategy() == InheritanceType.TABLE_PER_CLASS) {
            throw new MappingException(
                    place + "is in a hierarchy of TABLE_PER_CLASS, where each class has all its columns"
                            + " in a table of its own; remove it, or use JOINED");
        }
    }

    /** The one that a column names. */
    static TableName named(EntityDraft entity, String attribute, String table) {
        List<String> names = new ArrayList<>();
        for (TableName known : of(entity).keySet()) {
            if (known.name().equals(table)) {
                return known;
            }
            names.add(known.name());
        }
        throw new MappingException(
                entity.type().getName() + "." + attribute + ": @Column or @JoinColumn names the table \""
                        + table + "\", which is none of its secondary tables " + names
                        + "; say @SecondaryTable(name = \"" + table
                        + "\") on the class");
    }
}
