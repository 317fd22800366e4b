package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import io.athanor.types.TextType;
import io.athanor.types.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of what stands in FROM. */
final class Sources {
    private Sources() {}

    /** The column of {@code source} that has the name of {@code named}; a text stays a text, a number a number. */
    static <T> Column<T> get(Source<?> source, Expression<T> named) {
        String name = nameOf(named);
        if (name == null) {
            throw new ConfigurationException(
                    named + " has no name to look for in " + source.alias() + "; say as(\"…\") on it");
        }
        if (!has(source, name)) {
            throw new ConfigurationException(source.alias() + " has no column " + name + "; it has "
                    + source.columns().stream().map(Sources::nameOf).toList());
        }
        if (named instanceof Column<T> column) {
            return column.of(source);
        }
        return named instanceof TextExpression && !(named.type() instanceof TextType)
                ? unmapped(source, name)
                : column(source, name, named.type());
    }

    /** Text of a type that is no text for the language, such as JSON, seen as text. */
    @SuppressWarnings("unchecked") // a text expression's T is String
    private static <T> Column<T> unmapped(Source<?> source, String name) {
        return (Column<T>) new TextColumn(source, name, Types.TEXT, List.of());
    }

    /** Looks at the table behind an alias: it need not make columns of its own for this. */
    private static boolean has(Source<?> source, String name) {
        TypedTable<?> table = source.table();
        for (Expression<?> own : table == null ? source.columns() : table.columns()) {
            if (name.equals(nameOf(own))) {
                return true;
            }
        }
        return false;
    }

    /** The columns that what a query selects become when the query is selected from. */
    static List<Column<?>> derived(Source<?> source, Query<?> query) {
        List<Column<?>> columns = new ArrayList<>();
        for (Expression<?> selected : query.selection().columns()) {
            String name = nameOf(selected);
            if (name == null) {
                throw new ConfigurationException("to select from a query as " + source.alias()
                        + ", all it selects needs a name; say as(\"…\") on " + selected);
            }
            columns.add(
                    selected instanceof Column<?> column ? column.of(source) : column(source, name, selected.type()));
        }
        return List.copyOf(columns);
    }

    /** A column for each of the names, which say the types. */
    static List<Column<?>> columns(Source<?> source, List<Expression<?>> names) {
        List<Column<?>> columns = new ArrayList<>(names.size());
        for (Expression<?> name : names) {
            columns.add(column(source, Names.of(name), name.type()));
        }
        return columns;
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

    /** The name an expression is selected under, null if it has none. */
    static @Nullable String nameOf(Expression<?> expression) {
        if (expression instanceof Column<?> column) {
            return column.name();
        }
        if (expression instanceof Label<?> label) {
            return label.name();
        }
        return Typed.plain(expression) instanceof NamedColumn<?> column ? column.name() : null;
    }
}
