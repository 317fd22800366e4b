package io.athanor.orm.state;

import io.athanor.IdentityConflictException;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Holder;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All entities of a session: one object for each key, and of each what its row was last known to hold. Safe for threads,
 * since rows arrive on the driver's; its entities are the user's and are not.
 *
 * <p>What is done inside a savepoint has a view of its own on the same entities. When the savepoint is undone its view is over:
 * a row that was on its way, or a step that had begun, changes nothing any more.
 */
public final class SessionState {
    private final boolean tracking;
    private final Object monitor;
    private final IdentityMap entities;
    private final Journals journals;
    private final @Nullable SessionState outer;
    private final @Nullable Journal savepoint;
    private final boolean isPassing;
    /** Rows that arrive after a rollback are nobody's any more: objects stay as it left them. */
    private boolean over;

    private LifeListener listener = LifeListener.NOBODY;

    /**
     * The state of a new session.
     *
     * @param tracking whether changes are looked for: false if entities are only read, which spares their snapshots
     */
    public SessionState(boolean tracking) {
        this.tracking = tracking;
        this.monitor = new Object();
        this.entities = new IdentityMap();
        this.journals = new Journals();
        this.outer = null;
        this.savepoint = null;
        this.isPassing = false;
    }

    private SessionState(SessionState outer, Journal savepoint) {
        this.tracking = outer.tracking;
        this.monitor = outer.monitor;
        this.entities = outer.entities;
        this.journals = outer.journals;
        this.outer = outer;
        this.savepoint = savepoint;
        this.isPassing = false;
    }

    /** A state for entities that only pass through: {@code outer} has them no more than it has what nobody told it of. */
    private SessionState(SessionState outer) {
        this.tracking = outer.tracking;
        this.monitor = outer.monitor;
        this.entities = new IdentityMap();
        this.journals = new Journals();
        this.outer = outer;
        this.savepoint = null;
        this.isPassing = true;
        this.listener = outer.listener;
    }

    /** A state of its own for entities that pass through the session and are not kept. It is over when this is. */
    public SessionState passing() {
        synchronized (monitor) {
            return new SessionState(this);
        }
    }

    /** Whether the object is an entity of the session that entities of this state only pass through. */
    public boolean isKnownOutside(Object entity) {
        return isPassing && outer != null && (outer.of(entity) != null || outer.isKnownOutside(entity));
    }

    /** What guards all that is known, here and in savepoints: held while nothing may be rolled back in between. */
    public Object monitor() {
        return monitor;
    }

    /** Whether it was rolled back, or a savepoint around it. */
    public boolean isOver() {
        synchronized (monitor) {
            return hasEnded();
        }
    }

    private boolean hasEnded() {
        return over || (outer != null && outer.hasEnded());
    }

    /** Whether changes are looked for. */
    public boolean isTracking() {
        return tracking;
    }

    /** Who is told of the lives of the entities. */
    public LifeListener listener() {
        return listener;
    }

    /** Says, before anything else is done, who is told of the lives of the entities. */
    public void listener(LifeListener next) {
        this.listener = next;
    }

    /** The entity of this key, null if the session has none. */
    public @Nullable EntityState find(EntityKey key) {
        synchronized (monitor) {
            return entities.find(key);
        }
    }

    /** What the session knows of this object, null if it is not part of it. */
    public @Nullable EntityState of(Object entity) {
        synchronized (monitor) {
            return entities.of(entity);
        }
    }

    /** All entities, new ones in the order in which they were added. */
    public List<EntityState> all() {
        synchronized (monitor) {
            return entities.all();
        }
    }

    /**
     * Takes in the entity of a row that was read: writes {@code values} into it, puts what says "not loaded" into its collections,
     * and remembers both. An error if the session has another object of this key; ask {@link #find} first.
     *
     * @param mapping the mapping of the entity's very class
     * @param key its key
     * @param entity a new object
     * @param values what the row holds, by the columns' index
     */
    public EntityState register(EntityMapping<?> mapping, EntityKey key, Object entity, @Nullable Object[] values) {
        synchronized (monitor) {
            mapping.write(entity, values, Snapshot.UNREAD);
            for (RelationshipMapping relationship : mapping.related()) {
                unload(relationship, entity);
            }
            EntityState state = new EntityState(
                    entity, mapping, new Known(Status.PERSISTENT, key, row(mapping, values, entity), Map.of()));
            if (!hasEnded()) {
                entities.put(state);
                if (savepoint != null) {
                    savepoint.changing(state, null); // not of a savepoint inside, which a stream around it may outlive
                }
            }
            return state;
        }
    }

    /**
     * Takes in a record of a row that was read, made of the row and of what it refers to; it takes the place of one that the session
     * has of this key. It never changes, so nothing is remembered for comparison.
     *
     * @param values what the row holds, by the columns' index
     * @param targets what its relationships lead to: none or one each
     */
    public EntityState registerRecord(
            EntityMapping<?> mapping,
            EntityKey key,
            @Nullable Object[] values,
            Map<RelationshipMapping, List<Object>> targets) {
        synchronized (monitor) {
            Map<String, Remembered> members = new HashMap<>();
            targets.forEach(
                    (relationship, target) -> members.put(relationship.name(), Remembered.of(target, List.of())));
            Object made = mapping.record(values, relationship -> {
                List<Object> target = targets.getOrDefault(relationship, List.of());
                return target.isEmpty() ? null : target.get(0);
            });
            EntityState state =
                    new EntityState(made, mapping, new Known(Status.PERSISTENT, key, null, Map.copyOf(members)));
            if (!hasEnded()) {
                EntityState before = entities.find(key);
                if (before != null) {
                    forget(before);
                }
                entities.put(state);
                if (savepoint != null) {
                    savepoint.changing(state, null);
                }
            }
            return state;
        }
    }

    private static void unload(RelationshipMapping relationship, Object entity) {
        if (relationship.holder() != Holder.ONE) {
            relationship.set(entity, Unloaded.of(relationship));
        }
    }

    /** What is known of a row; nothing if nobody will ask. */
    private @Nullable Snapshot row(EntityMapping<?> mapping, @Nullable Object[] values, Object entity) {
        for (int i = 0; i < values.length && !tracking; i++) {
            if (values[i] == Snapshot.UNREAD && !mapping.columns().get(i).isDeferred()) {
                return Snapshot.of(mapping, values, entity);
            }
        }
        return tracking ? Snapshot.of(mapping, values, entity) : null;
    }

    /** Writes {@code values}, read anew, into an entity; changes that were not flushed are lost. */
    public void overwrite(EntityState state, @Nullable Object[] values) {
        synchronized (monitor) {
            if (hasEnded()) {
                return;
            }
            state.mapping().write(state.entity(), values, Snapshot.UNREAD);
            Known known = state.known();
            Snapshot row = row(state.mapping(), values, state.entity());
            change(state, new Known(known.status(), known.key(), row, known.members()));
        }
    }

    /** Writes what of {@code values} was not read before into an entity; what was is left as it is. */
    public void fill(EntityState state, @Nullable Object[] values) {
        synchronized (monitor) {
            if (hasEnded()) {
                return;
            }
            Known known = state.known();
            Snapshot row = known.row();
            if (row == null && !tracking) {
                fillDeferred(state, values);
            }
            if (row == null || !row.hasUnread()) {
                return;
            }
            for (MappedColumn column : state.mapping().columns()) {
                Object value = values[column.index()];
                if (row.isUnread(column) && value != Snapshot.UNREAD && !row.differs(column, state.entity())) {
                    column.set(state.entity(), value);
                }
            }
            Snapshot filled = row.filled(state.mapping().columns(), values);
            boolean isOfInterest = tracking || filled.isPartial(state.mapping().columns());
            change(state, new Known(known.status(), known.key(), isOfInterest ? filled : null, known.members()));
        }
    }

    /** Of what is only read it is not known whether a deferred column was read before: it is what a row said last. */
    private static void fillDeferred(EntityState state, @Nullable Object[] values) {
        for (MappedColumn column : state.mapping().columns()) {
            if (column.isDeferred() && values[column.index()] != Snapshot.UNREAD) {
                column.set(state.entity(), values[column.index()]);
            }
        }
    }

    /**
     * Puts what was read for a relationship into its attribute and remembers it.
     *
     * @param members the entities it leads to, in order: of a to-one, one or none
     */
    public void load(EntityState state, RelationshipMapping relationship, Collection<?> members) {
        load(state, relationship, members, List.of());
    }

    /** The same of members in these places, if they are placed: an index as the database has it, the key of a map. */
    public void load(
            EntityState state,
            RelationshipMapping relationship,
            Collection<?> members,
            List<? extends @Nullable Object> places) {
        synchronized (monitor) {
            if (hasEnded()) {
                return;
            }
            Object entity = state.entity();
            boolean areSaid = places.isEmpty() && relationship.mapKey() != null;
            if (relationship.holder() == Holder.ONE) {
                relationship.set(
                        entity, members.isEmpty() ? null : members.iterator().next());
            } else {
                relationship.set(
                        entity, areSaid ? relationship.collection(members) : relationship.collection(members, places));
            }
            remember(
                    state,
                    relationship,
                    areSaid
                            ? Remembered.of(relationship.members(entity), relationship.places(entity))
                            : Remembered.of(members, places));
        }
    }

    /** Remembers the members of a relationship as its attribute holds them: that was written to the database. */
    public void remember(EntityState state, RelationshipMapping relationship) {
        synchronized (monitor) {
            remember(state, relationship, state.remembered(relationship).written(relationship, state.entity()));
        }
    }

    /** Remembers that only those members are left that the attribute holds: the database has lost the others. */
    public void rememberLeft(EntityState state, RelationshipMapping relationship) {
        synchronized (monitor) {
            remember(state, relationship, state.remembered(relationship).left(relationship, state.entity()));
        }
    }

    private void remember(EntityState state, RelationshipMapping relationship, Remembered now) {
        if (hasEnded()) {
            return;
        }
        Known known = state.known();
        Map<String, Remembered> all;
        if (known.members().isEmpty()) {
            all = Map.of(relationship.name(), now);
        } else {
            all = new HashMap<>(known.members());
            all.put(relationship.name(), now);
        }
        change(state, new Known(known.status(), known.key(), known.row(), all));
    }

    /** Takes in a new object: the next flush inserts it. */
    public EntityState add(EntityMapping<?> mapping, Object entity) {
        synchronized (monitor) {
            EntityState state = new EntityState(entity, mapping, new Known(Status.PENDING, null, null, Map.of()));
            if (!hasEnded()) {
                entities.put(state);
                journals.created(state);
            }
            return state;
        }
    }

    /** Takes in an object that has a row of which nothing but the key is known, and which says that key. */
    public EntityState refer(EntityMapping<?> mapping, EntityKey key, Object entity) {
        synchronized (monitor) {
            @Nullable Object[] values = new @Nullable Object[mapping.columns().size()];
            Arrays.fill(values, Snapshot.UNREAD);
            for (int i = 0; i < key.values().size(); i++) {
                values[mapping.key().get(i).index()] = key.values().get(i);
            }
            return register(mapping, key, entity, values);
        }
    }

    /** Has the next flush delete the row of a persistent entity. */
    public void delete(EntityState state) {
        synchronized (monitor) {
            status(state, Status.DELETED);
        }
    }

    /** Takes back {@link #delete}. */
    public void keep(EntityState state) {
        synchronized (monitor) {
            status(state, Status.PERSISTENT);
        }
    }

    private void status(EntityState state, Status status) {
        Known known = state.known();
        change(state, new Known(status, known.key(), known.row(), known.members()));
    }

    /** The entity is no longer part of the session: it was detached, or its row was deleted. */
    public void forget(EntityState state) {
        synchronized (monitor) {
            if (hasEnded()) {
                return;
            }
            journals.changing(state, state.known());
            entities.remove(state);
        }
    }

    /** The entity, unchanged, is no longer part of the session, and no rollback brings it back: what streams by is not kept. */
    public void evict(EntityState state) {
        synchronized (monitor) {
            if (hasEnded()) {
                return;
            }
            entities.remove(state);
        }
    }

    /** Nothing is part of the session any more. */
    public void clear() {
        synchronized (monitor) {
            entities.all().forEach(this::forget);
        }
    }

    /**
     * The entity's row is now as the object is, and so are its relationships as far as they are loaded; all of them if it was
     * new.
     */
    public void written(EntityState state, EntityKey key) {
        synchronized (monitor) {
            if (hasEnded()) {
                return;
            }
            EntityKey before = state.key();
            EntityState other = entities.find(key);
            if (other != null && other != state) {
                throw new IdentityConflictException(
                        "the session has another " + state.mapping().name() + " of this key");
            }
            Map<String, Remembered> members = new HashMap<>();
            for (RelationshipMapping relationship : state.mapping().related()) {
                if (state.isLoaded(relationship)) {
                    members.put(
                            relationship.name(), state.remembered(relationship).written(relationship, state.entity()));
                }
            }
            change(state, new Known(Status.PERSISTENT, key, written(state), members));
            if (!key.equals(before)) {
                entities.rekey(state, before);
            }
        }
    }

    private @Nullable Snapshot written(EntityState state) {
        Snapshot before = state.row();
        if (!tracking) {
            return null;
        }
        return before == null ? Snapshot.of(state.mapping().columns(), state.entity()) : before.written(state);
    }

    /** Writes a value that the database made into the object, to be taken back by a rollback. */
    public void set(EntityState state, MappedColumn column, @Nullable Object value) {
        synchronized (monitor) {
            if (hasEnded()) {
                return;
            }
            journals.writing(state.entity(), column);
            column.set(state.entity(), value);
        }
    }

    private void change(EntityState state, Known next) {
        if (hasEnded()) {
            return;
        }
        journals.changing(state, state.known());
        state.know(next);
    }

    /** A savepoint begins: what is known now can be come back to. What is done inside goes through the view that this gives. */
    public SessionState savepoint() {
        synchronized (monitor) {
            return new SessionState(this, journals.open());
        }
    }

    /** The savepoint ends well. */
    public void release() {
        synchronized (monitor) {
            if (savepoint != null) {
                journals.keep(savepoint);
            }
        }
    }

    /**
     * Ends badly. A session: what was made for new objects is taken back from them. A savepoint: everything is known again as it
     * was when it began, and the objects that were part of the session then are as they were; nothing if it has ended already.
     */
    public void rollback() {
        synchronized (monitor) {
            if (savepoint == null) {
                over = true;
                journals.undoAll(entities);
            } else if (journals.undo(savepoint, entities)) {
                over = true;
                entities.all().forEach(Restoring::restore);
            }
        }
    }
}
