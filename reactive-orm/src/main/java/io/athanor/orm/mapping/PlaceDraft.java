package io.athanor.orm.mapping;

import io.athanor.orm.mapping.KeyColumns.KeyColumn;
import io.athanor.orm.mapping.TableSpec.ForeignKeySpec;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.MapKeyJoinColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an attribute says where in it a member is.
 *
 * @param attribute the attribute
 * @param kind what says it
 * @param column the column, null if it is the key of an entity
 * @param entity of which entity it is the key, null if of none
 * @param joins what is said of the columns of that key
 * @param constraint the foreign key to that entity, null if nothing is said of it
 */
record PlaceDraft(
        Attribute attribute,
        MemberPlace.Kind kind,
        @Nullable ColumnSpec column,
        @Nullable Class<?> entity,
        List<MapKeyJoinColumn> joins,
        @Nullable ForeignKey constraint) {
    static PlaceDraft of(Attribute attribute, MemberPlace.Kind kind, ColumnSpec column) {
        return new PlaceDraft(attribute, kind, column, null, List.of(), null);
    }

    /** The columns, which may be NULL; {@code keyOf} knows the columns of an entity's key. */
    List<ColumnSpec> columns(Function<Class<?>, List<KeyColumn>> keyOf) {
        Class<?> referred = entity;
        if (column != null || referred == null) {
            return column == null ? List.of() : List.of(column);
        }
        List<KeyColumn> key = keyOf.apply(referred);
        if (!joins.isEmpty() && joins.size() != key.size()) {
            throw attribute.error(
                    MapKeyJoinColumn.class,
                    "is there " + joins.size() + " times, and the key of " + referred.getSimpleName() + " has "
                            + key.size() + " columns; say one for each, with referencedColumnName");
        }
        List<ColumnSpec> columns = new ArrayList<>();
        for (KeyColumn part : key) {
            String referredColumn = part.column().name();
            String plain = SnakeCase.of(attribute.name()) + "_key";
            String standard = key.size() == 1 ? plain : plain + "_" + referredColumn;
            String said = joins.isEmpty() ? "" : said(referredColumn).name();
            columns.add(new ColumnSpec(
                    said.isEmpty() ? standard : said, part.column().type(), List.of(), true, true));
        }
        return List.copyOf(columns);
    }

    private MapKeyJoinColumn said(String referred) {
        if (joins.size() == 1 && joins.get(0).referencedColumnName().isEmpty()) {
            return joins.get(0);
        }
        return joins.stream()
                .filter(join -> join.referencedColumnName().equals(referred))
                .findFirst()
                .orElseThrow(() -> attribute.error(
                        MapKeyJoinColumn.class,
                        "has no referencedColumnName \"" + referred + "\"; it refers to the whole primary key"));
    }

    /** The foreign keys of the columns: one if they are the key of an entity. */
    List<ForeignKeySpec> foreignKeys(
            List<ColumnSpec> columns, Function<Class<?>, List<io.athanor.sql.Column<?>>> keyOf) {
        Class<?> referred = entity;
        SaidForeignKey said = ForeignKeyReader.of(attribute, constraint);
        if (referred == null || !said.isConstraint()) {
            return List.of();
        }
        Supplier<List<io.athanor.sql.Column<?>>> key = () -> keyOf.apply(referred);
        return List.of(
                new ForeignKeySpec(said, columns.stream().map(ColumnSpec::name).toList(), key));
    }
}
