package io.athanor.orm.state;

import io.athanor.StaleDataException.StaleRow;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity of a session and what the session knows of it. Changed by its {@link SessionState} alone, which remembers what
 * to come back to.
 */
public final class EntityState {
    private final Object entity;
    private final EntityMapping<?> mapping;
    private Known known;
    private int place = -1;

    EntityState(Object entity, EntityMapping<?> mapping, Known known) {
        this.entity = entity;
        this.mapping = mapping;
        this.known = known;
    }

    /** The object. */
    public Object entity() {
        return entity;
    }

    /** The mapping of its very class. */
    public EntityMapping<?> mapping() {
        return mapping;
    }

    /** What the session is going to do with it. */
    public Status status() {
        return known.status();
    }

    /** Its key, null as long as it has no row. */
    public @Nullable EntityKey key() {
        return known.key();
    }

    /** What its row is known to hold; null if it has none yet or is only read. */
    public @Nullable Snapshot row() {
        return known.row();
    }

    /** Whether the object holds another value in {@code column} than its row. False for what is new or only read. */
    public boolean isChanged(MappedColumn column) {
        Snapshot row = known.row();
        return row != null && column.isHeld() && !isStillUnloaded(column) && row.differs(column, entity);
    }

    /** A foreign key whose target is not loaded and was not set: null there does not mean that there is none. */
    boolean isStillUnloaded(MappedColumn column) {
        RelationshipMapping reference = column.reference();
        return reference != null && !isLoaded(reference) && reference.get(entity) == null;
    }

    /** Whether the column was read or written. True of all that has no row; not known, and false, of what is only read and deferred. */
    public boolean isRead(MappedColumn column) {
        Snapshot row = known.row();
        return row == null ? known.status() == Status.PENDING || !column.isDeferred() : !row.isUnread(column);
    }

    /**
     * Whether some of its columns were not read, other than those that are deferred: it was selected in part, or is a mere
     * reference.
     */
    public boolean isPartial() {
        Snapshot row = known.row();
        return row != null && row.isPartial(mapping.columns());
    }

    /** Whether the relationship was loaded. True for all of a new entity. */
    public boolean isLoaded(RelationshipMapping relationship) {
        return known.status() == Status.PENDING || known.members().containsKey(relationship.name());
    }

    /** What the relationship led to when it was last loaded or written: none, one or many entities, in order. */
    public List<Object> members(RelationshipMapping relationship) {
        return remembered(relationship).members();
    }

    /** What to say of its row, which has another version than was read, or null if it is gone. */
    public StaleRow stale(@Nullable Object actualVersion) {
        EntityKey key = known.key();
        return new StaleRow(entity, mapping.name(), key == null ? List.of() : key.values(), version(), actualVersion);
    }

    /** The version that its row is known to have; null if there is none. */
    public @Nullable Object version() {
        MappedColumn version = mapping.version();
        Snapshot row = known.row();
        return version == null || row == null ? null : row.value(version);
    }

    /**
     * Where each of {@link #members} was then: its index in the database, which is null if that does not say it, or the key that a
     * map had it by. Empty if they are not placed.
     */
    public List<@Nullable Object> places(RelationshipMapping relationship) {
        return remembered(relationship).places();
    }

    Remembered remembered(RelationshipMapping relationship) {
        return known.members().getOrDefault(relationship.name(), Remembered.NOTHING);
    }

    Known known() {
        return known;
    }

    void know(Known next) {
        this.known = next;
    }

    /** Its place among the entities of its session, kept there; negative if it has none. */
    int place() {
        return place;
    }

    void place(int index) {
        this.place = index;
    }

    /** The entity's name and status. */
    @Override
    public String toString() {
        return mapping.name() + " (" + known.status() + ")";
    }
}
