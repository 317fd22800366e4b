package io.athanor.orm.mapping;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object within an entity, or within another such object, whose parts are columns of the entity's table. It is null where
 * all of them are.
 */
final class Embedding {
    private final Property place;
    private final EmbeddedForm form;

    /**
     * An object of this form.
     *
     * @param place where in the entity it is
     */
    Embedding(Property place, EmbeddedForm form) {
        this.place = place;
        this.form = form;
    }

    /** One of its parts, seen from the entity. */
    Property part(int index) {
        return new PartProperty(this, index);
    }

    @Nullable
    Object part(Object entity, int index) {
        Object object = place.get(entity);
        return object == null ? null : form.parts().get(index).get(object);
    }

    void setPart(Object entity, int index, @Nullable Object value) {
        Object existing = place.get(entity);
        if (existing == null && value == null) {
            return;
        }
        @Nullable Object[] values = form.values(existing);
        values[index] = value;
        assign(entity, existing, values);
    }

    private void assign(Object entity, @Nullable Object existing, @Nullable Object[] values) {
        boolean isNothing = Arrays.stream(values).allMatch(Objects::isNull);
        place.set(entity, isNothing ? null : form.make(existing, values));
    }

    EmbeddedForm form() {
        return form;
    }

    /** The part that {@code property} is of this object, -1 if it is none of it. */
    int indexOf(Property property) {
        return property instanceof PartProperty part && part.embedding == this ? part.index : -1;
    }

    /** The object that {@code property} is a part of; null if it is one of the entity itself. */
    static @Nullable Embedding of(Property property) {
        return property instanceof PartProperty part ? part.embedding : null;
    }

    /** The outermost object that {@code property} is in; null if it is one of the entity itself. */
    static @Nullable Embedding root(Property property) {
        Embedding embedding = of(property);
        Embedding outer = embedding == null ? null : root(embedding.place);
        return outer == null ? embedding : outer;
    }

    /** The value of {@code property}, which is in this object or deeper, given the object itself instead of the entity. */
    @Nullable
    Object within(Object object, Property property) {
        if (!(property instanceof PartProperty part)) {
            throw new IllegalArgumentException("not of an embedded object");
        }
        Object holder = part.embedding == this ? object : within(object, part.embedding.place);
        return holder == null
                ? null
                : part.embedding.form.parts().get(part.index).get(holder);
    }

    /** The object that has this one in it, null if that is the entity. */
    @Nullable
    Embedding outer() {
        return of(place);
    }

    Property place() {
        return place;
    }

    /** A part of an embedded object, seen from the entity. */
    private record PartProperty(Embedding embedding, int index) implements Property {
        @Override
        public @Nullable Object get(Object object) {
            return embedding.part(object, index);
        }

        @Override
        public void set(Object object, @Nullable Object value) {
            embedding.setPart(object, index, value);
        }
    }
}
