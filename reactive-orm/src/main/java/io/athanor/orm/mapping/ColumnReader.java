package io.athanor.orm.mapping;

import io.athanor.sql.ColumnOption;
import io.athanor.types.SqlType;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what an attribute of one value says of its column. */
final class ColumnReader {
    private ColumnReader() {}

    static ColumnSpec read(Attribute attribute, ModelContext context) {
        Column column = attribute.column();
        SqlType<?> type = ColumnTypes.of(attribute, column, context);
        String name = column == null || column.name().isEmpty() ? SnakeCase.of(attribute.name()) : column.name();
        return new ColumnSpec(
                name,
                type,
                options(attribute, column),
                column == null || column.insertable(),
                column == null || column.updatable(),
                column == null ? "" : column.table());
    }

    private static List<ColumnOption<Object>> options(Attribute attribute, @Nullable Column column) {
        List<ColumnOption<Object>> options = new ArrayList<>();
        Basic basic = attribute.annotation(Basic.class);
        if (attribute.rawType().isPrimitive()
                || (basic != null && !basic.optional())
                || (column != null && !column.nullable())) {
            options.add(ColumnOption.notNull());
        }
        if (column != null) {
            if (column.unique()) {
                options.add(ColumnOption.unique());
            }
            if (!column.comment().isEmpty()) {
                options.add(ColumnOption.comment(column.comment()));
            }
            for (TableSpec.CheckSpec check : CheckReader.read(attribute.toString(), column.check())) {
                if (check.name() != null) {
                    throw attribute.error(Column.class, "has a check with a name; say it in @Table(check = …)");
                }
                options.add(ColumnOption.check(values -> CheckReader.condition(check.condition())));
            }
            if (!column.options().isEmpty()) {
                throw attribute.error(
                        Column.class, "has options, which Athanor cannot check; create the table with them yourself");
            }
        }
        return List.copyOf(options);
    }
}
