package io.athanor.types;

import io.athanor.ConfigurationException;
import io.athanor.ResultException;
import io.athanor.types.DataType.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The three ways to keep a Java enum. */
final class Enums {
    private static final int USUAL_LENGTH = 64;

    private Enums() {}

    static <E extends Enum<E>> SqlType<E> byName(Class<E> type) {
        int longest = names(type).stream().mapToInt(String::length).max().orElse(0);
        Function<String, E> constant = constants(type);
        return Types.varchar(Math.max(USUAL_LENGTH, longest)).map(type, constant, Enum::name);
    }

    @SuppressWarnings("EnumOrdinal") // what the caller asked for
    static <E extends Enum<E>> SqlType<E> byOrdinal(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return Types.SMALLINT.map(
                type,
                ordinal -> {
                    if (ordinal < 0 || ordinal >= constants.length) {
                        throw unknown(type);
                    }
                    return constants[ordinal];
                },
                value -> (short) value.ordinal());
    }

    static <E extends Enum<E>> SqlType<E> named(String name, Class<E> type) {
        Function<String, E> constant = constants(type);
        if (name.isBlank()) {
            throw new ConfigurationException("an enum type of the database needs a name");
        }
        return new SqlType<>(
                DataType.named(Kind.ENUM, name, names(type)), type, raw -> constant.apply((String) raw), Enum::name);
    }

    private static <E extends Enum<E>> Function<String, E> constants(Class<E> type) {
        Map<String, E> byName =
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toUnmodifiableMap(Enum::name, e -> e));
        return name -> {
            E constant = byName.get(name);
            if (constant == null) {
                throw unknown(type);
            }
            return constant;
        };
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    private static ResultException unknown(Class<?> type) {
        return new ResultException("the database holds a value that is no constant of " + type.getName()
                + "; add the constant or correct the rows");
    }
}
