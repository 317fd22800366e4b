package io.athanor.sql;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import io.athanor.types.TextType;
import io.athanor.types.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The entry points of the language: statements, conditions, and by inheritance all functions. Import statically.
 *
 * <pre>{@code
 * select(USERS.name, total)
 *     .from(USERS)
 *     .join(ORDERS)
 *     .where(and(USERS.age.ge(18), ORDERS.status.eq(PAID)))
 *     .groupBy(USERS.name)
 *     .orderBy(total.desc())
 * }</pre>
 */
public final class Sql extends Functions {
    private Sql() {}

    /** {@code select …}, each row read as {@code selection} reads it. */
    public static <R> Select<R> select(Selection<R> selection) {
        return Select.of(selection);
    }

    /** {@code select …} of several things, each row read as a {@link Row}. */
    public static Select<Row> select(Selection<?> first, Selection<?> second, Selection<?>... more) {
        List<Selection<?>> all = new ArrayList<>(List.of(first, second));
        all.addAll(Arrays.asList(more));
        return Select.of(Row.of(all));
    }

    /** {@code select …} of things whose number is known only at run time. */
    public static Select<Row> select(List<? extends Selection<?>> selections) {
        return Select.of(Row.of(List.copyOf(selections)));
    }

    /** {@code select * from source}, each row read as the source reads it. */
    public static <R> Select<R> selectFrom(Source<R> source) {
        return Select.<R>of(source).from(source);
    }

    /** {@code insert into table …}. */
    public static Insert insertInto(TypedTable<?> table) {
        return Insert.into(table);
    }

    /** {@code update table …}. */
    public static Update update(TypedTable<?> table) {
        return Update.of(table);
    }

    /** {@code delete from table …}. */
    public static Delete deleteFrom(TypedTable<?> table) {
        return Delete.from(table);
    }

    /** SQL of one's own with named parameters. The text is trusted: never build it from input. */
    public static RawStatement sql(String text) {
        return RawStatement.of(text);
    }

    /** A query under a name, for {@code with(…)}. Take a name that no table has. */
    public static <R> Cte<R> cte(String name, Query<R> query) {
        return Cte.of(name, query);
    }

    /**
     * A query that refers to itself, for {@code with(…)}: {@code base union all step}, where {@code step} selects from what
     * was found so far.
     */
    public static <R> Cte<R> recursiveCte(
            String name, QueryExpression<R> base, Function<? super Source<R>, ? extends QueryExpression<?>> step) {
        return Cte.recursive(name, base, step);
    }

    /**
     * The same without the rows that were found already, {@code base union step}: it ends where rows lead back to themselves, too.
     * PostgreSQL and SQLite have it.
     */
    public static <R> Cte<R> recursiveDistinctCte(
            String name, QueryExpression<R> base, Function<? super Source<R>, ? extends QueryExpression<?>> step) {
        return Cte.recursiveDistinct(name, base, step);
    }

    /** Rows written into the statement, to select from; {@code names} are made by {@link #column}. */
    public static ValuesSource values(String alias, List<Expression<?>> names, List<? extends List<?>> rows) {
        return ValuesSource.of(alias, names, rows);
    }

    /** A function that returns rows, to select from; {@code result} names and types its one column. */
    public static <T> TableFunction<T> tableFunction(
            String name, String alias, Expression<T> result, Expression<?>... arguments) {
        Names.of(result);
        return new TableFunction<>(
                Op.of(Operator.function(name), result.type(), arguments), Names.alias(alias), result);
    }

    /** A function that returns rows, to select from; {@code names} name and type its columns. */
    public static RowsFunction tableFunction(
            String name, String alias, List<? extends Expression<?>> names, Expression<?>... arguments) {
        return RowsFunction.of(name, alias, names, arguments);
    }

    /** A column by its name alone: of raw SQL, VALUES or a function. */
    public static <T> Expression<T> column(String name, SqlType<T> type) {
        return new NamedColumn<>(name, type);
    }

    /** A column of numbers by its name alone. */
    public static <N extends Number> NumberExpression<N> column(String name, NumberType<N> type) {
        return Typed.number(new NamedColumn<>(name, type));
    }

    /** A column of text by its name alone. */
    public static TextExpression column(String name, TextType type) {
        return Typed.text(new NamedColumn<>(name, type));
    }

    /** All of the conditions; true if there are none. */
    public static Predicate and(Predicate... conditions) {
        return Junction.of(true, List.of(conditions));
    }

    /** All of the conditions; true if there are none. */
    public static Predicate and(List<? extends Predicate> conditions) {
        return Junction.of(true, List.copyOf(conditions));
    }

    /** Any of the conditions; false if there are none. */
    public static Predicate or(Predicate... conditions) {
        return Junction.of(false, List.of(conditions));
    }

    /** Any of the conditions; false if there are none. */
    public static Predicate or(List<? extends Predicate> conditions) {
        return Junction.of(false, List.copyOf(conditions));
    }

    /** {@code not condition}. */
    public static Predicate not(Predicate condition) {
        return condition.not();
    }

    /** A boolean column, parameter or function as a condition. */
    public static Predicate condition(Expression<Boolean> expression) {
        return expression instanceof Predicate predicate ? predicate : new Condition(expression);
    }

    /** {@code exists (select …)}. */
    public static Predicate exists(QueryExpression<?> query) {
        return new Exists(query);
    }

    /** {@code not exists (select …)}. */
    public static Predicate notExists(QueryExpression<?> query) {
        return new Exists(query).not();
    }

    /** The one value of a query of one expression; NULL if it returns no row. */
    public static <T> Expression<T> scalar(QueryExpression<T> query) {
        return ScalarQuery.of(query);
    }

    /** {@code any (select …)}, to compare with: true if the comparison is for any row. */
    public static <T> Expression<T> any(QueryExpression<T> query) {
        return new Quantified<>("any (", query, ScalarQuery.of(query).type());
    }

    /** {@code all (select …)}, to compare with: true if the comparison is for all rows, or there are none. */
    public static <T> Expression<T> all(QueryExpression<T> query) {
        return new Quantified<>("all (", query, ScalarQuery.of(query).type());
    }

    /** {@code any (array)}, to compare with: true if the comparison is for any element. */
    public static <T> Expression<T> anyOf(Expression<List<T>> array, SqlType<T> element) {
        return new Quantified<>("any (", array, element);
    }

    /** {@code all (array)}, to compare with: true if the comparison is for all elements, or there are none. */
    public static <T> Expression<T> allOf(Expression<List<T>> array, SqlType<T> element) {
        return new Quantified<>("all (", array, element);
    }

    /** Several expressions compared as one. */
    public static Tuple tuple(Expression<?>... parts) {
        return new Tuple(List.of(parts));
    }

    /** {@code case when condition then value …}; add branches with {@code when}, the rest with {@code orElse}. */
    public static <T> Case.Any<T> caseWhen(Predicate condition, Expression<T> value) {
        return new Case.Any<>(List.of(new Case.Branch(condition, value)), null, value.type());
    }

    /** {@code case when condition then value …} of numbers. */
    public static <N extends Number> Case.Num<N> caseWhen(Predicate condition, NumberExpression<N> value) {
        NumberType<N> type = Numbers.result(value.type());
        return new Case.Num<>(List.of(new Case.Branch(condition, value)), null, type);
    }

    /** {@code case when condition then value …} of texts. */
    public static Case.Text caseWhen(Predicate condition, TextExpression value) {
        return new Case.Text(List.of(new Case.Branch(condition, value)), null, Types.TEXT);
    }

    /** {@code case when condition then value …} of texts. */
    public static Case.Text caseWhen(Predicate condition, String value) {
        return caseWhen(condition, value(value));
    }

    /** {@code case when condition then value …} of integers. */
    public static Case.Num<Integer> caseWhen(Predicate condition, int value) {
        return caseWhen(condition, value(value));
    }

    /** {@code case subject …}; add branches with {@code when}, the rest with {@code orElse}. */
    public static <V> Choice<V> choose(Expression<V> subject) {
        return new Choice<>(subject);
    }

    /** The value that the row being inserted would have had, in the update of an upsert. */
    public static <T> Expression<T> excluded(Column<T> column) {
        return new Excluded<>(column);
    }

    /** {@code rollup (a, b)}: the groupings (a, b), (a) and (). */
    public static GroupingElement rollup(Expression<?>... keys) {
        return new GroupingSets(GroupingSets.Kind.ROLLUP, each(keys));
    }

    /** {@code cube (a, b)}: the groupings by every subset of the keys. */
    public static GroupingElement cube(Expression<?>... keys) {
        return new GroupingSets(GroupingSets.Kind.CUBE, each(keys));
    }

    /** {@code grouping sets (…)}: just these groupings; an empty list is the grand total. */
    @SafeVarargs
    public static GroupingElement groupingSets(List<? extends Expression<?>>... sets) {
        return new GroupingSets(
                GroupingSets.Kind.SETS,
                Arrays.stream(sets).<List<Expression<?>>>map(List::copyOf).toList());
    }

    /** {@code grouping(key)}: 1 in the rows that add up over {@code key}, 0 in the others. */
    public static NumberExpression<Integer> grouping(Expression<?> key) {
        return Op.number(Operators.GROUPING, Types.INTEGER, key);
    }

    private static List<List<Expression<?>>> each(Expression<?>[] keys) {
        return Arrays.stream(keys).<List<Expression<?>>>map(key -> List.of(key)).toList();
    }
}
