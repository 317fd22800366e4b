package io.athanor.sql;

import io.athanor.types.NumberType;
import java.util.List;

/**
 * A column of numbers.
 *
 * @param <N> the Java type of the values
 */
public final class NumberColumn<N extends Number> extends Column<N> implements NumberExpression<N> {
    private final NumberType<N> numberType;

    NumberColumn(Source<?> source, String name, NumberType<N> type, List<ColumnOption<? super N>> options) {
        super(source, name, type, options);
        this.numberType = type;
    }

    @Override
    NumberColumn<N> of(Source<?> other) {
        return new NumberColumn<>(other, name(), numberType, options());
    }

    @Override
    public NumberType<N> type() {
        return numberType;
    }
}
