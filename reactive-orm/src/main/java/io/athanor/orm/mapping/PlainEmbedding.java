package io.athanor.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The attributes of an object within an entity, where no annotation says that it is embedded. */
final class PlainEmbedding {
    private PlainEmbedding() {}

    static List<Attribute> parts(Attribute attribute, boolean isByAccessors, Set<String> ignored) {
        Class<?> type = attribute.rawType();
        List<Attribute> parts = PlainAttributes.of(type, isByAccessors, ignored);
        EmbeddedForm form = type.isRecord()
                ? RecordForm.of(type)
                : new BeanForm(
                        type,
                        Construction.of(type),
                        parts.stream().map(Attribute::property).toList());
        Embedding embedding = new Embedding(attribute.property(), form);
        List<Attribute> inner = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Attribute part = parts.get(i);
            inner.add(new Attribute(
                    part.owner(),
                    attribute.path() + "." + part.path(),
                    part.type(),
                    part.declared(),
                    embedding.part(i),
                    Overrides.NONE));
        }
        return inner;
    }
}
