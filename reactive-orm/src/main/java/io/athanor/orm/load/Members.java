package io.athanor.orm.load;

import io.athanor.orm.mapping.MemberPlace;
import io.athanor.orm.state.EntityKey;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Objects in the order in which they were first seen, each once in a place: what equals says of them is the application's
 * business.
 */
final class Members extends AbstractCollection<Object> {
    private final List<Spot> order = new ArrayList<>();
    private final IdentityHashMap<Object, Set<@Nullable Object>> seen = new IdentityHashMap<>();

    /** A member where it is. */
    private record Spot(Object member, @Nullable Object place) {}

    @Override
    public boolean add(Object member) {
        return add(member, null);
    }

    boolean add(Object member, @Nullable Object place) {
        return seen.computeIfAbsent(member, key -> new HashSet<>(1)).add(place) && order.add(new Spot(member, place));
    }

    /** The places of all, in their order. */
    List<@Nullable Object> places() {
        List<@Nullable Object> places = new ArrayList<>(order.size());
        order.forEach(spot -> places.add(spot.place()));
        return Collections.unmodifiableList(places);
    }

    /** The entities that are places. */
    Set<EntityKey> keys() {
        Set<EntityKey> keys = new LinkedHashSet<>();
        for (Spot spot : order) {
            if (spot.place() instanceof EntityKey key) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The same as a collection has them: by their indexes, and by entities instead of their keys. */
    Members arranged(MemberPlace place, Function<EntityKey, Object> entities) {
        List<Spot> spots = new ArrayList<>(order);
        if (place.kind() == MemberPlace.Kind.INDEX) {
            spots.sort(Comparator.comparingLong(Members::index));
        }
        Members arranged = new Members();
        for (Spot spot : spots) {
            arranged.add(spot.member(), spot.place() instanceof EntityKey key ? entities.apply(key) : spot.place());
        }
        return arranged;
    }

    /** Who has no index comes last. */
    private static long index(Spot spot) {
        return spot.place() instanceof Number number ? number.longValue() : Long.MAX_VALUE;
    }

    @Override
    public Iterator<Object> iterator() {
        return order.stream().map(Spot::member).iterator();
    }

    @Override
    public int size() {
        return order.size();
    }
}
