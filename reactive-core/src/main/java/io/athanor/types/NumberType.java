package io.athanor.types;

/**
 * A type one can calculate with. Immutable.
 *
 * @param <N> the Java type of the values
 */
public final class NumberType<N extends Number> extends SqlType<N> {
    NumberType(DataType dataType, Class<N> javaType) {
        super(dataType, javaType);
    }
}
