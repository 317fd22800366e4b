package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
import io.athanor.sql.Column;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.Expression;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.NumberExpression;
import io.athanor.sql.Predicate;
import io.athanor.sql.RowReader;
import io.athanor.sql.Source;
import io.athanor.sql.Sql;
import io.athanor.sql.TextColumn;
import io.athanor.sql.TextExpression;
import io.athanor.sql.TypedTable;
import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import io.athanor.types.TextType;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity: a table like any other, whose rows read as entities. The annotation processor generates a subclass
 * for each entity with its columns and relationships as fields; without it use {@code EntityModel.table}.
 *
 * @param <E> the entity
 * @param <K> its id
 * @param <X> the subclass
 */
public abstract class EntityTable<E, K, X extends EntityTable<E, K, X>> extends TypedTable<E> {
    private final EntityMapping<E> mapping;

    /** The table of {@code mapping} under its own name. */
    protected EntityTable(EntityMapping<E> mapping) {
        this(mapping, mapping.spec().name().name());
    }

    /** The table of {@code mapping} under another alias. */
    @SuppressWarnings({"this-escape", "unchecked"}) // an array of options has no type arguments
    protected EntityTable(EntityMapping<E> mapping, String alias) {
        super(mapping.spec().name(), alias);
        this.mapping = mapping;
        TableSpec spec = mapping.spec();
        for (ColumnSpec column : spec.columns()) {
            declare(column.name(), column.type(), column.options().toArray(ColumnOption[]::new));
        }
        spec.constraints(this).forEach(this::constraint);
        spec.indexes(this).forEach(this::index);
        if (spec.comment() != null) {
            tableComment(spec.comment());
        }
    }

    private <T> void declare(String column, SqlType<T> type, ColumnOption<Object>[] options) {
        if (type instanceof NumberType<?> number) {
            column(column, number, options);
        } else if (type instanceof TextType text) {
            column(column, text, options);
        } else {
            column(column, type, options);
        }
    }

    /** The column of an attribute that is text; {@code author.name} for a part of a key or of an embedded object. */
    public final TextColumn text(String attribute) {
        return of(attribute, TextColumn.class, String.class);
    }

    /** The column of an attribute that is a number. */
    @SuppressWarnings("unchecked") // the type is checked
    public final <N extends Number> NumberColumn<N> number(String attribute, Class<N> type) {
        return of(attribute, NumberColumn.class, type);
    }

    /** The column of any other attribute; of a generic type, {@code type} is the class alone. */
    @SuppressWarnings("unchecked") // the class is checked, its arguments are the caller's word
    public final <T> Column<T> column(String attribute, Class<? super T> type) {
        return of(attribute, Column.class, type);
    }

    private <C extends Column<?>> C of(String attribute, Class<C> kind, Class<?> type) {
        Column<?> column = column(mapping.called(mapping.column(attribute)));
        if (!kind.isInstance(column) || column.type().javaType() != type) {
            throw new ConfigurationException(mapping.name() + "." + attribute + " is a "
                    + column.type().javaType().getName()
                    + " in a " + column.getClass().getSimpleName() + ", not a " + type.getName() + " in a "
                    + kind.getSimpleName());
        }
        return kind.cast(column);
    }

    /**
     * The condition that a row is of the entity's class or of one that extends it: for statements that an engine runs on the
     * table of a class that shares it with others. A session says it by itself. True of all rows if the class is the root.
     */
    public final Predicate isOfItsClass() {
        MappedColumn discriminator = mapping.discriminator();
        return discriminator == null || !mapping.sharesRows()
                ? Sql.and()
                : in(discriminator.column(), mapping.discriminatorValues());
    }

    /** The query that puts the entity's rows together, if its columns lie in several tables. */
    @Override
    protected final @Nullable Source<?> instead() {
        Assembly assembly = mapping.assembly();
        return assembly == null ? null : assembly.reading().rows().as(alias());
    }

    @Override
    public final <T> Column<T> get(Expression<T> named) {
        return super.get(called(named));
    }

    @Override
    public final TextColumn get(TextExpression named) {
        return (TextColumn) super.get(called(named));
    }

    @Override
    public final <N extends Number> NumberColumn<N> get(NumberExpression<N> named) {
        return (NumberColumn<N>) super.get(called(named));
    }

    /** What a column of one of several tables is in all of them together. */
    @SuppressWarnings("unchecked") // of the same type
    private <T> Expression<T> called(Expression<T> named) {
        Assembly assembly = mapping.assembly();
        if (assembly == null
                || !(named instanceof Column<?> column)
                || column.source() instanceof EntityTable<?, ?, ?>) {
            return named;
        }
        String name = assembly.reading().names().get(column);
        return name == null ? named : (Column<T>) column(name);
    }

    @SuppressWarnings("unchecked") // the values are of the column's type
    private <T> Predicate in(Column<T> discriminator, List<Object> values) {
        return get(discriminator).in((List<T>) values);
    }

    /** How the entity is mapped. */
    public final EntityMapping<E> mapping() {
        return mapping;
    }

    @Override
    public abstract X as(String other);

    /** This entity together with what it is related to. */
    @SafeVarargs
    public final Loaded<E> with(Load<? super E>... loads) {
        return Loaded.of(this).with(loads);
    }

    /**
     * This entity read in part: with these columns, its key, its version and its foreign keys. The other attributes stay as the
     * constructor leaves them, and a flush leaves their columns alone unless they are set; a session that reads the whole row
     * later fills them.
     *
     * <pre>{@code
     * select(ARTICLE.only(ARTICLE.title).with(ARTICLE.comments))
     * }</pre>
     */
    public final Loaded<E> only(Column<?>... wanted) {
        return Loaded.of(this).only(List.of(wanted));
    }

    /** This entity with columns that are deferred, each with those it is deferred together with. */
    public final Loaded<E> including(Column<?>... deferred) {
        return Loaded.of(this).including(deferred);
    }

    /** This entity without columns, which stay deferred in what this reads. */
    public final Loaded<E> without(Column<?>... unwanted) {
        return Loaded.of(this).without(unwanted);
    }

    /** This entity with attributes computed that are not always. */
    @SafeVarargs
    public final Loaded<E> computing(Computed<? super E, ?, ?>... attributes) {
        return Loaded.of(this).computing(attributes);
    }

    /**
     * An attribute of this entity with the value of an SQL expression over its row. Give it to the model to have it read always.
     *
     * @param attribute a field or a pair of accessors that has no column
     * @param expression makes the expression of the table, whatever it is called in a statement
     */
    @SuppressWarnings("unchecked") // X is the class of this
    public final <V extends Expression<?>> Computed<E, X, V> computed(
            String attribute, Function<? super X, ? extends V> expression) {
        return Computed.of((X) this, attribute, expression);
    }

    @Override
    public final @Nullable E read(RowReader row, int first) {
        return row instanceof EntityRow entities ? entities.entity(this, first) : detached(row, first);
    }

    private @Nullable E detached(RowReader row, int first) {
        return DetachedReader.read(this, row, first);
    }

    /** A path to at most one entity, by the attribute's name. */
    public final <T, Y extends EntityTable<T, ?, Y>> ToOne<E, T, Y> toOne(String attribute, Supplier<Y> target) {
        return new ToOne<>(this, mapping.relationship(attribute), target);
    }

    /** A path to a collection of values, by the attribute's name. */
    @SuppressWarnings("unchecked") // the values are the caller's word
    public final <T> ToMany<E, T, ElementTable<T>> elements(String attribute) {
        RelationshipMapping elements = mapping.relationship(attribute);
        if (elements.kind() != RelationshipMapping.Kind.ELEMENTS) {
            throw new ConfigurationException(elements + " leads to entities; it is no collection of values");
        }
        return new ToMany<>(this, elements, () -> new ElementTable<>((EntityMapping<T>) elements.target()));
    }

    /** A path to many entities, by the attribute's name. */
    public final <T, Y extends EntityTable<T, ?, Y>> ToMany<E, T, Y> toMany(String attribute, Supplier<Y> target) {
        return new ToMany<>(this, mapping.relationship(attribute), target);
    }
}
