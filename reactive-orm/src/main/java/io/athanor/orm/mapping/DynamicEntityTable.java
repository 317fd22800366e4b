package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;

/**
 * The table of an entity for which no class was generated, in every other way like one.
 *
 * <pre>{@code
 * DynamicEntityTable<Article, Long> article = model.table(Article.class);
 * session.stream(select(article).where(article.text("title").like("%gold%")))
 * }</pre>
 *
 * @param <E> the entity
 * @param <K> its id
 */
public final class DynamicEntityTable<E, K> extends EntityTable<E, K, DynamicEntityTable<E, K>> {
    DynamicEntityTable(EntityMapping<E> mapping, String alias) {
        super(mapping, alias);
    }

    @Override
    public DynamicEntityTable<E, K> as(String other) {
        return new DynamicEntityTable<>(mapping(), other);
    }

    /** A path to at most one entity, by the attribute's name. */
    public <T> ToOne<E, T, DynamicEntityTable<T, Object>> toOne(String attribute, Class<T> target) {
        return toOne(attribute, () -> target(attribute, target));
    }

    /** A path to many entities, by the attribute's name. */
    public <T> ToMany<E, T, DynamicEntityTable<T, Object>> toMany(String attribute, Class<T> target) {
        return toMany(attribute, () -> target(attribute, target));
    }

    @SuppressWarnings("unchecked") // the class is checked
    private <T> DynamicEntityTable<T, Object> target(String attribute, Class<T> target) {
        EntityMapping<?> mapped = mapping().relationship(attribute).target();
        if (mapped.type() != target) {
            throw new ConfigurationException(mapping().name() + "." + attribute + " leads to "
                    + mapped.type().getName() + ", not to " + target.getName());
        }
        return (DynamicEntityTable<T, Object>) mapped.dynamicTable();
    }
}
