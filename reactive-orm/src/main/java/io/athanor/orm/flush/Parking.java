package io.athanor.orm.flush;

import io.athanor.orm.mapping.MappedColumn;
import io.athanor.sql.Column;
import io.athanor.types.DataType;
import io.athanor.types.NumberType;
import io.athanor.types.TextType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a unique column for the time between two statements of a flush: NULL, or else a value that nobody uses, made of
 * the row's key. Confined to one plan.
 */
final class Parking {
    private final Set<List<Object>> used = new HashSet<>();

    /** What to write to {@code column} of {@code row} meanwhile; null if there is nothing. */
    @Nullable
    Value of(RowChange row, Column<?> column) {
        if (column.isNullable()) {
            return Value.ofNull();
        }
        MappedColumn mapped = mapped(row, column);
        if (mapped == null || mapped.isKey() || mapped.isVersion() || mapped.reference() != null) {
            return null;
        }
        long seed = mix(row.key().hashCode());
        for (long salt = seed; ; salt++) {
            Object free = free(column, salt);
            if (free == null) {
                return null;
            }
            if (used.add(List.of(column, free))) {
                return new Value.Given(free);
            }
        }
    }

    private static @Nullable MappedColumn mapped(RowChange row, Column<?> column) {
        return row.mapping().columns().stream()
                .filter(each -> each.column().equals(column))
                .findFirst()
                .orElse(null);
    }

    /** A number below zero, or a text that nobody would choose. */
    private static @Nullable Object free(Column<?> column, long salt) {
        Class<?> type = column.type().javaType();
        if (column.type() instanceof TextType) {
            return text(column.type().dataType(), salt);
        } else if (!(column.type() instanceof NumberType<?>)) {
            return null;
        } else if (type == Long.class) {
            return -1 - (salt >>> 2);
        } else if (type == Integer.class) {
            return (int) (-1 - (salt >>> 34));
        }
        return type == Short.class ? (Object) (short) (-1 - (salt >>> 50)) : null;
    }

    private static @Nullable String text(DataType type, long salt) {
        String text = "~" + Long.toUnsignedString(salt, Character.MAX_RADIX);
        Integer length = type.length();
        if (length == null || length >= text.length()) {
            return text;
        }
        return length < 4 ? null : "~" + text.substring(text.length() - length + 1);
    }

    /** Spreads a hash over all bits: the last step of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mix(int hash) {
        long mixed = hash * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
