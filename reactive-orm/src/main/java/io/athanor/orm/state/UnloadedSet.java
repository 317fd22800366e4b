package io.athanor.orm.state;

import io.athanor.orm.mapping.RelationshipMapping;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A set that was not loaded. */
final class UnloadedSet<E> extends AbstractSet<E> implements Unloaded {
    private final RelationshipMapping relationship;

    UnloadedSet(RelationshipMapping relationship) {
        this.relationship = relationship;
    }

    @Override
    public int size() {
        throw Unloaded.error(relationship);
    }

    @Override
    public Iterator<E> iterator() {
        throw Unloaded.error(relationship);
    }

    @Override
    public boolean add(E element) {
        throw Unloaded.error(relationship);
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        throw Unloaded.error(relationship);
    }

    @Override
    public void clear() {
        throw Unloaded.error(relationship);
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        throw Unloaded.error(relationship);
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        throw Unloaded.error(relationship);
    }

    @Override
    public boolean containsAll(Collection<?> elements) {
        throw Unloaded.error(relationship);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        throw Unloaded.error(relationship);
    }

    @Override
    public int hashCode() {
        throw Unloaded.error(relationship);
    }

    @Override
    public String toString() {
        return WORDS;
    }
}
