package io.athanor.orm.state;

import io.athanor.orm.mapping.EntityMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which row an entity is: one object for each of these in a session. Immutable.
 *
 * @param root the mapping at the root of the entity's hierarchy, below which keys are unique
 * @param values the values of the key's columns, in order
 */
public record EntityKey(EntityMapping<?> root, List<Object> values) {
    /** The key of an entity of {@code mapping}, which need not be the root. */
    public static EntityKey of(EntityMapping<?> mapping, List<Object> values) {
        return new EntityKey(mapping.root(), List.copyOf(values));
    }

    /** Without the iterators of lists: it is asked for every row. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof EntityKey key) || !root.equals(key.root) || values.size() != key.values.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).equals(key.values.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = root.hashCode();
        for (int i = 0; i < values.size(); i++) {
            hash = 31 * hash + values.get(i).hashCode();
        }
        return hash;
    }

    /** The entity's name; the values are the application's. */
    @Override
    public String toString() {
        return "key of " + root.name();
    }
}
