package io.athanor.orm.state;

import io.athanor.orm.mapping.ImmutableTypes;
import io.athanor.sql.Column;
import io.athanor.types.SqlType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value remembered for comparison. One that cannot change is kept as it is; any other as what is sent to the database for
 * it, so that a change made inside the object is seen.
 */
final class Kept {
    private Kept() {}

    static @Nullable Object of(Column<?> column, @Nullable Object value) {
        return value == null || isImmutable(value) ? value : new Sent(sent(column.type(), value));
    }

    static @Nullable Object value(Column<?> column, @Nullable Object kept) {
        return kept instanceof Sent sent ? column.type().decode(copy(sent.raw)) : kept;
    }

    static boolean isSame(Column<?> column, @Nullable Object kept, @Nullable Object value) {
        if (kept == value) {
            return true;
        }
        if (kept == null || value == null) {
            return false;
        }
        if (kept instanceof BigDecimal number && value instanceof BigDecimal other) {
            return number.compareTo(other) == 0;
        }
        if (isImmutable(value)) {
            return kept.equals(value);
        }
        return kept instanceof Sent sent && Objects.deepEquals(sent.raw, sent(column.type(), value));
    }

    private static boolean isImmutable(Object value) {
        return ImmutableTypes.contain(value.getClass());
    }

    @SuppressWarnings("unchecked") // an attribute's values are of its column's type
    private static <T> @Nullable Object sent(SqlType<T> type, Object value) {
        return copy(type.encode((T) value));
    }

    private static @Nullable Object copy(@Nullable Object raw) {
        if (raw instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (raw instanceof Object[] array) {
            return Arrays.copyOf(array, array.length);
        }
        return raw instanceof List<?> list ? Arrays.asList(list.toArray()) : raw;
    }

    /** What was sent for a value that may change. */
    private record Sent(@Nullable Object raw) {}
}
