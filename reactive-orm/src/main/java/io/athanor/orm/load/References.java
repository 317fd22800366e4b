package io.athanor.orm.load;

import io.athanor.ResultException;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Holder;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.Snapshot;
import io.athanor.sql.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The to-one relationships of a class, which are loaded along with it, and where among its columns the keys are. Immutable. */
final class References {
    private final List<Reference> all;

    private References(List<Reference> all) {
        this.all = all;
    }

    static References of(EntityMapping<?> mapping) {
        List<Reference> all = new ArrayList<>();
        for (RelationshipMapping relationship : mapping.relationships()) {
            if (relationship.holder() == Holder.ONE) {
                all.add(Reference.of(mapping, relationship));
            }
        }
        return new References(List.copyOf(all));
    }

    List<Reference> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether all are loaded. */
    boolean areLoaded(EntityState state) {
        for (Reference reference : all) {
            if (!state.isLoaded(reference.relationship)) {
                return false;
            }
        }
        return true;
    }

    Reference of(RelationshipMapping relationship) {
        for (Reference reference : all) {
            if (reference.relationship.equals(relationship)) {
                return reference;
            }
        }
        throw new IllegalArgumentException(relationship.name() + " is not a reference");
    }

    /**
     * One of them.
     *
     * @param relationship the relationship
     * @param foreignKey the columns of the owner that have its key; empty if the target's table has it
     */
    record Reference(RelationshipMapping relationship, List<MappedColumn> foreignKey) {
        private static Reference of(EntityMapping<?> mapping, RelationshipMapping relationship) {
            if (relationship.kind() != Kind.TO_ONE) {
                return new Reference(relationship, List.of());
            }
            List<MappedColumn> columns = new ArrayList<>();
            for (Column<?> column : mapping.own(relationship.foreignKey())) {
                columns.add(mapping.columns().stream()
                        .filter(mapped -> mapped.column().equals(column))
                        .findFirst()
                        .orElseThrow());
            }
            return new Reference(relationship, List.copyOf(columns));
        }

        /** Whether the owner's row has the target's key. */
        boolean isByKey() {
            return !foreignKey.isEmpty();
        }

        /** What to say of a key that no row has. */
        ResultException gone(EntityMapping<?> owner) {
            return new ResultException(owner.name() + "." + relationship.name() + " refers to a "
                    + relationship.target().name()
                    + " whose row is not there; a foreign key constraint would have kept it");
        }

        /** Which entity a row with these values refers to, null if to none. */
        @Nullable
        EntityKey key(@Nullable Object[] values) {
            Object[] parts = new Object[foreignKey.size()];
            for (int i = 0; i < parts.length; i++) {
                Object part = values[foreignKey.get(i).index()];
                if (part == null) {
                    return null;
                }
                parts[i] = part;
            }
            return EntityKey.of(relationship.target(), List.of(parts));
        }

        /** Likewise, going by what is known of the row. */
        @Nullable
        EntityKey key(Snapshot row) {
            Object[] parts = new Object[foreignKey.size()];
            for (int i = 0; i < parts.length; i++) {
                Object part = row.value(foreignKey.get(i));
                if (part == null) {
                    return null;
                }
                parts[i] = part;
            }
            return EntityKey.of(relationship.target(), List.of(parts));
        }
    }
}
