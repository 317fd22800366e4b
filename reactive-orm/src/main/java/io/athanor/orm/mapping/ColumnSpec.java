package io.athanor.orm.mapping;

import io.athanor.sql.ColumnOption;
import io.athanor.types.SqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * A column before there is a table that has it.
 *
 * @param name its name
 * @param type its type
 * @param options what else is said of it
 * @param insertable whether an INSERT writes it
 * @param updatable whether an UPDATE writes it
 * @param table the secondary table that it is said to lie in, empty if none is
 */
record ColumnSpec(
        String name,
        SqlType<?> type,
        List<ColumnOption<Object>> options,
        boolean insertable,
        boolean updatable,
        String table) {
    /** A column of which no table is said. */
    ColumnSpec(
            String name, SqlType<?> type, List<ColumnOption<Object>> options, boolean insertable, boolean updatable) {
        this(name, type, options, insertable, updatable, "");
    }

    /** Whether nobody writes it through the attribute that has it: another attribute is the one that does. */
    boolean isReadOnly() {
        return !insertable && !updatable;
    }

    ColumnSpec with(ColumnOption<Object> option) {
        if (options.contains(option)) {
            return this;
        }
        List<ColumnOption<Object>> more = new ArrayList<>(options);
        more.add(option);
        return new ColumnSpec(name, type, List.copyOf(more), insertable, updatable, table);
    }

    /** The same where it is NULL in rows of classes that do not have it. */
    ColumnSpec nullable() {
        return new ColumnSpec(
                name,
                type,
                options.stream()
                        .filter(option -> option != ColumnOption.Flag.NOT_NULL)
                        .toList(),
                insertable,
                updatable,
                table);
    }

    /** A column of this type in the key of another table that has a row for each of this one's. */
    ColumnSpec asKeyOfPart(String other) {
        return new ColumnSpec(other, type, List.of(ColumnOption.primaryKey()), true, false);
    }
}
