package io.athanor.orm.flush;

import io.athanor.EntityStateException;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.Generation;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.ReadOnly;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Status;
import io.athanor.sql.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rows of what is known to have changed. */
final class RowChanges {
    private final SessionState session;
    private final Doomed doomed;
    private final ObjectMap<EntityMapping<?>> found;
    private final References references;
    private final ObjectMap<RowChange> inserts = new ObjectMap<>();
    private final ObjectMap<RowChange> updates = new ObjectMap<>();

    RowChanges(SessionState session, Doomed doomed, ObjectMap<EntityMapping<?>> found, References references) {
        this.session = session;
        this.doomed = doomed;
        this.found = found;
        this.references = references;
    }

    Changes changes(Partings partings) {
        List<EntityState> left =
                session.all().stream().filter(state -> !doomed.has(state)).toList();
        for (EntityState state : left) {
            if (state.status() == Status.PENDING) {
                inserts.put(state.entity(), RowChange.insert(state.entity(), state.mapping(), state));
            }
        }
        for (Object entity : found.objects()) {
            inserts.put(entity, RowChange.insert(entity, Objects.requireNonNull(found.get(entity)), null));
        }
        references.all().forEach(RowChanges::requireClass);
        inserts.values().forEach(this::fill);
        left.stream().filter(state -> state.status() == Status.PERSISTENT).forEach(this::compare);
        referFromOtherSide();
        Links links = new Links(doomed, this::keyed);
        Elements elements = new Elements(this::keyed);
        for (EntityState state : left) {
            EntityState known = state.status() == Status.PENDING ? null : state;
            links.hear(state.entity(), state.mapping(), known);
            elements.hear(state.entity(), state.mapping(), known);
        }
        for (Object entity : found.objects()) {
            EntityMapping<?> mapping = Objects.requireNonNull(found.get(entity));
            links.hear(entity, mapping, null);
            elements.hear(entity, mapping, null);
        }
        List<Arranged> arranged = arranged(left, links);
        countOwners(left, links, elements, arranged);
        updates.values().forEach(Versions::count);
        arranged.forEach(links::arrange);
        new Placing(this::row, this::keyed).write(arranged);
        Placing.leave(updates.values(), references);
        return new Changes(
                inserts.values(),
                updates.values(),
                doomed.stored().stream().map(RowChange::delete).toList(),
                both(links.added(), elements.added()),
                both(links.removed(), elements.removed()),
                both(partings.emptied(), both(elements.emptied(), links.emptied())),
                doomed.all().stream()
                        .filter(state -> state.status() == Status.PENDING)
                        .toList(),
                references,
                arranged);
    }

    /** Where members of collections are going to be, of those where that has changed. */
    private List<Arranged> arranged(List<EntityState> left, Links links) {
        Joiners joiners = new Joiners();
        inserts.values().forEach(row -> joinFromOtherSide(row, joiners));
        updates.values().forEach(row -> joinFromOtherSide(row, joiners));
        links.eachPlaced(joiners::add);
        Arranging arranging = new Arranging(session, doomed, references, links, joiners);
        for (EntityState state : left) {
            EntityState known = state.status() == Status.PENDING ? null : state;
            arranging.hear(state.entity(), state.mapping(), known);
            MapKeys.check(state.entity(), state.mapping(), known, session, doomed);
        }
        for (Object entity : found.objects()) {
            EntityMapping<?> mapping = Objects.requireNonNull(found.get(entity));
            arranging.hear(entity, mapping, null);
            MapKeys.check(entity, mapping, null, session, doomed);
        }
        return arranging.changed();
    }

    private void joinFromOtherSide(RowChange row, Joiners joiners) {
        for (RelationshipMapping own : row.mapping().relationships()) {
            RelationshipMapping inverse = own.inverse();
            if (own.kind() == RelationshipMapping.Kind.TO_ONE && inverse != null && inverse.place() != null) {
                Object owner = references.target(row.entity(), own);
                if (owner != null) {
                    joiners.add(inverse, owner, row.entity());
                }
            }
        }
    }

    /** A collection that its owner writes is part of the owner, also for its version. */
    private void countOwners(List<EntityState> left, Links links, Elements elements, List<Arranged> arranged) {
        links.owners().forEach(this::count);
        elements.owners().forEach(this::count);
        for (Arranged each : arranged) {
            if (Ownership.isOwned(each.relationship())) {
                count(each.owner());
            }
        }
        for (EntityState state : left) {
            if (state.status() == Status.PERSISTENT && Ownership.hasChanged(state)) {
                count(state.entity());
            }
        }
    }

    private void count(Object owner) {
        EntityState state = session.of(owner);
        if (state != null && state.status() == Status.PERSISTENT && !doomed.has(state) && Ownership.isCounted(state)) {
            update(state);
        }
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }

    private void fill(RowChange row) {
        for (MappedColumn column : row.mapping().columns()) {
            if (!column.isInsertable()) {
                continue;
            }
            RelationshipMapping reference = column.reference();
            if (reference != null) {
                row.values().put(column.column(), reference(row.entity(), row.mapping(), column));
                continue;
            }
            Object value = column.isVersion() ? Versions.first(column, row.entity()) : column.get(row.entity());
            if (value == null) {
                value = make(column);
            }
            if (column.isVersion() || column.get(row.entity()) == null) {
                if (value != null) {
                    row.made().put(column, value);
                }
            }
            if (value != null || column.generation() instanceof Generation.Assigned) {
                row.values().put(column.column(), new Value.Given(value));
            }
        }
        if (!row.hasKey() && lacksAssignedKey(row)) {
            throw new EntityStateException("a new " + row.mapping().name()
                    + " has no key and nobody makes one; set it before the flush, or say @GeneratedValue");
        }
    }

    private static @Nullable Object make(MappedColumn column) {
        return column.generation() instanceof Generation.ByClient client
                ? client.supplier().get()
                : null;
    }

    private static boolean lacksAssignedKey(RowChange row) {
        return row.mapping().key().stream()
                .anyMatch(column -> column.generation() instanceof Generation.Assigned
                        && column.reference() == null
                        && column.get(row.entity()) == null);
    }

    /** The row of a record is not written, not even its foreign keys. */
    private static void requireClass(Object entity, Map<RelationshipMapping, @Nullable Object> said) {
        if (entity instanceof Record) {
            RelationshipMapping relationship = said.keySet().iterator().next();
            EntityMapping<?> mapping =
                    relationship.kind() == Kind.TO_ONE ? relationship.owner() : relationship.target();
            throw ReadOnly.error(
                    mapping,
                    "cannot come to " + Reach.name(relationship) + " nor leave it; change its row by a statement");
        }
    }

    private void compare(EntityState state) {
        if (state.mapping().isRecord()) {
            return;
        }
        Set<RelationshipMapping> moved = references.of(state.entity()).keySet();
        for (MappedColumn column : state.mapping().columns()) {
            RelationshipMapping reference = column.reference();
            boolean isMoved = reference != null && (moved.contains(reference) || refersToOther(state, reference));
            if (!isMoved && !state.isChanged(column)) {
                continue;
            }
            if (column.isKey()) {
                requireSameKey(state, column);
            } else if (column.isUpdatable() && !column.isVersion()) {
                Value value = reference == null
                        ? new Value.Given(column.get(state.entity()))
                        : reference(state.entity(), state.mapping(), column);
                update(state).values().put(column.column(), value);
            }
        }
    }

    private static void requireSameKey(EntityState state, MappedColumn column) {
        if (state.isChanged(column)) {
            throw new EntityStateException("the key of a " + state.mapping().name() + ", " + column.path()
                    + ", was changed; the key of a row stays: add a new object and delete this one");
        }
    }

    /** A new target has no key yet that could be compared. */
    private boolean refersToOther(EntityState state, RelationshipMapping reference) {
        Object target = reference.get(state.entity());
        return target != null
                && inserts.has(target)
                && !state.members(reference).contains(target);
    }

    /** The row of one who is new or stays. */
    private RowChange row(Object entity) {
        RowChange inserted = inserts.get(entity);
        return inserted == null ? update(Objects.requireNonNull(session.of(entity))) : inserted;
    }

    private RowChange update(EntityState state) {
        RowChange row = updates.get(state.entity());
        if (row == null) {
            row = RowChange.update(state);
            updates.put(state.entity(), row);
        }
        return row;
    }

    private Value reference(Object entity, EntityMapping<?> mapping, MappedColumn column) {
        RelationshipMapping reference = Objects.requireNonNull(column.reference());
        Object target = references.target(entity, reference);
        return target == null
                ? Value.ofNull()
                : new Value.KeyOf(
                        keyed(reference, reference.target(), target),
                        mapping.own(reference.foreignKey()).indexOf(column.column()));
    }

    /** The row of an entity that another refers to. */
    private Keyed keyed(RelationshipMapping reference, EntityMapping<?> mapping, Object target) {
        RowChange inserted = inserts.get(target);
        if (inserted != null) {
            return inserted;
        }
        EntityState state = session.of(target);
        if (doomed.has(state)) {
            throw new EntityStateException(Reach.name(reference) + " leads to a " + mapping.name()
                    + " that is deleted; set it to another, or delete the one that refers too");
        }
        EntityKey key = state == null ? null : state.key();
        List<Object> values = key == null ? mapping.key(target) : key.values();
        if (values == null) {
            throw new EntityStateException(Reach.name(reference) + " leads to a " + mapping.name()
                    + " that has no row and is not part of the session; add it");
        }
        return new Keyed.Stored(values);
    }

    /** Foreign keys that no attribute of their own entity knows. */
    private void referFromOtherSide() {
        references
                .all()
                .forEach((child, said) -> said.forEach((relationship, owner) -> {
                    if (Sides.isByTarget(relationship)) {
                        referFromOtherSide(child, relationship, owner);
                    }
                }));
    }

    private void referFromOtherSide(Object child, RelationshipMapping relationship, @Nullable Object owner) {
        if (session.of(child) == null && !inserts.has(child)) {
            throw new EntityStateException(Reach.name(relationship) + " holds a "
                    + relationship.target().name()
                    + " that is not part of the session; merge it and add what that gives");
        }
        if (doomed.hasEntity(child)) {
            return;
        }
        RowChange row = row(child);
        List<Column<?>> foreignKey = row.mapping().own(relationship.foreignKey());
        for (int i = 0; i < foreignKey.size(); i++) {
            Value value = owner == null
                    ? Value.ofNull()
                    : new Value.KeyOf(keyed(relationship, relationship.owner(), owner), i);
            row.values().put(foreignKey.get(i), value);
        }
    }
}
