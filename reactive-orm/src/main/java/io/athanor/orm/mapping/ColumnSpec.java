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
 */
record ColumnSpec(
        String name, SqlType<?> type, List<ColumnOption<Object>> options, boolean insertable, boolean updatable) {
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
        return new ColumnSpec(name, type, List.copyOf(more), insertable, updatable);
    }
}
