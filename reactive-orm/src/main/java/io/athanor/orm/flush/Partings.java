package io.athanor.orm.flush;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.sql.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Parts those who stay from those who are deleted: foreign keys to them become NULL, rows of join tables go. What the database
 * does itself, ON DELETE, is left to it.
 *
 * @param emptied relationships of which not all members are known
 */
record Partings(List<Emptying> emptied) {
    /** Of members that are known, {@code references} is told. */
    static Partings of(SessionState session, Doomed doomed, References references) {
        if (doomed.stored().isEmpty()) {
            return new Partings(List.of());
        }
        session.all().stream().filter(state -> !doomed.has(state)).forEach(state -> release(state, doomed, references));
        Map<RelationshipMapping, List<List<Object>>> emptied = new LinkedHashMap<>();
        for (EntityState owner : doomed.stored()) {
            for (RelationshipMapping relationship : owner.mapping().related()) {
                if (Sides.isByTarget(relationship) && relationship.inverse() == null) {
                    release(owner, relationship, doomed, references);
                }
                if (isToBeEmptied(owner, relationship)) {
                    emptied.computeIfAbsent(relationship, key -> new ArrayList<>())
                            .add(Objects.requireNonNull(owner.key()).values());
                }
            }
        }
        List<Emptying> all = new ArrayList<>();
        emptied.forEach((relationship, owners) -> all.add(new Emptying(relationship, List.copyOf(owners))));
        return new Partings(List.copyOf(all));
    }

    /** One who stays no longer refers to who goes, if that one's side knows the relationship. */
    private static void release(EntityState child, Doomed doomed, References references) {
        for (RelationshipMapping own : child.mapping().relationships()) {
            if (own.kind() == Kind.TO_ONE && own.inverse() != null) {
                Object parent = references.target(child.entity(), own);
                if (doomed.hasEntity(parent) && child.members(own).contains(parent)) {
                    references.put(child.entity(), own, null);
                }
            }
        }
    }

    /** The same where only the side of who goes knows. */
    private static void release(
            EntityState owner, RelationshipMapping relationship, Doomed doomed, References references) {
        for (Object member : owner.members(relationship)) {
            if (!doomed.hasEntity(member) && !references.of(member).containsKey(relationship)) {
                references.put(member, relationship, null);
            }
        }
    }

    private static boolean isToBeEmptied(EntityState owner, RelationshipMapping relationship) {
        if (relationship.kind() == Kind.TO_ONE || DatabaseDeletes.act(relationship.foreignKey())) {
            return false;
        }
        if (relationship.joinTable() != null) {
            return !owner.isLoaded(relationship) || !owner.members(relationship).isEmpty();
        }
        return !owner.isLoaded(relationship)
                && !relationship.target().isRecord()
                && !relationship.cascades().contains(Cascade.DELETE)
                && relationship.foreignKey().stream().allMatch(Column::isNullable);
    }
}
