package io.athanor.types;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A SQL type together with the Java type its values have. The built-in ones are in {@link Types}; one's own are made of
 * them with {@link #map}:
 *
 * <pre>{@code
 * static final SqlType<Money> MONEY = decimal(12, 2).map(Money.class, Money::of, Money::amount);
 * }</pre>
 *
 * Immutable. NULL never reaches the functions of a mapping: it is null on both sides.
 *
 * @param <T> the Java type of the values
 */
public sealed class SqlType<T> permits NumberType, TextType {
    private final DataType dataType;
    private final Class<T> javaType;
    private final Function<Object, T> decode;
    private final Function<T, Object> encode;

    SqlType(DataType dataType, Class<T> javaType) {
        this(dataType, javaType, javaType::cast, value -> value);
    }

    SqlType(DataType dataType, Class<T> javaType, Function<Object, T> decode, Function<T, Object> encode) {
        this.dataType = Objects.requireNonNull(dataType, "dataType");
        this.javaType = Objects.requireNonNull(javaType, "javaType");
        this.decode = decode;
        this.encode = encode;
    }

    /**
     * The same SQL type seen as another Java type; usable wherever a built-in type is: columns, parameters, results,
     * arrays.
     *
     * @param type the Java type of the values
     * @param read makes a value of what the database returned
     * @param write makes what the database takes of a value
     */
    public final <U> SqlType<U> map(
            Class<U> type, Function<? super T, ? extends U> read, Function<? super U, ? extends T> write) {
        Objects.requireNonNull(read, "read");
        Objects.requireNonNull(write, "write");
        return new SqlType<>(
                dataType, type, raw -> read.apply(decode.apply(raw)), value -> encode.apply(write.apply(value)));
    }

    /** SQL's side of this type. */
    public final DataType dataType() {
        return dataType;
    }

    /** The class of the values. */
    public final Class<T> javaType() {
        return javaType;
    }

    /** The value that {@code raw}, a value of the kind's own Java type, stands for; null for null. */
    public final @Nullable T decode(@Nullable Object raw) {
        return raw == null ? null : decode.apply(raw);
    }

    /** The value of the kind's own Java type that {@code value} is sent as; null for null. */
    public final @Nullable Object encode(@Nullable T value) {
        return value == null ? null : encode.apply(value);
    }

    final T decodeValue(Object raw) {
        return decode.apply(raw);
    }

    final Object encodeValue(T value) {
        return encode.apply(value);
    }

    /** The data type in standard SQL. */
    @Override
    public final String toString() {
        return dataType.toString();
    }
}
