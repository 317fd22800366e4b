package io.athanor.orm.mapping;

import io.athanor.orm.mapping.KeyColumns.KeyColumn;
import io.athanor.orm.mapping.RelationshipMapping.Keys;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.sql.Column;
import io.athanor.sql.TypedTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds for each relationship the columns that link its two sides, and the attribute at the other side. */
final class RelationshipLinks {
    private final Drafts drafts;
    private final KeyColumns keys;
    private final Map<Class<?>, EntityMapping<?>> mappings;
    private final Map<RelationshipDraft, RelationshipMapping> resolved = new LinkedHashMap<>();

    RelationshipLinks(Drafts drafts, KeyColumns keys, Map<Class<?>, EntityMapping<?>> mappings) {
        this.drafts = drafts;
        this.keys = keys;
        this.mappings = mappings;
    }

    /** All relationships: first those that have the foreign key, then those that are the other side of one. */
    Map<RelationshipDraft, RelationshipMapping> resolve() {
        for (EntityDraft owner : drafts.all()) {
            for (RelationshipDraft relationship : owner.relationships()) {
                boolean hasKey = relationship.mappedBy() == null && !relationship.isByTargetColumn();
                if (hasKey && !resolved.containsKey(relationship)) {
                    add(owner, relationship, relationship.hasForeignKey() ? Kind.TO_ONE : Kind.MANY_BY_TABLE);
                }
            }
        }
        for (EntityDraft owner : drafts.all()) {
            for (RelationshipDraft relationship : owner.relationships()) {
                if (resolved.containsKey(relationship)) {
                    continue;
                }
                if (relationship.mappedBy() != null) {
                    link(owner, relationship, inverse(owner, relationship, relationship.mappedBy()));
                } else if (relationship.isByTargetColumn()) {
                    byTargetColumn(owner, relationship);
                }
            }
        }
        return resolved;
    }

    private void add(EntityDraft owner, RelationshipDraft relationship, Kind kind) {
        EntityDraft target = drafts.target(relationship);
        Keys columns = kind == Kind.TO_ONE
                ? new Keys(toOne(owner, relationship, keys.of(target)), List.of(), null)
                : joinTable(owner, relationship, target);
        resolved.put(relationship, mapping(owner, relationship, kind, columns));
    }

    private Keys joinTable(EntityDraft owner, RelationshipDraft relationship, EntityDraft target) {
        RelationshipDeclaration given = drafts.joinTable(relationship);
        return given == null
                ? JoinTables.of(relationship, owner, target, keys, mappings)
                : GivenJoinTables.of(relationship.attribute(), given, owner, target, keys);
    }

    private void byTargetColumn(EntityDraft owner, RelationshipDraft relationship) {
        List<Column<?>> columns = inTarget(relationship, keys.of(owner));
        Optional<RelationshipMapping> otherSide = resolved.values().stream()
                .filter(other -> other.kind() == Kind.TO_ONE
                        && other.owner().type() == relationship.target()
                        && other.target().type() == owner.type()
                        && other.foreignKey().equals(columns))
                .findFirst();
        if (otherSide.isPresent()) {
            link(owner, relationship, otherSide.get());
        } else {
            resolved.put(
                    relationship,
                    mapping(owner, relationship, Kind.MANY_BY_TARGET, new Keys(columns, List.of(), null)));
        }
    }

    private void link(EntityDraft owner, RelationshipDraft relationship, RelationshipMapping inverse) {
        Kind kind = inverse.joinTable() != null
                ? Kind.MANY_BY_TABLE_INVERSE
                : relationship.isToOne() ? Kind.ONE_BY_TARGET : Kind.MANY_BY_TARGET;
        if (inverse.inverse() != null) {
            throw relationship
                    .attribute()
                    .error("is the other side of " + inverse + ", and so is " + inverse.inverse()
                            + "; an attribute has one other side: remove one of the two");
        }
        if (kind == Kind.MANY_BY_TABLE_INVERSE && relationship.place() != null) {
            throw relationship
                    .attribute()
                    .error("keeps in a column where a member is, and " + inverse + " writes the join table; put the"
                            + " annotation there, or make the table an entity");
        }
        RelationshipMapping mapping =
                mapping(owner, relationship, kind, inverse.keys().reversed());
        mapping.linkTo(inverse);
        resolved.put(relationship, mapping);
    }

    private RelationshipMapping inverse(EntityDraft owner, RelationshipDraft relationship, String mappedBy) {
        EntityDraft target = drafts.target(relationship);
        RelationshipDraft other = target.relationships().stream()
                .filter(candidate -> candidate.name().equals(mappedBy))
                .findFirst()
                .orElseThrow(() -> relationship
                        .attribute()
                        .error("is mapped by \"" + mappedBy + "\", which is no relationship of "
                                + target.type().getName()
                                + "; it has "
                                + target.relationships().stream()
                                        .map(RelationshipDraft::name)
                                        .toList()));
        MappedByChecks.check(owner, relationship, other);
        return Objects.requireNonNull(resolved.get(other));
    }

    private RelationshipMapping mapping(EntityDraft owner, RelationshipDraft relationship, Kind kind, Keys columns) {
        RelationshipMapping mapping = new RelationshipMapping(
                relationship,
                kind,
                Objects.requireNonNull(mappings.get(owner.type())),
                Objects.requireNonNull(mappings.get(relationship.target())),
                columns);
        if (relationship.place() != null) {
            mapping.placeBy(place(relationship, relationship.place(), mapping));
        }
        return mapping;
    }

    private MemberPlace place(RelationshipDraft relationship, PlaceDraft place, RelationshipMapping mapping) {
        TypedTable<?> between = mapping.joinTable();
        List<ColumnSpec> specs = place.columns(type -> keys.of(relationship, type));
        EntityDraft target = drafts.target(relationship);
        TypedTable<?> table = between == null
                ? mapping.target()
                        .stored(Placement.ofForeign(target, target, relationship.name(), specs.get(0))
                                .table())
                : between;
        List<Column<?>> columns = specs.stream()
                .<Column<?>>map(column -> table.column(column.name()))
                .toList();
        return new MemberPlace(place.kind(), columns, place.entity() == null ? null : mappings.get(place.entity()));
    }

    private List<Column<?>> toOne(EntityDraft owner, RelationshipDraft relationship, List<KeyColumn> referred) {
        List<ColumnSpec> specs = JoinColumnReader.toOne(relationship, referred);
        return columns(owner, Placement.of(owner, relationship, relationship.name(), specs.get(0)), specs);
    }

    private List<Column<?>> inTarget(RelationshipDraft relationship, List<KeyColumn> referred) {
        List<ColumnSpec> specs = JoinColumnReader.inTarget(relationship, referred);
        EntityDraft target = drafts.target(relationship);
        return columns(target, Placement.ofForeign(target, target, relationship.name(), specs.get(0)), specs);
    }

    private List<Column<?>> columns(EntityDraft owner, Placement place, List<ColumnSpec> specs) {
        TypedTable<?> table = Objects.requireNonNull(mappings.get(owner.type())).stored(place.table());
        return specs.stream().<Column<?>>map(spec -> table.column(spec.name())).toList();
    }
}
