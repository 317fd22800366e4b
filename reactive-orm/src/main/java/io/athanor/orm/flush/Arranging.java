package io.athanor.orm.flush;

import io.athanor.EntityStateException;
import io.athanor.orm.flush.Arranged.Spot;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MemberPlace;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Unloaded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in their collections members are going to be, of collections that keep that in columns: what the collection says, without
 * those who leave it by the other side; who comes by the other side alone goes to the end of a list.
 */
final class Arranging {
    private final SessionState session;
    private final Doomed doomed;
    private final References references;
    private final Links links;
    private final Joiners joiners;
    private final List<Arranged> all = new ArrayList<>();

    Arranging(SessionState session, Doomed doomed, References references, Links links, Joiners joiners) {
        this.session = session;
        this.doomed = doomed;
        this.references = references;
        this.links = links;
        this.joiners = joiners;
    }

    /** The collections that have changed. */
    List<Arranged> changed() {
        return all.stream().filter(Arranged::isChanged).toList();
    }

    /** Hears the collections of one who stays; what is new has no state. */
    void hear(Object owner, EntityMapping<?> mapping, @Nullable EntityState state) {
        for (RelationshipMapping relationship : mapping.relationships()) {
            MemberPlace place = relationship.place();
            if (place == null) {
                continue;
            }
            List<Object> coming = joiners.of(relationship, owner);
            boolean isLoaded = (state == null || state.isLoaded(relationship)) && !Unloaded.is(relationship.get(owner));
            if (isLoaded) {
                List<Spot> before = state == null
                        ? List.of()
                        : Arranged.spots(state.members(relationship), state.places(relationship));
                Arranged arranged = new Arranged(relationship, owner, now(relationship, owner, coming), before);
                all.add(arranged);
                links.handle(relationship, owner);
            } else if (!coming.isEmpty() && place.kind() != MemberPlace.Kind.INDEX) {
                throw lacksKey(relationship);
            }
        }
    }

    private List<Spot> now(RelationshipMapping relationship, Object owner, List<Object> coming) {
        boolean isList = relationship.place() != null && relationship.place().kind() == MemberPlace.Kind.INDEX;
        List<Spot> spots = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<@Nullable Object> places = relationship.places(owner);
        int next = 0;
        for (Object member : relationship.members(owner)) {
            Object place = places.get(next++);
            if (doomed.hasEntity(member) || !stays(relationship, owner, member)) {
                continue;
            }
            if (!seen.add(member) && (relationship.joinTable() == null || relationship.inverse() != null)) {
                throw new EntityStateException(Reach.name(relationship) + " holds the same "
                        + relationship.target().name() + " twice, and it is in one place; remove one of the two");
            }
            if (!isList && place == null) {
                throw lacksKey(relationship);
            }
            spots.add(new Spot(member, isList ? (Object) spots.size() : place));
        }
        for (Object member : coming) {
            if (seen.add(member)) {
                if (!isList) {
                    throw lacksKey(relationship);
                }
                spots.add(new Spot(member, spots.size()));
            }
        }
        return spots;
    }

    private static EntityStateException lacksKey(RelationshipMapping relationship) {
        return new EntityStateException("a " + relationship.target().name() + " was given to a "
                + relationship.owner().name() + " without a key in " + Reach.name(relationship)
                + ", whose keys a column keeps; load that map, and put it there");
    }

    /** Whether the other side does not say that {@code member} has left. */
    private boolean stays(RelationshipMapping relationship, Object owner, Object member) {
        if (relationship.kind() == Kind.MANY_BY_TABLE) {
            return !links.isRemoved(relationship, owner, member);
        }
        RelationshipMapping own = relationship.inverse();
        RelationshipMapping said = own == null ? relationship : own;
        if (references.of(member).containsKey(said)) {
            return references.of(member).get(said) == owner;
        }
        if (own == null || own.get(member) == owner) {
            return true;
        }
        EntityState state = session.of(member);
        return own.get(member) == null && state != null && !state.isLoaded(own);
    }
}
