package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import io.athanor.types.TextType;
import java.util.List;

/**
 * A table whose shape is known only at run time, in every other way like one declared as a class.
 *
 * <pre>{@code
 * DynamicTable readings = Table.define("readings", table -> table
 *     .column("id", BIGINT, primaryKey(), identity())
 *     .column("value", DOUBLE));
 * NumberColumn<Double> value = readings.column("value", DOUBLE);
 * }</pre>
 */
public final class DynamicTable extends Table {
    DynamicTable(TableName name, String alias) {
        super(name, alias);
    }

    Declaration declaration() {
        return new Declaration(this);
    }

    /** The column of this name as a number; an error if it is none of {@code type}. */
    @SuppressWarnings("unchecked") // the type is checked
    public <N extends Number> NumberColumn<N> column(String name, NumberType<N> type) {
        return (NumberColumn<N>) checked(name, type);
    }

    /** The column of this name as text; an error if it is none of {@code type}. */
    public TextColumn column(String name, TextType type) {
        return (TextColumn) checked(name, type);
    }

    /** The column of this name; an error if it is none of {@code type}. */
    @SuppressWarnings("unchecked") // the type is checked
    public <T> Column<T> column(String name, SqlType<T> type) {
        return (Column<T>) checked(name, type);
    }

    private Column<?> checked(String name, SqlType<?> type) {
        Column<?> column = column(name);
        if (!column.type().dataType().kind().equals(type.dataType().kind())
                || !column.type().javaType().equals(type.javaType())) {
            throw new ConfigurationException("column " + column + " is of the type " + column.type() + ", not " + type);
        }
        return column;
    }

    /** Declares the columns, constraints and indexes of a {@link DynamicTable}. */
    public static final class Declaration {
        private final DynamicTable table;

        private Declaration(DynamicTable table) {
            this.table = table;
        }

        /** Declares a column. */
        @SafeVarargs
        public final <T> Declaration column(String name, SqlType<T> type, ColumnOption<? super T>... options) {
            table.declared(Sources.column(table, name, type, List.of(options)));
            return this;
        }

        /** Declares a constraint over columns of {@link #table()}. */
        public Declaration constraint(Constraint constraint) {
            table.constraint(constraint);
            return this;
        }

        /** Declares an index over columns of {@link #table()}. */
        public Declaration index(Index index) {
            table.index(index);
            return this;
        }

        /** Declares a comment kept in the database. */
        public Declaration comment(String text) {
            table.tableComment(text);
            return this;
        }

        /** The table as declared so far. */
        public DynamicTable table() {
            return table;
        }
    }
}
