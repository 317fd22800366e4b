package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.SqlType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What Athanor writes to columns that a statement does not mention. */
public final class Defaults {
    private Defaults() {}

    /** What an INSERT writes to {@code column}; null if that is the database's business. */
    public static @Nullable Expression<?> onInsert(Column<?> column) {
        for (ColumnOption<?> option : column.options()) {
            if (option instanceof ColumnOption.Default<?> value) {
                return make(value.value(), column);
            }
        }
        return null;
    }

    /** What an UPDATE writes to {@code column}; null if nothing. */
    public static @Nullable Expression<?> onUpdate(Column<?> column) {
        for (ColumnOption<?> option : column.options()) {
            if (option instanceof ColumnOption.OnUpdate<?> value) {
                return make(value.value(), column);
            }
        }
        return null;
    }

    /** What the database itself writes to {@code column}: the expression of its DEFAULT, null if it has none. */
    public static @Nullable Expression<?> ofServer(Column<?> column) {
        for (ColumnOption<?> option : column.options()) {
            if (option instanceof ColumnOption.ServerDefault<?> value) {
                return make(value.value(), column);
            }
        }
        return null;
    }

    /** Refuses constants of another class than the column's: an option of Object passes the compiler. */
    static void check(Column<?> column) {
        check(column, onInsert(column));
        check(column, onUpdate(column));
        check(column, ofServer(column));
    }

    private static void check(Column<?> column, @Nullable Expression<?> value) {
        Object constant = value instanceof Param<?> param
                ? param.value()
                : value instanceof Literal<?> literal ? literal.value() : null;
        Class<?> wanted = column.type().javaType();
        if (constant != null && !wanted.isInstance(constant)) {
            throw new ConfigurationException("the value given for " + column + " is a "
                    + constant.getClass().getName() + ", and the column holds " + wanted.getName());
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // constants are checked when the column is declared
    private static Expression<?> make(Function<?, ?> value, Column<?> column) {
        return (Expression<?>) ((Function<SqlType, Object>) value).apply(column.type());
    }
}
