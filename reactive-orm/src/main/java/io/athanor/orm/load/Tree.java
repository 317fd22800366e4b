package io.athanor.orm.load;

import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one statement has read of the members of owners, and of their members: who belongs to whom. Confined to one load. */
final class Tree {
    private final SessionState session;
    private final RelationshipMapping relationship;
    private final int levels;
    private final Map<EntityKey, Members> members = new LinkedHashMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Tree(SessionState session, RelationshipMapping relationship, int levels) {
        this.session = session;
        this.relationship = relationship;
        this.levels = levels;
    }

    void add(EntityKey owner, Object member, @Nullable Object place) {
        members.computeIfAbsent(owner, key -> new Members()).add(member, place);
        seen.add(member);
    }

    Collection<Members> all() {
        return members.values();
    }

    /** Those below {@code owners}, themselves included, whose members are to be read: below these all will be. */
    List<EntityState> unread(Collection<EntityState> owners, Predicate<EntityState> isOpen) {
        List<EntityState> unread = new ArrayList<>();
        walk(owners, state -> {
            if (isOpen.test(state)) {
                unread.add(state);
                return false;
            }
            return true;
        });
        return unread;
    }

    /** Gives to each of {@code owners}, and to who is below, the members that were read; to nobody who was not asked for. */
    void assign(
            Collection<EntityState> owners,
            List<EntityState> roots,
            Predicate<EntityState> isOpen,
            BiConsumer<EntityState, Members> assign) {
        roots.forEach(root -> seen.add(root.entity()));
        walk(owners, state -> {
            boolean isRead = seen.contains(state.entity());
            EntityKey key = state.key();
            if (isRead && key != null && isOpen.test(state)) {
                assign.accept(state, members.getOrDefault(key, new Members()));
            }
            return isRead || !isOpen.test(state);
        });
    }

    /** Level by level, each once, which ends where they lead back to each other. */
    private void walk(Collection<EntityState> owners, Predicate<EntityState> goesOn) {
        Set<EntityState> met = Collections.newSetFromMap(new IdentityHashMap<>());
        List<EntityState> level = new ArrayList<>(owners);
        for (int depth = 0; depth < levels && !level.isEmpty(); depth++) {
            List<EntityState> next = new ArrayList<>();
            for (EntityState state : level) {
                if (met.add(state) && goesOn.test(state)) {
                    for (Object member : relationship.members(state.entity())) {
                        EntityState reached = session.of(member);
                        if (reached != null) {
                            next.add(reached);
                        }
                    }
                }
            }
            level = next;
        }
    }
}
