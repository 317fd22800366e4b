package io.athanor.orm.state;

import io.athanor.orm.mapping.RelationshipMapping;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map that was not loaded. */
final class UnloadedMap<K, V> extends AbstractMap<K, V> implements Unloaded {
    private final RelationshipMapping relationship;

    UnloadedMap(RelationshipMapping relationship) {
        this.relationship = relationship;
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        throw Unloaded.error(relationship);
    }

    @Override
    public V put(K key, V value) {
        throw Unloaded.error(relationship);
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> entries) {
        throw Unloaded.error(relationship);
    }

    @Override
    public Set<K> keySet() {
        throw Unloaded.error(relationship);
    }

    @Override
    public Collection<V> values() {
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
