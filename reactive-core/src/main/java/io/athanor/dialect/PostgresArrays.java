package io.athanor.dialect;

import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arrays as r2dbc-postgresql takes and gives them. */
final class PostgresArrays {
    /** Bytes travel as text: the driver has no class for arrays of them that goes both ways. */
    private static final Codec BYTES = new Codec(
            ByteBuffer.class,
            raw -> bytes((ByteBuffer) raw),
            String.class,
            value -> "\\x" + HexFormat.of().formatHex((byte[]) value));

    /** What is sent as an array of another type, mostly text. */
    private static final Set<Kind> CAST = EnumSet.of(
            Kind.CHAR,
            Kind.VARCHAR,
            Kind.VARBINARY,
            Kind.BINARY,
            Kind.INTERVAL,
            Kind.JSON,
            Kind.JSONB,
            Kind.ENUM,
            Kind.OTHER);

    private PostgresArrays() {}

    static String marker(int index, DataType type, PostgresDialect dialect) {
        return CAST.contains(type.elementType().kind())
                ? "cast($" + index + " as " + dialect.typeName(type.unsized()) + ")"
                : "$" + index;
    }

    static Codec codec(DataType element) {
        Codec each =
                element.kind() == Kind.BINARY || element.kind() == Kind.VARBINARY ? BYTES : PostgresCodecs.of(element);
        Class<?> readAs = each.readAs() == Object.class
                ? Object.class
                : of(each.readAs(), 0).getClass();
        Class<?> nullAs = each.nullAs() == Object.class
                ? Object.class
                : of(each.nullAs(), 0).getClass();
        return new Codec(
                readAs, raw -> list((@Nullable Object[]) raw, each), nullAs, value -> array((List<?>) value, each));
    }

    private static List<@Nullable Object> list(@Nullable Object[] raw, Codec each) {
        List<@Nullable Object> values = new ArrayList<>(raw.length);
        for (Object value : raw) {
            values.add(value == null ? null : each.decode().apply(value));
        }
        return values;
    }

    private static Object array(List<?> values, Codec each) {
        Object[] array = of(each.nullAs() == Object.class ? common(values) : each.nullAs(), values.size());
        for (int i = 0; i < array.length; i++) {
            Object value = values.get(i);
            array[i] = value == null ? null : each.encode().apply(value);
        }
        return array;
    }

    /** The class of the values of a type that only the database knows. */
    private static Class<?> common(List<?> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .findFirst()
                .<Class<?>>map(Object::getClass)
                .orElse(String.class);
    }

    private static Object[] of(Class<?> component, int length) {
        return (Object[]) Array.newInstance(component, length);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
