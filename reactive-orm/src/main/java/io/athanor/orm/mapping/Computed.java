package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.sql.Expression;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An attribute whose value is that of an SQL expression over its entity's row: read with the row, never written. The attribute is
 * {@code @Transient}, or simply not mapped. The expression is usable in conditions and orders too. Immutable.
 *
 * <pre>{@code
 * static final Computed<Article, ArticleTable, Expression<Long>> COMMENT_COUNT = ARTICLE.computed("commentCount",
 *         article -> scalar(select(count()).from(COMMENT).where(COMMENT.articleId.eq(article.id))));
 *
 * EntityModel model = EntityModel.builder().add(Article.class, Comment.class).computed(COMMENT_COUNT).build();
 * session.stream(select(ARTICLE).where(COMMENT_COUNT.of(ARTICLE).gt(3L)).orderBy(COMMENT_COUNT.of(ARTICLE).desc()))
 * }</pre>
 *
 * <p>What the model has is read whenever a whole row is; what it has not is read where a query says so, by {@link
 * EntityTable#computing}. A new object has it when it is refreshed.
 *
 * @param <E> the entity
 * @param <X> its table
 * @param <V> the expression
 */
public final class Computed<E, X extends EntityTable<E, ?, X>, V extends Expression<?>> {
    private final X table;
    private final String attribute;
    private final Property property;
    private final Function<? super X, ? extends V> expression;

    private Computed(X table, String attribute, Property property, Function<? super X, ? extends V> expression) {
        this.table = table;
        this.attribute = attribute;
        this.property = property;
        this.expression = expression;
    }

    static <E, X extends EntityTable<E, ?, X>, V extends Expression<?>> Computed<E, X, V> of(
            X table, String attribute, Function<? super X, ? extends V> expression) {
        Property property = PlainProperty.of(table.mapping().type(), attribute).property();
        return new Computed<>(table, attribute, property, expression);
    }

    /** The expression over a row of {@code source}, the entity's table or an alias of it. */
    public V of(X source) {
        return expression.apply(source);
    }

    /** The expression over a row of the entity's table as it is called {@code alias}. */
    public Expression<?> under(String alias) {
        return of(alias.equals(table.alias()) ? table : table.as(alias));
    }

    /** The entity. */
    public EntityMapping<E> mapping() {
        return table.mapping();
    }

    /** The attribute's name. */
    public String name() {
        return attribute;
    }

    /** Writes what was computed into an object of the entity's class. */
    public void set(Object entity, @Nullable Object value) {
        property.set(entity, value);
    }

    /** Refuses what cannot be read into the attribute. */
    void check(EntityMapping<?> mapped) {
        String name = mapped.type().getName() + "." + attribute;
        for (MappedColumn column : mapped.columns()) {
            if (column.path().equals(attribute)) {
                throw new MappingException(name + ": is computed, and has the column " + column.column()
                        + " too; say @Transient on it, or remove the expression");
            }
        }
        Class<?> wanted = PlainProperty.of(mapped.type(), attribute).type();
        Class<?> made = of(table).type().javaType();
        if (!wanted.isAssignableFrom(made)) {
            throw new MappingException(name + ": is a " + wanted.getName() + ", and its expression makes a "
                    + made.getName() + "; declare the attribute as that, or cast the expression");
        }
    }

    /** The entity's name and the attribute's. */
    @Override
    public String toString() {
        return table.mapping().name() + "." + attribute;
    }
}
