package io.athanor.sql;

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

    @SuppressWarnings({"unchecked", "rawtypes"}) // the compiler checked the option against its column's type
    private static Expression<?> make(Function<?, ?> value, Column<?> column) {
        return (Expression<?>) ((Function<SqlType, Object>) value).apply(column.type());
    }
}
