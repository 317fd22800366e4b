package io.athanor.sql;

import static io.athanor.sql.Operators.BETWEEN;
import static io.athanor.sql.Operators.BETWEEN_SYMMETRIC;
import static io.athanor.sql.Operators.EQ;
import static io.athanor.sql.Operators.GE;
import static io.athanor.sql.Operators.GT;
import static io.athanor.sql.Operators.IS_DISTINCT;
import static io.athanor.sql.Operators.IS_NOT_DISTINCT;
import static io.athanor.sql.Operators.IS_NOT_NULL;
import static io.athanor.sql.Operators.IS_NULL;
import static io.athanor.sql.Operators.LE;
import static io.athanor.sql.Operators.LT;
import static io.athanor.sql.Operators.NE;
import static io.athanor.sql.Operators.NOT_BETWEEN;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import io.athanor.types.TextType;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SQL expression whose value has the Java type {@code T}. What only makes sense for text, numbers or conditions is in
 * {@link TextExpression}, {@link NumberExpression} and {@link Predicate}. Immutable.
 *
 * <p>A Java value given to a method is bound, never written into the text. Java's null is refused: nothing compares with
 * NULL, use {@link #isNull()}.
 *
 * @param <T> the Java type of the value
 */
public sealed interface Expression<T> extends SqlNode, Selection<T>, GroupingElement
        permits TextExpression,
                NumberExpression,
                Predicate,
                Column,
                Label,
                BoundValue,
                Literal,
                Op,
                Aggregate,
                Over,
                Case,
                Cast,
                RawExpression,
                AggregateArgument,
                ScalarQuery,
                Quantified,
                NamedColumn,
                Excluded,
                NextValue,
                Extract {
    /** How the value travels and what Java makes of it. */
    SqlType<T> type();

    /** How tightly this binds as an operand. */
    default Precedence precedence() {
        return Precedence.PRIMARY;
    }

    /** {@code this = value}. */
    default Predicate eq(T value) {
        return eq(Param.of(value, type()));
    }

    /** {@code this = other}. */
    default Predicate eq(Expression<? extends T> other) {
        return Op.predicate(EQ, this, other);
    }

    /** {@code this <> value}. */
    default Predicate ne(T value) {
        return ne(Param.of(value, type()));
    }

    /** {@code this <> other}. */
    default Predicate ne(Expression<? extends T> other) {
        return Op.predicate(NE, this, other);
    }

    /** {@code this < value}. */
    default Predicate lt(T value) {
        return lt(Param.of(value, type()));
    }

    /** {@code this < other}. */
    default Predicate lt(Expression<? extends T> other) {
        return Op.predicate(LT, this, other);
    }

    /** {@code this <= value}. */
    default Predicate le(T value) {
        return le(Param.of(value, type()));
    }

    /** {@code this <= other}. */
    default Predicate le(Expression<? extends T> other) {
        return Op.predicate(LE, this, other);
    }

    /** {@code this > value}. */
    default Predicate gt(T value) {
        return gt(Param.of(value, type()));
    }

    /** {@code this > other}. */
    default Predicate gt(Expression<? extends T> other) {
        return Op.predicate(GT, this, other);
    }

    /** {@code this >= value}. */
    default Predicate ge(T value) {
        return ge(Param.of(value, type()));
    }

    /** {@code this >= other}. */
    default Predicate ge(Expression<? extends T> other) {
        return Op.predicate(GE, this, other);
    }

    /** {@code this between low and high}, both ends included. */
    default Predicate between(T low, T high) {
        return between(Param.of(low, type()), Param.of(high, type()));
    }

    /** {@code this between low and high}, both ends included. */
    default Predicate between(Expression<? extends T> low, Expression<? extends T> high) {
        return Op.predicate(BETWEEN, this, low, high);
    }

    /** {@code this not between low and high}. */
    default Predicate notBetween(T low, T high) {
        return Op.predicate(NOT_BETWEEN, this, Param.of(low, type()), Param.of(high, type()));
    }

    /** {@code this not between low and high}. */
    default Predicate notBetween(Expression<? extends T> low, Expression<? extends T> high) {
        return Op.predicate(NOT_BETWEEN, this, low, high);
    }

    /** {@code this between symmetric one and other}: between them whichever is less, both ends included. */
    default Predicate betweenSymmetric(T one, T other) {
        return betweenSymmetric(Param.of(one, type()), Param.of(other, type()));
    }

    /** {@code this between symmetric one and other}: between them whichever is less, both ends included. */
    default Predicate betweenSymmetric(Expression<? extends T> one, Expression<? extends T> other) {
        return Op.predicate(BETWEEN_SYMMETRIC, this, one, other);
    }

    /** {@code this in (first, …)}. */
    @SuppressWarnings("unchecked") // the array is only read
    default Predicate in(T first, T... more) {
        return in(Arguments.list(first, more));
    }

    /** {@code this not in (first, …)}. */
    @SuppressWarnings("unchecked") // the array is only read
    default Predicate notIn(T first, T... more) {
        return notIn(Arguments.list(first, more));
    }

    /**
     * {@code this in (…)}; false if there are no values. One array parameter where the database takes one, so that the
     * statement is the same for any number of values.
     */
    default Predicate in(Collection<? extends T> values) {
        return InList.of(this, values, false);
    }

    /** {@code this in (select …)}. The query selects one column. */
    default Predicate in(Query<? extends T> query) {
        return new InQuery(List.of(this), query, false);
    }

    /** {@code this not in (…)}; true if there are no values. */
    default Predicate notIn(Collection<? extends T> values) {
        return InList.of(this, values, true);
    }

    /** {@code this not in (select …)}: never true if the query returns a NULL; {@link Sql#exists} has no such trap. */
    default Predicate notIn(Query<? extends T> query) {
        return new InQuery(List.of(this), query, true);
    }

    /** {@code this is null}. */
    default Predicate isNull() {
        return Op.predicate(IS_NULL, this);
    }

    /** {@code this is not null}. */
    default Predicate isNotNull() {
        return Op.predicate(IS_NOT_NULL, this);
    }

    /** {@code this is distinct from value}: not equal, where NULL equals NULL. Java's null is NULL here. */
    default Predicate isDistinctFrom(@Nullable T value) {
        return Op.predicate(IS_DISTINCT, this, Param.nullable(value, type()));
    }

    /** {@code this is distinct from other}: not equal, where NULL equals NULL. */
    default Predicate isDistinctFrom(Expression<? extends T> other) {
        return Op.predicate(IS_DISTINCT, this, other);
    }

    /** {@code this is not distinct from value}: equal, where NULL equals NULL. Java's null is NULL here. */
    default Predicate isNotDistinctFrom(@Nullable T value) {
        return Op.predicate(IS_NOT_DISTINCT, this, Param.nullable(value, type()));
    }

    /** {@code this is not distinct from other}: equal, where NULL equals NULL. */
    default Predicate isNotDistinctFrom(Expression<? extends T> other) {
        return Op.predicate(IS_NOT_DISTINCT, this, other);
    }

    /** Ascending, for ORDER BY. */
    default Ordering asc() {
        return Ordering.of(this, false);
    }

    /** Descending, for ORDER BY. */
    default Ordering desc() {
        return Ordering.of(this, true);
    }

    /** {@code this as "name"}: declared where it is selected, used by its name in ORDER BY and by a derived table. */
    default Label<T> as(String name) {
        return new Label.Any<>(this, name);
    }

    /**
     * {@code cast(this as type)}. Databases differ in the text they make of numbers and truth values, and in how they round
     * halves of a DOUBLE to an integer.
     */
    default <U> Expression<U> cast(SqlType<U> type) {
        return new Cast.Any<>(Typed.plain(this), type);
    }

    /** {@code cast(this as type)}. */
    default <N extends Number> NumberExpression<N> cast(NumberType<N> type) {
        return new Cast.Num<>(Typed.plain(this), type);
    }

    /** {@code cast(this as type)}. */
    default TextExpression cast(TextType type) {
        return new Cast.Text(Typed.plain(this), type);
    }

    /** {@code try_cast(this as type)}: NULL where {@link #cast} would fail. Not on every database. */
    default <U> Expression<U> tryCast(SqlType<U> type) {
        return new Cast.Any<>(Typed.plain(this), type, true);
    }

    /** {@code try_cast(this as type)}: NULL where {@link #cast} would fail. Not on every database. */
    default <N extends Number> NumberExpression<N> tryCast(NumberType<N> type) {
        return new Cast.Num<>(Typed.plain(this), type, true);
    }

    /** {@code try_cast(this as type)}: NULL where {@link #cast} would fail. Not on every database. */
    default TextExpression tryCast(TextType type) {
        return new Cast.Text(Typed.plain(this), type, true);
    }

    /**
     * This expression, read and compared with as a value of another type. The SQL stays as it is: for a type of one's own
     * on a column declared without it, or for a function whose type is known better. What the driver gives has to fit.
     */
    default <U> Expression<U> typeCoerce(SqlType<U> type) {
        return Op.of(Operators.TYPE_COERCE, type, Typed.plain(this));
    }

    /** This expression, read and calculated with as a number of another type. The SQL stays as it is. */
    default <N extends Number> NumberExpression<N> typeCoerce(NumberType<N> type) {
        return Op.number(Operators.TYPE_COERCE, type, Typed.plain(this));
    }

    /** This expression, read and used as text of another type. The SQL stays as it is. */
    default TextExpression typeCoerce(TextType type) {
        return Typed.text(Op.of(Operators.TYPE_COERCE, type, Typed.plain(this)));
    }

    @Override
    default List<? extends Expression<?>> columns() {
        return List.of(this);
    }

    @Override
    default @Nullable T read(RowReader row, int first) {
        return row.value(first, type());
    }
}
