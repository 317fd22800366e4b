package io.athanor.orm.flush;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Status;
import io.athanor.orm.state.Unloaded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The entities whose rows a flush deletes: those that were said, and what their relationships cascade to. */
final class Doomed {
    private final SessionState session;
    private final Loading loading;
    private final Set<EntityState> all = new LinkedHashSet<>();

    Doomed(SessionState session, Loading loading) {
        this.session = session;
        this.loading = loading;
    }

    boolean has(@Nullable EntityState state) {
        return state != null && all.contains(state);
    }

    boolean hasEntity(@Nullable Object entity) {
        return entity != null && has(session.of(entity));
    }

    /** The key of one that is deleted; null of any other. */
    @Nullable
    List<Object> keyOf(Object entity) {
        EntityState state = session.of(entity);
        EntityKey key = state == null || !all.contains(state) ? null : state.key();
        return key == null ? null : key.values();
    }

    /** Those that have a row. */
    List<EntityState> stored() {
        return all.stream().filter(state -> state.status() != Status.PENDING).toList();
    }

    /** All of them, new ones too: they are not inserted. */
    List<EntityState> all() {
        return List.copyOf(all);
    }

    /** Adds entities and what they cascade to: one statement for each relationship and level that is not loaded. */
    Mono<Void> add(Collection<EntityState> states) {
        return Mono.defer(() -> {
            List<EntityState> fresh = states.stream().filter(all::add).toList();
            return fresh.isEmpty() ? Mono.empty() : cascade(fresh);
        });
    }

    private Mono<Void> cascade(List<EntityState> owners) {
        Map<RelationshipMapping, List<EntityState>> unloaded = new LinkedHashMap<>();
        for (EntityState owner : owners) {
            for (RelationshipMapping relationship : owner.mapping().relationships()) {
                if (relationship.cascades().contains(Cascade.DELETE) && !owner.isLoaded(relationship)) {
                    unloaded.computeIfAbsent(relationship, key -> new ArrayList<>())
                            .add(owner);
                }
            }
        }
        List<EntityState> reached = new ArrayList<>();
        unloaded.entrySet().removeIf(entry -> isLeftToDatabase(entry.getKey(), entry.getValue(), reached));
        return Flux.fromIterable(unloaded.entrySet())
                .concatMap(entry -> loading.load(entry.getKey(), entry.getValue()))
                .then(Mono.defer(() -> {
                    reached.addAll(reachedFrom(owners));
                    return add(reached);
                }));
    }

    /** Those that the session knows are deleted as any other, so that it knows of that too; they are {@code reached}. */
    private boolean isLeftToDatabase(
            RelationshipMapping relationship, List<EntityState> owners, List<EntityState> reached) {
        RelationshipMapping own = relationship.inverse();
        if (own == null || !DatabaseDeletes.cover(relationship)) {
            return false;
        }
        Set<Object> parents = Collections.newSetFromMap(new IdentityHashMap<>());
        owners.forEach(owner -> parents.add(owner.entity()));
        for (EntityState state : session.all()) {
            if (own.owner().type().isInstance(state.entity()) && parents.contains(own.get(state.entity()))) {
                reached.add(state);
            }
        }
        return true;
    }

    private List<EntityState> reachedFrom(List<EntityState> owners) {
        List<EntityState> reached = new ArrayList<>();
        for (EntityState owner : owners) {
            for (RelationshipMapping relationship : owner.mapping().relationships()) {
                boolean cascades = relationship.cascades().contains(Cascade.DELETE);
                if (cascades && !Unloaded.is(relationship.get(owner.entity()))) {
                    for (Object member : relationship.members(owner.entity())) {
                        EntityState state = session.of(member);
                        if (state != null && isStillOf(owner, relationship, state)) {
                            reached.add(state);
                        }
                    }
                }
            }
        }
        return reached;
    }

    /** One that was given to another owner at its own side is not deleted with the one it has left. */
    private static boolean isStillOf(EntityState owner, RelationshipMapping relationship, EntityState member) {
        RelationshipMapping own = relationship.inverse();
        return own == null
                || own.kind() != Kind.TO_ONE
                || !member.isLoaded(own)
                || own.get(member.entity()) == owner.entity();
    }
}
