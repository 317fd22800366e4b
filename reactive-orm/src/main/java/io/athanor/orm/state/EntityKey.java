package io.athanor.orm.state;

import io.athanor.orm.mapping.EntityMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which row an entity is: one object for each of these in a session. Immutable, and small: one is made for every row. */
public final class EntityKey {
    private final EntityMapping<?> root;
    /** The value of the only column, or a list of the values of several. */
    private final Object value;

    private final boolean isSingle;
    private final int hash;

    private EntityKey(EntityMapping<?> root, Object value, boolean isSingle) {
        this.root = root;
        this.value = value;
        this.isSingle = isSingle;
        this.hash = 31 * root.hashCode() + value.hashCode();
    }

    /**
     * The key of an entity of {@code mapping}, which need not be the root.
     *
     * @param values the values of the key's columns, in order
     */
    public static EntityKey of(EntityMapping<?> mapping, List<Object> values) {
        return values.size() == 1
                ? ofOne(mapping, values.get(0))
                : new EntityKey(mapping.root(), List.copyOf(values), false);
    }

    /** The key of an entity of {@code mapping} whose key is one column. */
    public static EntityKey ofOne(EntityMapping<?> mapping, Object value) {
        return new EntityKey(mapping.root(), value, true);
    }

    /** The mapping at the root of the entity's hierarchy, below which keys are unique. */
    public EntityMapping<?> root() {
        return root;
    }

    /** The values of the key's columns, in order. */
    @SuppressWarnings("unchecked") // several values are a list
    public List<Object> values() {
        return isSingle ? List.of(value) : (List<Object>) value;
    }

    /** The value of the key's column of this index. */
    public Object value(int index) {
        return isSingle ? value : ((List<?>) value).get(index);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EntityKey key
                        && hash == key.hash
                        && isSingle == key.isSingle
                        && value.equals(key.value)
                        && root.equals(key.root));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The entity's name; the values are the application's. */
    @Override
    public String toString() {
        return "key of " + root.name();
    }
}
