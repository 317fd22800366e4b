package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.types.SqlType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import java.lang.reflect.Type;

/** A converter of the application between an attribute's class and one that a column type fits. NULL does not reach it. */
final class ValueConverter {
    private final AttributeConverter<Object, Object> converter;
    private final Class<?> attributeType;
    private final Class<?> columnType;

    private ValueConverter(AttributeConverter<Object, Object> converter, Class<?> attributeType, Class<?> columnType) {
        this.converter = converter;
        this.attributeType = attributeType;
        this.columnType = columnType;
    }

    /** The converter that {@code attribute} names. */
    static ValueConverter of(Attribute attribute, Convert said) {
        if (said.converter() == AttributeConverter.class) {
            throw attribute.error(Convert.class, "names no converter; say converter = …");
        }
        ValueConverter converter = of(said.converter());
        if (!converter.attributeType.isAssignableFrom(Boxes.of(attribute.rawType()))) {
            throw attribute.error(
                    Convert.class,
                    "names " + converter + ", which is for " + converter.attributeType.getName() + ", and this is a "
                            + attribute.rawType().getName());
        }
        return converter;
    }

    @SuppressWarnings("unchecked") // its type arguments are read
    static ValueConverter of(Class<?> type) {
        Type[] arguments = TypeArguments.ofInterface(type, AttributeConverter.class);
        if (arguments == null) {
            throw new MappingException(
                    type.getName() + ": does not say what it converts; implement AttributeConverter<X, Y> of classes");
        }
        return new ValueConverter(
                (AttributeConverter<Object, Object>) Construction.of(type).make(),
                TypeArguments.raw(arguments[0]),
                TypeArguments.raw(arguments[1]));
    }

    Class<?> attributeType() {
        return attributeType;
    }

    /** The class that it makes of attributes. */
    Class<?> columnType() {
        return columnType;
    }

    /** The type of a column of {@code stored}, seen as the attribute's class. */
    @SuppressWarnings("unchecked") // the converter's arguments were compared with both classes
    SqlType<?> over(SqlType<?> stored) {
        return ((SqlType<Object>) stored)
                .map(
                        (Class<Object>) attributeType,
                        converter::convertToEntityAttribute,
                        converter::convertToDatabaseColumn);
    }

    @Override
    public String toString() {
        return converter.getClass().getName();
    }
}
