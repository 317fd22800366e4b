package io.athanor.types;

import io.athanor.ConfigurationException;
import io.athanor.types.DataType.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Arrays as lists, element by element through the element's own type. */
final class Arrays {
    private Arrays() {}

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
    static <E> SqlType<List<E>> of(SqlType<E> element) {
        if (element.dataType().kind() == Kind.ARRAY) {
            throw new ConfigurationException("arrays of arrays are not supported; use one array or a child table");
        }
        return new SqlType<>(
                DataType.array(element.dataType()),
                (Class) List.class,
                raw -> each((List<?>) raw, element::decode),
                list -> each(list, value -> element.encode((E) value)));
    }

    private static <R> List<R> each(List<?> values, Function<@Nullable Object, ? extends @Nullable R> function) {
        List<@Nullable R> all = new ArrayList<>(values.size());
        for (Object value : values) {
            all.add(function.apply(value));
        }
        return Collections.unmodifiableList(all);
    }
}
