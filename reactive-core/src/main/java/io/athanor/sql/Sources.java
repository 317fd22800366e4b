package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import io.athanor.types.TextType;
import java.util.ArrayList;
import java.util.List;

/** Columns of what stands in FROM. */
final class Sources {
    private Sources() {}

    static <C extends Column<?>> C require(Source<?> source, C column) {
        for (Expression<?> own : source.columns()) {
            if (own instanceof Column<?> candidate && candidate.name().equals(column.name())) {
                return column;
            }
        }
        throw new ConfigurationException(source.alias() + " has no column " + column.name() + "; it has "
                + source.columns().stream().map(Sources::nameOf).toList());
    }

    /** The columns that what a query selects become when the query is selected from. */
    static List<Column<?>> derived(Source<?> source, Query<?> query) {
        List<Column<?>> columns = new ArrayList<>();
        for (Expression<?> selected : query.selection().columns()) {
            if (selected instanceof Column<?> column) {
                columns.add(column.of(source));
            } else if (selected instanceof Label<?> label) {
                columns.add(column(source, label.name(), label.type()));
            } else if (selected instanceof NamedColumn<?> column) {
                columns.add(column(source, column.name(), column.type()));
            } else {
                throw new ConfigurationException("to select from a query as " + source.alias()
                        + ", all it selects needs a name; say as(\"…\") on " + selected);
            }
        }
        return List.copyOf(columns);
    }

    static <T> Column<T> column(Source<?> source, String name, SqlType<T> type) {
        return column(source, name, type, List.of());
    }

    /** A column of the class that fits its type. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // a number type's T is a Number, a text type's a String
    static <T> Column<T> column(Source<?> source, String name, SqlType<T> type, List<ColumnOption<? super T>> options) {
        if (type instanceof NumberType<?> number) {
            return (Column<T>) new NumberColumn<>(source, name, number, (List) options);
        }
        if (type instanceof TextType text) {
            return (Column<T>) new TextColumn(source, name, text, (List) options);
        }
        return new Column<>(source, name, type, options);
    }

    private static String nameOf(Expression<?> expression) {
        return expression instanceof Column<?> column ? column.name() : expression.toString();
    }
}
