package io.athanor.orm.state;

import io.athanor.orm.mapping.RelationshipMapping;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import org.jspecify.annotations.Nullable;

/** A list that was not loaded. */
final class UnloadedList<E> extends AbstractList<E> implements Unloaded {
    private final RelationshipMapping relationship;

    UnloadedList(RelationshipMapping relationship) {
        this.relationship = relationship;
    }

    @Override
    public E get(int index) {
        throw Unloaded.error(relationship);
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
    public ListIterator<E> listIterator(int index) {
        throw Unloaded.error(relationship);
    }

    @Override
    public List<E> subList(int from, int to) {
        throw Unloaded.error(relationship);
    }

    @Override
    public void sort(@Nullable Comparator<? super E> order) {
        throw Unloaded.error(relationship);
    }

    @Override
    public void add(int index, E element) {
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
