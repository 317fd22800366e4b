package io.athanor.orm.mapping;

import io.athanor.sql.Expression;
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
    public final Load<E> selectIn(Load<? super T>... nested) {
        return RelationshipLoad.of(this, Strategy.SELECT_IN, List.of(nested));
    }

    /** Loaded in the same statement, by LEFT JOIN. */
    @SafeVarargs
    public final Load<E> joined(Load<? super T>... nested) {
        return RelationshipLoad.of(this, Strategy.JOINED, List.of(nested));
    }

    /** Loaded by one more statement that has the first one in it. */
    @SafeVarargs
    public final Load<E> subquery(Load<? super T>... nested) {
        return RelationshipLoad.of(this, Strategy.SUBQUERY, List.of(nested));
    }

    /** This path leading to an alias of the target. */
    public final JoinPath to(X other) {
        return kind -> RelationshipJoins.of(mapping, from, other, kind);
    }

    @Override
    public final List<Join> joins(Join.Kind kind) {
        return to(target.get()).joins(kind);
    }

    /** The target under a name of its own, that of the path to it, so that nesting never collides. */
    final X fresh() {
        return target.get().as(from.alias() + "_" + mapping.name());
    }

    /** EXISTS a target, under {@code alias}, that meets {@code condition}. */
    final Predicate exists(X alias, Predicate condition) {
        return RelationshipJoins.exists(mapping, from, alias, condition);
    }

    @Override
    public final Relationship<? super E, ?, ?> path() {
        return this;
    }

    @Override
    public final Strategy strategy() {
        return Strategy.SELECT_IN;
    }

    @Override
    public final List<Load<?>> nested() {
        return List.of();
    }

    @Override
    public final X target() {
        return target.get();
    }

    @Override
    public final List<Expression<?>> joinedColumns() {
        return List.of();
    }

    @Override
    public final String toString() {
        return from.alias() + "." + mapping.name();
    }
}
