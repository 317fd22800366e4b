package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.Join;
import io.athanor.sql.Ordering;
import io.athanor.sql.Predicate;
import io.athanor.sql.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A relationship with the way in which it is loaded. Immutable.
 *
 * <pre>{@code
 * ARTICLE.with(ARTICLE.comments.selectIn(COMMENT.author)
 *         .where(comment -> comment.approved.eq(true))
 *         .orderBy(comment -> comment.id.desc()))
 * }</pre>
 *
 * @param <E> the owner
 * @param <T> what it leads to
 * @param <X> the table of that
 */
public final class RelationshipLoad<E, T, X extends EntityTable<T, ?, X>> implements Load<E> {
    private final Relationship<E, T, X> path;
    private final Strategy strategy;
    private final Source<?> owner;
    private final X target;
    private final List<RelationshipLoad<?, ?, ?>> nested;
    private final Restriction<X> restriction;
    private final int levels;
    private final Portion portion;

    private RelationshipLoad(
            Relationship<E, T, X> path,
            Strategy strategy,
            Source<?> owner,
            X target,
            List<RelationshipLoad<?, ?, ?>> nested,
            Restriction<X> restriction,
            int levels,
            Portion portion) {
        this.path = path;
        this.strategy = strategy;
        this.owner = owner;
        this.target = target;
        this.nested = nested.stream()
                .<RelationshipLoad<?, ?, ?>>map(load -> load.under(target))
                .toList();
        this.restriction = restriction;
        this.levels = levels;
        this.portion = portion;
    }

    static <E, T, X extends EntityTable<T, ?, X>> RelationshipLoad<E, T, X> of(
            Relationship<E, T, X> path, Strategy strategy, List<? extends Load<? super T>> nested) {
        if (strategy == Strategy.JOINED && path.mapping().kind() == RelationshipMapping.Kind.ELEMENTS) {
            throw new ConfigurationException(path + " is a collection of values, which is not joined; use selectIn()");
        }
        X target = strategy == Strategy.JOINED ? path.fresh(path.from()) : path.target();
        return of(path, strategy, target, nested);
    }

    static <E, T, X extends EntityTable<T, ?, X>> RelationshipLoad<E, T, X> of(
            Relationship<E, T, X> path, Strategy strategy, X target, List<? extends Load<? super T>> nested) {
        List<RelationshipLoad<?, ?, ?>> loads = new ArrayList<>();
        nested.forEach(load -> loads.add(load.load()));
        return new RelationshipLoad<>(path, strategy, path.from(), target, loads, Restriction.none(), 1, Portion.USUAL);
    }

    /** A reference as a record needs it: in its own row, with what the target needs in turn. */
    static RelationshipLoad<?, ?, ?> needed(EntityTable<?, ?, ?> from, RelationshipMapping reference) {
        return joined(from, reference, reference.target());
    }

    private static <E, T> RelationshipLoad<?, ?, ?> joined(
            EntityTable<E, ?, ?> from, RelationshipMapping reference, EntityMapping<T> target) {
        ToOne<E, T, DynamicEntityTable<T, Object>> path = new ToOne<>(from, reference, target::dynamicTable);
        DynamicEntityTable<T, Object> joined = path.fresh(from);
        return new RelationshipLoad<>(
                path, Strategy.JOINED, from, joined, target.needed(joined), Restriction.none(), 1, Portion.USUAL);
    }

    /** The same with what its target needs in a row besides what is nested already. */
    public RelationshipLoad<E, T, X> completed() {
        List<RelationshipLoad<?, ?, ?>> all = completed(nested, target);
        return all.equals(nested)
                ? this
                : new RelationshipLoad<>(path, strategy, owner, target, all, restriction, levels, portion);
    }

    /** {@code loads} of {@code from} with what that needs in a row besides. */
    public static List<RelationshipLoad<?, ?, ?>> completed(
            List<RelationshipLoad<?, ?, ?>> loads, EntityTable<?, ?, ?> from) {
        List<RelationshipLoad<?, ?, ?>> all = new ArrayList<>();
        for (RelationshipLoad<?, ?, ?> load : loads) {
            if (from.mapping().isRecord() && !load.isInRow()) {
                throw new ConfigurationException(
                        load.path + " is of a record, which is made with what it refers to; it is"
                                + " joined, with no word said or by joined(…)");
            }
            all.add(load.isInRow() ? load.completed() : load);
        }
        for (RelationshipLoad<?, ?, ?> needed : from.mapping().needed(from)) {
            if (loads.stream().noneMatch(load -> load.path.mapping().equals(needed.path.mapping()))) {
                all.add(needed);
            }
        }
        return all;
    }

    /**
     * Only the targets that meet {@code condition}; several are joined by AND. The attribute then holds these, which is taken
     * to be all there is: what is missing in it is not removed by a flush.
     */
    public RelationshipLoad<E, T, X> where(Function<? super X, Predicate> condition) {
        if (path instanceof ToOne<?, ?, ?>) {
            throw new ConfigurationException(path + " leads to one: it is there or not, and cannot be left out by a"
                    + " condition; filter the owners with has(...)");
        }
        if (isIndexed()) {
            throw new ConfigurationException(
                    path + " keeps its order in an @OrderColumn, and a list with some left out would"
                            + " be numbered anew; select its members in a query of their own");
        }
        return with(restriction.where(condition), levels);
    }

    /** The targets in this order, and not in the one that the mapping says. */
    public RelationshipLoad<E, T, X> orderBy(Function<? super X, Ordering> ordering) {
        if (isIndexed()) {
            throw new ConfigurationException(
                    path + " keeps its order in an @OrderColumn, and comes in that; sort a copy of the"
                            + " list, or select its members in a query of their own");
        }
        return with(restriction.orderBy(ordering), levels);
    }

    private boolean isIndexed() {
        MemberPlace place = path.mapping().place();
        return place != null && place.kind() == MemberPlace.Kind.INDEX;
    }

    /**
     * The same relationship of what was found, too, and of what was found then: {@code levels} in all, each by one statement.
     * For an entity that is related to its own class.
     */
    public RelationshipLoad<E, T, X> recursive(int depth) {
        if (depth < 1) {
            throw new ConfigurationException("a relationship is loaded 1 level deep or more, not " + depth);
        }
        boolean isRepeated = strategy == Strategy.SELECT_IN || strategy == Strategy.TREE;
        if (!isRepeated
                || !path.mapping().owner().root().equals(path.mapping().target().root())) {
            throw new ConfigurationException(
                    path + " cannot be loaded recursively: that is for selectIn of a relationship"
                            + " of an entity to its own class");
        }
        if (strategy == Strategy.TREE && path instanceof ToOne<?, ?, ?> && depth != Integer.MAX_VALUE) {
            throw new ConfigurationException(
                    path + " leads to one, which is never left out: tree() goes up to where there is no more");
        }
        return with(restriction, depth);
    }

    /** The same down to where there is no more. */
    public RelationshipLoad<E, T, X> recursive() {
        return recursive(Integer.MAX_VALUE);
    }

    private RelationshipLoad<E, T, X> with(Restriction<X> other, int depth) {
        return new RelationshipLoad<>(path, strategy, owner, target, nested, other, depth, portion);
    }

    /** The targets in part: these columns of their table, and what is always read, as {@link EntityTable#only} has it. */
    public RelationshipLoad<E, T, X> only(Column<?>... wanted) {
        return reading(Portion.NEEDED.including(path.target(), List.of(wanted)));
    }

    /** The targets with columns that are deferred. */
    public RelationshipLoad<E, T, X> including(Column<?>... deferred) {
        return reading(portion.including(path.target(), List.of(deferred)));
    }

    /** The targets without columns, which stay deferred in what this reads. */
    public RelationshipLoad<E, T, X> without(Column<?>... unwanted) {
        return reading(portion.without(path.target(), List.of(unwanted)));
    }

    private RelationshipLoad<E, T, X> reading(Portion other) {
        if (path.mapping().kind() == RelationshipMapping.Kind.ELEMENTS) {
            throw new ConfigurationException(path + " is a collection of values, which are read whole");
        }
        return new RelationshipLoad<>(path, strategy, owner, target, nested, restriction, levels, other);
    }

    /** The same below {@code table}: what is joined is joined to it, under a name of its own. */
    private RelationshipLoad<E, T, X> under(EntityTable<?, ?, ?> table) {
        return strategy == Strategy.JOINED ? of(table, path.fresh(table)) : this;
    }

    /** The same with its owner read from another source of the same columns, under the same alias. */
    public RelationshipLoad<E, T, X> of(Source<?> source) {
        return of(source, target);
    }

    private RelationshipLoad<E, T, X> of(Source<?> source, X other) {
        return new RelationshipLoad<>(path, strategy, source, other, nested, restriction, levels, portion);
    }

    @Override
    public RelationshipLoad<E, T, X> load() {
        return this;
    }

    /** What is loaded. */
    public Relationship<E, T, X> path() {
        return path;
    }

    /** How. */
    public Strategy strategy() {
        return strategy;
    }

    /** Whether the targets come in the owner's own rows. */
    public boolean isInRow() {
        return strategy == Strategy.JOINED || strategy == Strategy.FROM_QUERY;
    }

    /** The target's table, under the name that it has in the statement that reads it. */
    public X target() {
        return target;
    }

    /** Which of the target's columns are read. */
    public Portion portion() {
        return portion;
    }

    /** What is loaded along with the targets. */
    public List<RelationshipLoad<?, ?, ?>> nested() {
        if (levels == 1 || strategy == Strategy.TREE) {
            return nested;
        }
        List<RelationshipLoad<?, ?, ?>> all = new ArrayList<>(nested);
        all.add(with(restriction, levels == Integer.MAX_VALUE ? levels : levels - 1));
        return List.copyOf(all);
    }

    /** How many levels are loaded, {@code Integer.MAX_VALUE} for all. */
    public int levels() {
        return levels;
    }

    /** The same by one statement for each level. */
    public RelationshipLoad<E, T, X> levelByLevel() {
        return new RelationshipLoad<>(path, Strategy.SELECT_IN, owner, target, nested, restriction, levels, portion);
    }

    /** What a target has to meet, null if nothing. */
    public @Nullable Predicate condition() {
        return restriction.condition(target);
    }

    /** In which order the targets come, in columns of {@link #target()}; that of the mapping unless another was said. */
    public List<Ordering> order() {
        return restriction.isOrdered()
                ? restriction.order(target)
                : path.mapping().order().stream()
                        .map(key -> key.expression() instanceof Column<?> column
                                ? new Ordering(target.get(column), key.descending(), key.nullsAhead())
                                : key)
                        .toList();
    }

    /** The columns that it adds to its owner's, with those of what is nested in it. */
    public List<Expression<?>> columns() {
        if (!isInRow()) {
            return List.of();
        }
        List<Expression<?>> columns = new ArrayList<>(placeColumns());
        columns.addAll(target.columns());
        nested.forEach(load -> columns.addAll(load.columns()));
        return List.copyOf(columns);
    }

    /** Of {@link #columns()}, those of a join table that say where in the owner's collection a target is. They come first. */
    public List<Expression<?>> placeColumns() {
        return isInRow() ? RelationshipJoins.places(path.mapping(), target) : List.of();
    }

    /** The joins that it adds, with those of what is nested in it. */
    public List<Join> joins() {
        List<Join> joins = new ArrayList<>();
        if (strategy == Strategy.JOINED) {
            joins.addAll(
                    owner instanceof EntityTable<?, ?, ?>
                            ? RelationshipJoins.of(path.mapping(), owner, target, Join.Kind.LEFT)
                            : RelationshipJoins.of(path.mapping(), owner, path.from(), target, Join.Kind.LEFT));
            Predicate condition = condition();
            if (condition != null) {
                Join last = joins.remove(joins.size() - 1);
                Predicate on = last.on() == null ? condition : last.on().and(condition);
                joins.add(new Join(last.kind(), last.source(), on));
            }
        }
        if (isInRow()) {
            nested.forEach(load -> joins.addAll(load.joins()));
        }
        return List.copyOf(joins);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof RelationshipLoad<?, ?, ?> load
                        && path.mapping().equals(load.path.mapping())
                        && strategy == load.strategy
                        && owner.equals(load.owner)
                        && target.equals(load.target)
                        && nested.equals(load.nested)
                        && restriction.equals(load.restriction)
                        && portion.equals(load.portion)
                        && levels == load.levels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path.mapping().name(), strategy, target, nested.size(), levels);
    }

    @Override
    public String toString() {
        return path + " by " + strategy;
    }
}
