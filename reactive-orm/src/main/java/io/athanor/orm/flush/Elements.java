package io.athanor.orm.flush;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.Unloaded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of collections of values, from what was added to them and removed. A row is known by all its values. */
final class Elements {
    private final Rows rowOf;
    private final List<Link> added = new ArrayList<>();
    private final List<Link> removed = new ArrayList<>();
    private final List<Object> owners = new ArrayList<>();
    private final Map<RelationshipMapping, List<List<Object>>> emptied = new LinkedHashMap<>();

    Elements(Rows rowOf) {
        this.rowOf = rowOf;
    }

    /** Hears the collections of one who stays; what is new has no state. */
    void hear(Object entity, EntityMapping<?> mapping, @Nullable EntityState state) {
        for (RelationshipMapping elements : mapping.elements()) {
            boolean isKnown = state == null || state.isLoaded(elements);
            if (isKnown && !Unloaded.is(elements.get(entity))) {
                Map<Object, Integer> before = counted(state == null ? List.of() : state.members(elements));
                Map<Object, Integer> now = counted(List.copyOf(elements.members(entity)));
                if (!before.equals(now)) {
                    change(elements, entity, before, now);
                }
            }
        }
    }

    private static Map<Object, Integer> counted(List<?> rows) {
        Map<Object, Integer> counted = new LinkedHashMap<>();
        rows.forEach(row -> counted.merge(row, 1, Integer::sum));
        return counted;
    }

    /** Of equal rows none can be deleted alone, and one with a NULL cannot be found by its values. */
    private void change(
            RelationshipMapping elements, Object entity, Map<Object, Integer> before, Map<Object, Integer> now) {
        owners.add(entity);
        Keyed owner = rowOf.of(elements, elements.owner(), entity);
        List<Object> gone = before.keySet().stream()
                .filter(row -> now.getOrDefault(row, 0) < count(before, row))
                .toList();
        if (gone.stream().anyMatch(row -> ((List<?>) row).contains(null))) {
            emptied.computeIfAbsent(elements, key -> new ArrayList<>()).add(owner.key());
            now.forEach((row, count) -> add(elements, owner, row, count));
            return;
        }
        gone.forEach(row -> removed.add(link(elements, owner, row)));
        now.forEach((row, count) ->
                add(elements, owner, row, gone.contains(row) ? count : count - before.getOrDefault(row, 0)));
    }

    private static int count(Map<Object, Integer> counted, Object row) {
        return Objects.requireNonNull(counted.get(row));
    }

    private void add(RelationshipMapping elements, Keyed owner, Object row, int count) {
        for (int i = 0; i < count; i++) {
            added.add(link(elements, owner, row));
        }
    }

    @SuppressWarnings("unchecked") // a row is a list of values
    private static Link link(RelationshipMapping elements, Keyed owner, Object row) {
        return new Link(elements, owner, new Keyed.Stored((List<Object>) row));
    }

    /** Those whose collections have changed. */
    List<Object> owners() {
        return owners;
    }

    List<Link> added() {
        return added;
    }

    List<Link> removed() {
        return removed;
    }

    List<Emptying> emptied() {
        List<Emptying> all = new ArrayList<>();
        emptied.forEach((elements, owners) -> all.add(new Emptying(elements, owners)));
        return all;
    }
}
