package io.athanor.dialect;

import io.athanor.sql.Param;
import io.athanor.sql.SqlWriter;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Arrays written element by element: {@code cast(array[cast(? as integer)] as integer array)}. */
final class H2Arrays {
    private H2Arrays() {}

    static void write(Param<?> param, SqlWriter out) {
        List<?> elements = Objects.requireNonNull((List<?>) encoded(param));
        SqlType<?> element = Types.canonical(param.type().dataType().elementType());
        out.word("cast(array[");
        for (int i = 0; i < elements.size(); i++) {
            out.word(i > 0 ? ", " : "");
            out.word("cast(");
            bind(elements.get(i), element, out);
            out.word(" as ").type(Types.unsized(element)).word(")");
        }
        out.word("] as ").type(Types.unsized(param.type())).word(")");
    }

    private static <T> @Nullable Object encoded(Param<T> param) {
        return param.type().encode(param.value());
    }

    @SuppressWarnings("unchecked") // a canonical type's Java class is that of its kind's values
    private static <T> void bind(@Nullable Object value, SqlType<T> type, SqlWriter out) {
        out.bind((T) value, type);
    }
}
