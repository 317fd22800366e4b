package io.athanor.orm.mapping;

import io.athanor.MappingException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What a record cannot be as an entity: it is made at once of its row, and never changes. */
final class RecordChecks {
    private RecordChecks() {}

    static void check(Collection<? extends EntityMapping<?>> mappings) {
        for (EntityMapping<?> mapping : mappings) {
            if (mapping.isRecord()) {
                checkRecord(mapping);
            }
            for (RelationshipMapping relationship : mapping.relationships()) {
                if (relationship.target().isRecord() && relationship.cascades().contains(Cascade.DELETE)) {
                    throw relationship
                            .draft()
                            .attribute()
                            .error("cascades deletes to "
                                    + relationship.target().name()
                                    + ", which is a record, a read-only entity; remove the cascade");
                }
            }
        }
    }

    private static void checkRecord(EntityMapping<?> mapping) {
        for (MappedColumn column : mapping.columns()) {
            if (column.isDeferred()) {
                throw new MappingException(mapping.type().getName() + "." + column.path()
                        + ": is deferred, and a record is made of its whole row; use a class, or do not defer it");
            }
        }
        for (RelationshipMapping relationship : mapping.related()) {
            if (relationship.kind() != RelationshipMapping.Kind.TO_ONE) {
                throw relationship
                        .draft()
                        .attribute()
                        .error(
                                "would be filled after its record is made, which cannot be; leave it out and query for it,"
                                        + " or use a class");
            }
            if (relationship.name().contains(".")) {
                throw relationship
                        .draft()
                        .attribute()
                        .error(
                                "is a relationship within an embedded object of a record; make it a component of the record");
            }
            requireEnd(relationship, relationship.target(), new HashSet<>(Set.of(mapping)));
        }
    }

    private static void requireEnd(RelationshipMapping first, EntityMapping<?> target, Set<EntityMapping<?>> before) {
        if (!target.isRecord()) {
            return;
        }
        if (!before.add(target)) {
            throw first.draft()
                    .attribute()
                    .error("leads by records alone back to the " + target.name()
                            + " it is to be made for, without end; hold the key there, or make one of them a class");
        }
        for (RelationshipMapping next : target.relationships()) {
            requireEnd(first, next.target(), new HashSet<>(before));
        }
    }
}
