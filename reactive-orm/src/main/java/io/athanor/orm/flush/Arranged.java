package io.athanor.orm.flush;

import io.athanor.orm.mapping.MemberPlace;
import io.athanor.orm.mapping.RelationshipMapping;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the members of a collection are going to be, and where they were.
 *
 * @param relationship the collection, which has its places in columns
 * @param owner whose it is
 * @param now where they are going to be
 * @param before where they were
 */
record Arranged(RelationshipMapping relationship, Object owner, List<Spot> now, List<Spot> before) {
    /**
     * A member in its place.
     *
     * @param member the member
     * @param place its index, null if the database does not say it; or the key that a map has it by
     */
    record Spot(Object member, @Nullable Object place) {
        /** Members, and keys that are entities, are told apart by identity. */
        boolean is(Spot other, boolean isByEntity) {
            return member == other.member && (isByEntity ? place == other.place : Objects.equals(place, other.place));
        }
    }

    static List<Spot> spots(List<?> members, List<? extends @Nullable Object> places) {
        List<Spot> spots = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            spots.add(new Spot(members.get(i), places.get(i)));
        }
        return spots;
    }

    MemberPlace place() {
        return Objects.requireNonNull(relationship.place());
    }

    /** Whether anybody has come, gone or changed places. A list that only has gaps between its indexes is left with them. */
    boolean isChanged() {
        if (place().kind() != MemberPlace.Kind.INDEX) {
            return now.size() != before.size() || !added().isEmpty();
        }
        if (now.size() != before.size()) {
            return true;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).member() != before.get(i).member()) {
                return true;
            }
        }
        return false;
    }

    /** Who was not there before. */
    List<Spot> added() {
        return without(now, before);
    }

    /** Who is not there any more. */
    List<Spot> removed() {
        return without(before, now);
    }

    private List<Spot> without(List<Spot> spots, List<Spot> others) {
        boolean isByEntity = place().kind() == MemberPlace.Kind.ENTITY;
        IdentityHashMap<Object, List<Spot>> byMember = new IdentityHashMap<>();
        others.forEach(other -> byMember.computeIfAbsent(other.member(), member -> new ArrayList<>())
                .add(other));
        return spots.stream()
                .filter(spot -> byMember.getOrDefault(spot.member(), List.of()).stream()
                        .noneMatch(other -> spot.is(other, isByEntity)))
                .toList();
    }

    /** Whether {@code member} was there before, and still is. */
    boolean keeps(Object member) {
        return has(now, member) && has(before, member);
    }

    private static boolean has(List<Spot> spots, Object member) {
        return spots.stream().anyMatch(spot -> spot.member() == member);
    }

    List<Object> members() {
        return now.stream().map(Spot::member).toList();
    }
}
