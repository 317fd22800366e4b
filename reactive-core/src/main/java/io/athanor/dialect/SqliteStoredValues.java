package io.athanor.dialect;

import io.athanor.DataException;
import io.athanor.DatabaseException.Origin;
import io.athanor.sql.Assignment;
import io.athanor.sql.BoundValue;
import io.athanor.sql.Relay;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;
import io.athanor.types.DataType;
import io.athanor.types.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The walk through what is written to columns. SQLite keeps whatever it is given: that a text is not too long, and a decimal
 * rounded to its scale, is seen to here, as other databases do.
 */
final class SqliteStoredValues extends Relay {
    SqliteStoredValues(SqlWriter out) {
        super(out);
    }

    @Override
    public SqlWriter node(SqlNode child) {
        if (child instanceof BoundValue<?> || child instanceof Assignment) {
            child.render(this);
        } else {
            out().node(child);
        }
        return this;
    }

    @Override
    public <T> SqlWriter bind(@Nullable T value, SqlType<T> type) {
        out().bind(fitting(type.encode(value), type.dataType()), canonical(type));
        return this;
    }

    /** Made once, by the walk that binds it. */
    @Override
    public <T> SqlWriter bindSupplied(Supplier<? extends T> value, SqlType<T> type) {
        out().bindSupplied(() -> fitting(type.encode(value.get()), type.dataType()), canonical(type));
        return this;
    }

    @SuppressWarnings("unchecked") // of any object
    private static SqlType<Object> canonical(SqlType<?> type) {
        return (SqlType<Object>) io.athanor.types.Types.canonical(type.dataType());
    }

    private static @Nullable Object fitting(@Nullable Object value, DataType type) {
        Integer length = type.length();
        if (value == null || length == null) {
            return value;
        }
        return switch (type.kind()) {
            case CHAR, VARCHAR -> {
                String text = (String) value;
                yield require(text.codePointCount(0, text.length()) <= length, value, "22001", type);
            }
            case VARBINARY -> require(((byte[]) value).length <= length, value, "22001", type);
            case DECIMAL -> {
                Integer scale = type.scale();
                BigDecimal rounded = ((BigDecimal) value).setScale(scale == null ? 0 : scale, RoundingMode.HALF_UP);
                yield require(rounded.precision() <= length || rounded.signum() == 0, rounded, "22003", type);
            }
            default -> value;
        };
    }

    private static Object require(boolean fits, Object value, String state, DataType type) {
        if (!fits) {
            String what = state.equals("22003")
                    ? "A number is out of the range of its type, "
                    : "A text or binary value is too long for its column, of type ";
            throw new DataException(what + type + " (SQLSTATE " + state + ")", new Origin(null, state, 0), null);
        }
        return value;
    }
}
