package io.athanor.orm.mapping;

import org.jspecify.annotations.Nullable;

/**
 * The foreign key of a to-one relationship: a part of the key of what the attribute refers to. It is not written this way.
 *
 * @param relationship the relationship
 * @param part which part of the key
 */
record ReferenceProperty(RelationshipMapping relationship, int part) implements Property {
    @Override
    public @Nullable Object get(Object object) {
        Object target = relationship.get(object);
        return target == null ? null : relationship.target().key().get(part).get(target);
    }

    @Override
    public void set(Object object, @Nullable Object value) {}
}
