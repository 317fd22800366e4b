package io.athanor.orm.mapping;

import io.athanor.MappingException;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the classes of a model say that holds for others too: converters that apply by themselves. */
final class ModelContext {
    private final Map<Class<?>, ValueConverter> automatic = new HashMap<>();

    /** What {@code types}, among them converters, say. */
    static ModelContext of(List<Class<?>> types) {
        ModelContext context = new ModelContext();
        for (Class<?> type : types) {
            Converter converter = type.getAnnotation(Converter.class);
            if (converter != null && converter.autoApply()) {
                context.add(ValueConverter.of(type));
            }
        }
        return context;
    }

    private void add(ValueConverter converter) {
        ValueConverter other = automatic.put(converter.attributeType(), converter);
        if (other != null) {
            throw new MappingException(converter + " and " + other + " both apply by themselves to "
                    + converter.attributeType().getName() + "; say autoApply = false on one");
        }
    }

    /** The converter of an attribute, null if it has none. */
    @Nullable
    ValueConverter converter(Attribute attribute) {
        Convert said = attribute.convert();
        if (said != null && said.disableConversion()) {
            return null;
        }
        return said == null ? automatic.get(Boxes.of(attribute.rawType())) : ValueConverter.of(attribute, said);
    }
}
