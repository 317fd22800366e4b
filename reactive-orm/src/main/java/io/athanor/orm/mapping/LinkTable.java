package io.athanor.orm.mapping;

import io.athanor.sql.ColumnOption;
import io.athanor.sql.Table;
import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import io.athanor.types.TextType;

/** A table that no entity is of: it joins two, or has the elements of a collection. */
final class LinkTable extends Table {
    @SuppressWarnings("unchecked") // an array of options has no type arguments
    LinkTable(TableSpec spec) {
        super(spec.name());
        for (ColumnSpec column : spec.columns()) {
            declare(column.name(), column.type(), column.options().toArray(ColumnOption[]::new));
        }
        spec.constraints(this).forEach(this::constraint);
        spec.indexes(this).forEach(this::index);
        if (spec.comment() != null) {
            tableComment(spec.comment());
        }
    }

    private <T> void declare(String column, SqlType<T> type, ColumnOption<Object>[] options) {
        if (type instanceof NumberType<?> number) {
            column(column, number, options);
        } else if (type instanceof TextType text) {
            column(column, text, options);
        } else {
            column(column, type, options);
        }
    }
}
