package io.athanor.dialect;

import java.util.function.UnaryOperator;

/**
 * How values of one data type travel through a driver. The language has one Java class per kind of type; a driver may want
 * and give others. NULL does not come here.
 *
 * @param readAs the class the driver is asked for; Object for whatever it has
 * @param decode makes the language's value of the driver's
 * @param nullAs the class a NULL is said to be of
 * @param encode makes the driver's value of the language's
 */
public record Codec(Class<?> readAs, UnaryOperator<Object> decode, Class<?> nullAs, UnaryOperator<Object> encode) {
    /** A type for which the driver's class is the language's. */
    public static Codec same(Class<?> type) {
        return new Codec(type, UnaryOperator.identity(), type, UnaryOperator.identity());
    }

    /** A type that the driver reads as {@code readAs} and takes as it is. */
    public static Codec reading(Class<?> readAs, UnaryOperator<Object> decode, Class<?> type) {
        return new Codec(readAs, decode, type, UnaryOperator.identity());
    }
}
