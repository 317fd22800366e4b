package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
import io.athanor.sql.Join;
import io.athanor.sql.JoinPath;
import io.athanor.sql.Predicate;
import java.util.List;
import java.util.function.Supplier;

/**
 * A path from an entity to what it is related to: at once a join, a condition and a load.
 *
 * <pre>{@code
 * select(ARTICLE).join(ARTICLE.author)                       // join "author" on "author"."id" = "article"."author_id"
 *         .where(ARTICLE.comments.any(c -> c.text.like("%gold%")))   // exists (select … from "comment" …)
 * select(ARTICLE.with(ARTICLE.comments.selectIn(COMMENT.author)))    // loads
 * }</pre>
 *
 * @param <E> the entity it starts from
 * @param <T> the entity it leads to
 * @param <X> the table of that
 */
public abstract sealed class Relationship<E, T, X extends EntityTable<T, ?, X>> implements Load<E>, JoinPath
        permits ToOne, ToMany {
    private final EntityTable<E, ?, ?> from;
    private final RelationshipMapping mapping;
    private final Supplier<X> target;

    Relationship(EntityTable<E, ?, ?> from, RelationshipMapping mapping, Supplier<X> target) {
        this.from = from;
        this.mapping = mapping;
        this.target = target;
    }

    /** How the relationship is mapped. */
    public final RelationshipMapping mapping() {
        return mapping;
    }

    /** The table it starts from, under the alias it has in the statement. */
    public final EntityTable<E, ?, ?> from() {
        return from;
    }

    /** Loaded by one more statement for all owners at once. */
    @SafeVarargs
    public final RelationshipLoad<E, T, X> selectIn(Load<? super T>... nested) {
        return RelationshipLoad.of(this, Load.Strategy.SELECT_IN, List.of(nested));
    }

    /**
     * Loaded in the same statement, by LEFT JOIN. Of many, all rows are read before the first entity is emitted, and a limit
     * counts owners, not rows.
     */
    @SafeVarargs
    public final RelationshipLoad<E, T, X> joined(Load<? super T>... nested) {
        return RelationshipLoad.of(this, Load.Strategy.JOINED, List.of(nested));
    }

    /** Loaded by one more statement that has the first one in it. All rows are read before the first entity is emitted. */
    @SafeVarargs
    public final RelationshipLoad<E, T, X> subquery(Load<? super T>... nested) {
        return RelationshipLoad.of(this, Load.Strategy.SUBQUERY, List.of(nested));
    }

    /**
     * Loaded down to where there is no more, or up to the root of a reference to one, in one more statement for all owners and
     * levels: by a recursive common table expression that ends in circles, too. For an entity that is related to its own class;
     * {@code tree().recursive(3)} goes three levels down. H2 has no such expression; there it is one statement for each level.
     *
     * <pre>{@code
     * with recursive "tree" ("id") as (
     *     select "id" from "category" where "id" in (?)
     *     union select "category"."id" from "category" join "tree" on "category"."parent_id" = "tree"."id")
     * select … from "category" where "parent_id" in (select "id" from "tree")
     * }</pre>
     */
    @SafeVarargs
    public final RelationshipLoad<E, T, X> tree(Load<? super T>... nested) {
        return RelationshipLoad.of(this, Load.Strategy.TREE, List.of(nested)).recursive();
    }

    /**
     * Loaded from a join that the query has, in which the target is called {@code joined}. Of many, the attribute then holds
     * those that the query's conditions leave.
     *
     * <pre>{@code
     * select(ARTICLE.with(ARTICLE.comments.from(COMMENT)))
     *         .from(ARTICLE)
     *         .leftJoin(ARTICLE.comments)
     *         .where(COMMENT.text.like("%gold%"))
     * }</pre>
     */
    @SafeVarargs
    public final RelationshipLoad<E, T, X> from(X joined, Load<? super T>... nested) {
        return RelationshipLoad.of(this, Load.Strategy.FROM_QUERY, joined, List.of(nested));
    }

    /** This path leading to an alias of the target. */
    public final JoinPath to(X other) {
        return kind -> RelationshipJoins.of(mapping, from, other, kind);
    }

    @Override
    public final List<Join> joins(Join.Kind kind) {
        X other = target.get();
        if (other.alias().equals(from.alias())) {
            throw new ConfigurationException(this + " leads from " + from.alias() + " to what is called the same; say "
                    + this + ".to(...as(\"other\"))");
        }
        return to(other).joins(kind);
    }

    /** The target's table, under its own name. */
    public final X target() {
        return target.get();
    }

    @Override
    public final RelationshipLoad<E, T, X> load() {
        return selectIn();
    }

    /** The target under a name of its own, that of the path to it, so that nesting never collides. */
    final X fresh(EntityTable<?, ?, ?> owner) {
        return target.get().as(PathAlias.of(owner.alias(), mapping.name()));
    }

    /** EXISTS a target, under {@code alias}, that meets {@code condition}. */
    final Predicate exists(X alias, Predicate condition) {
        return RelationshipJoins.exists(mapping, from, alias, condition);
    }

    /** EXISTS a target, under {@code alias}. */
    final Predicate exists(X alias) {
        return RelationshipJoins.exists(mapping, from, alias, null);
    }

    /** EXISTS a target, under {@code alias}, that is {@code entity}. */
    final Predicate exists(X alias, Object entity) {
        return exists(alias, KeyConditions.isRowOf(alias, mapping.target(), entity));
    }

    @Override
    public final String toString() {
        return from.alias() + "." + mapping.name();
    }
}
