package io.athanor.types;

import java.util.function.Function;

/** A type of text. Immutable. */
public final class TextType extends SqlType<String> {
    TextType(DataType dataType) {
        super(dataType, String.class);
    }

    TextType(DataType dataType, Function<Object, String> decode, Function<String, Object> encode) {
        super(dataType, String.class, decode, encode);
    }
}
