package io.athanor.orm.mapping;

/**
 * The table of an attribute that is a collection of values: in conditions on them, such as {@code
 * ARTICLE.labels.any(label -> label.value().like("%gold%"))}.
 *
 * @param <T> the values
 */
public final class ElementTable<T> extends EntityTable<T, Object, ElementTable<T>> {
    ElementTable(EntityMapping<T> mapping) {
        super(mapping);
    }

    private ElementTable(EntityMapping<T> mapping, String alias) {
        super(mapping, alias);
    }

    @Override
    public ElementTable<T> as(String other) {
        return new ElementTable<>(mapping(), other);
    }

    /** The column of the values, if they are in one; an embeddable's are asked for by their names. */
    public io.athanor.sql.Column<T> value() {
        return column("value", mapping().type());
    }
}
