package io.athanor.orm.mapping;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes an entity that is a record by its canonical constructor, of a row and of what the row refers to. Immutable. */
final class RecordMaker {
    private final RecordForm form;
    private final List<Part> parts = new ArrayList<>();

    RecordMaker(EntityMapping<?> mapping, EntityWriter writer) {
        form = RecordForm.of(mapping.type());
        for (RecordComponent component : mapping.type().getRecordComponents()) {
            parts.add(part(component.getName(), mapping, writer));
        }
    }

    private static Part part(String name, EntityMapping<?> mapping, EntityWriter writer) {
        for (RelationshipMapping relationship : mapping.relationships()) {
            if (relationship.name().equals(name)) {
                return (values, targets) -> targets.apply(relationship);
            }
        }
        for (MappedColumn column : mapping.columns()) {
            if (column.path().equals(name)) {
                return (values, targets) -> values[column.index()];
            }
        }
        return (values, targets) -> writer.embedded(name, values);
    }

    Object make(@Nullable Object[] values, Function<RelationshipMapping, @Nullable Object> targets) {
        @Nullable Object[] components = new @Nullable Object[parts.size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = parts.get(i).of(values, targets);
        }
        return form.make(null, components);
    }

    /** A component's value. */
    private interface Part {
        @Nullable
        Object of(@Nullable Object[] values, Function<RelationshipMapping, @Nullable Object> targets);
    }
}
