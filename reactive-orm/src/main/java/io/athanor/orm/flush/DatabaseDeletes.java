package io.athanor.orm.flush;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.Lifecycle;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.sql.Column;
import io.athanor.sql.ForeignKey;
import io.athanor.sql.ForeignKey.Action;
import io.athanor.sql.TypedTable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the database does itself, by ON DELETE, to rows that refer to those that are deleted. After SQLAlchemy's passive deletes. */
final class DatabaseDeletes {
    private final Set<RelationshipMapping> seen = new HashSet<>();

    private DatabaseDeletes() {}

    /**
     * Whether those that a relationship cascades a deletion to need not be read: the database deletes them, and all that they
     * cascade to in turn, and none of their classes wants to be called.
     */
    static boolean cover(RelationshipMapping relationship) {
        return new DatabaseDeletes().covers(relationship);
    }

    /** Whether foreign keys of these columns do not stand in the way of what they refer to. */
    static boolean act(List<Column<?>> foreignKey) {
        Action action = onDelete(foreignKey);
        return action == Action.CASCADE || action == Action.SET_NULL || action == Action.SET_DEFAULT;
    }

    private static @Nullable Action onDelete(List<Column<?>> foreignKey) {
        TypedTable<?> table = foreignKey.get(0).source().table();
        Stream<ForeignKey> keys = table == null ? Stream.of() : table.foreignKeys().stream();
        return keys.filter(key -> key.columns().equals(foreignKey))
                .map(key -> key.actions().delete())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private boolean covers(RelationshipMapping relationship) {
        if (!seen.add(relationship)) {
            return true; // a tree: decided by whoever saw it first
        }
        return relationship.kind() != Kind.TO_ONE
                && relationship.joinTable() == null
                && relationship.inverse() != null
                && onDelete(relationship.foreignKey()) == Action.CASCADE
                && classes(relationship.target()).allMatch(this::goesUnseen);
    }

    private static Stream<EntityMapping<?>> classes(EntityMapping<?> target) {
        List<Object> values = target.discriminatorValues();
        return values.isEmpty() ? Stream.of(target) : values.stream().map(target::ofDiscriminator);
    }

    private boolean goesUnseen(EntityMapping<?> mapping) {
        return mapping.tables().size() == 1
                && !mapping.listensTo(Lifecycle.PRE_REMOVE)
                && !mapping.listensTo(Lifecycle.POST_REMOVE)
                && mapping.related().stream().allMatch(this::needsNothing);
    }

    private boolean needsNothing(RelationshipMapping relationship) {
        if (relationship.cascades().contains(Cascade.DELETE) && relationship.joinTable() == null) {
            return covers(relationship);
        }
        return relationship.kind() == Kind.TO_ONE || act(relationship.foreignKey());
    }
}
