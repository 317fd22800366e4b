package io.athanor.orm.processor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The entities and converters that the compiler was given, and those in the packages of these, compiled before: an
 * incremental compilation may be given some of them only. Confined to one compilation.
 */
final class KnownClasses {
    private final Map<String, TypeElement> entities = new LinkedHashMap<>();
    private final Map<String, TypeElement> converters = new LinkedHashMap<>();

    void add(Collection<? extends Element> given, Elements elements) {
        given.stream().map(elements::getPackageOf).distinct().forEach(in -> add(in.getEnclosedElements()));
        add(List.copyOf(given));
    }

    private void add(List<? extends Element> classes) {
        for (TypeElement type : ElementFilter.typesIn(classes)) {
            String name = type.getQualifiedName().toString();
            if (Annotations.has(type, "Entity")) {
                entities.put(name, type);
            } else if (Annotations.text(type, "Converter", "autoApply").equals("true")) {
                converters.put(name, type);
            }
            add(type.getEnclosedElements());
        }
    }

    Collection<TypeElement> entities() {
        return entities.values();
    }

    Collection<TypeElement> converters() {
        return converters.values();
    }
}
