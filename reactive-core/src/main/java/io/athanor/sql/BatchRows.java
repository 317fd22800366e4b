package io.athanor.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The elements of a batch turned into columns of values, defaults included. */
final class BatchRows {
    private BatchRows() {}

    static List<Column<?>> columns(Batch<?> batch) {
        List<Column<?>> bound = new ArrayList<>(
                batch.bindings().stream().<Column<?>>map(Binding::column).toList());
        unbound(batch).filter(column -> isValue(Defaults.onInsert(column))).forEach(bound::add);
        return List.copyOf(bound);
    }

    static <S> Insert insert(Batch<S> batch, List<? extends S> elements) {
        List<Column<?>> columns = new ArrayList<>();
        List<List<?>> values = new ArrayList<>();
        for (Binding<S, ?> binding : batch.bindings()) {
            columns.add(binding.column());
            values.add(each(elements, binding.getter()));
        }
        List<Assignment> same = new ArrayList<>();
        unbound(batch).forEach(column -> {
            Expression<?> value = Defaults.onInsert(column);
            if (value instanceof Param<?> constant) {
                columns.add(column);
                values.add(each(elements, element -> constant.value()));
            } else if (value instanceof Supplied<?> supplied) {
                columns.add(column);
                values.add(each(elements, element -> supplied.supplier().get()));
            } else if (value != null) {
                same.add(new Assignment(column, value));
            }
        });
        BulkRows rows = new BulkRows(List.copyOf(columns), values, elements.size(), same);
        return new Insert(With.NOTHING, batch.table(), rows, null);
    }

    private static boolean isValue(@Nullable Expression<?> value) {
        return value instanceof Param<?> || value instanceof Supplied<?>;
    }

    private static Stream<Column<?>> unbound(Batch<?> batch) {
        return batch.table().columns().stream()
                .filter(column -> batch.bindings().stream()
                        .noneMatch(binding -> binding.column().equals(column)));
    }

    private static <S> List<?> each(
            List<? extends S> elements, Function<? super S, ? extends @Nullable Object> function) {
        List<@Nullable Object> values = new ArrayList<>(elements.size());
        for (S element : elements) {
            values.add(function.apply(element));
        }
        return values;
    }
}
