package io.athanor.sql;

import io.athanor.sql.Clauses.From;
import io.athanor.sql.Clauses.Grouping;
import io.athanor.sql.Clauses.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT. Immutable: every method returns another one, in any order.
 *
 * @param <R> what a row is read as
 */
public final class Select<R> implements QueryExpression<R> {
    private final With with;
    private final Head<R> head;
    private final From from;
    private final List<Predicate> where;
    private final Grouping grouping;
    private final Tail tail;

    private Select(With with, Head<R> head, From from, List<Predicate> where, Grouping grouping, Tail tail) {
        this.with = with;
        this.head = head;
        this.from = from;
        this.where = where;
        this.grouping = grouping;
        this.tail = tail;
    }

    static <R> Select<R> of(Selection<R> selection) {
        return new Select<>(
                With.NOTHING,
                new Head<>(selection, Distinct.NOT),
                From.NOTHING,
                List.of(),
                Grouping.NOTHING,
                Tail.NOTHING);
    }

    /** The same with common table expressions before it. */
    public Select<R> with(Cte<?>... ctes) {
        return new Select<>(with.and(ctes), head, from, where, grouping, tail);
    }

    /** Of equal rows, one. */
    public Select<R> distinct() {
        return new Select<>(with, new Head<>(head.selection(), new Distinct(List.of())), from, where, grouping, tail);
    }

    /**
     * Of rows equal in {@code keys}, the first by ORDER BY, which begins with them. Not on every database; some want what
     * is ordered by to be selected, too.
     */
    public Select<R> distinctOn(Expression<?>... keys) {
        Distinct distinct = new Distinct(List.of(keys));
        return new Select<>(with, new Head<>(head.selection(), distinct), from, where, grouping, tail);
    }

    /** Where the rows come from. May be left out if all that is selected comes from one source. */
    public Select<R> from(Source<?> source, Source<?>... others) {
        return new Select<>(with, head, new From(source, List.of(others), from.joins()), where, grouping, tail);
    }

    /** {@code join source on condition}. */
    public Select<R> join(Source<?> source, Predicate on) {
        return joined(Join.Kind.INNER, source, on);
    }

    /** Joined on the one foreign key between {@code source} and what stands before; an error if there is not just one. */
    public Select<R> join(Source<?> source) {
        return joined(Join.Kind.INNER, source, inferred(source));
    }

    /** Joined along a relationship. */
    public Select<R> join(JoinPath path) {
        return joined(path.joins(Join.Kind.INNER));
    }

    /** {@code left join source on condition}: rows without a partner stay, with NULLs. */
    public Select<R> leftJoin(Source<?> source, Predicate on) {
        return joined(Join.Kind.LEFT, source, on);
    }

    /** {@code left join} on the one foreign key between {@code source} and what stands before. */
    public Select<R> leftJoin(Source<?> source) {
        return joined(Join.Kind.LEFT, source, inferred(source));
    }

    /** {@code left join} along a relationship. */
    public Select<R> leftJoin(JoinPath path) {
        return joined(path.joins(Join.Kind.LEFT));
    }

    /** {@code right join source on condition}. */
    public Select<R> rightJoin(Source<?> source, Predicate on) {
        return joined(Join.Kind.RIGHT, source, on);
    }

    /** {@code right join} on the one foreign key between {@code source} and what stands before. */
    public Select<R> rightJoin(Source<?> source) {
        return joined(Join.Kind.RIGHT, source, inferred(source));
    }

    /** {@code full join source on condition}. */
    public Select<R> fullJoin(Source<?> source, Predicate on) {
        return joined(Join.Kind.FULL, source, on);
    }

    /** {@code full join} on the one foreign key between {@code source} and what stands before. */
    public Select<R> fullJoin(Source<?> source) {
        return joined(Join.Kind.FULL, source, inferred(source));
    }

    /** {@code cross join source}: every row with every row. */
    public Select<R> crossJoin(Source<?> source) {
        return joined(Join.Kind.CROSS, source, null);
    }

    /** Adds a condition; several are joined by AND. */
    public Select<R> where(Predicate condition) {
        return new Select<>(with, head, from, Clauses.plus(where, List.of(condition)), grouping, tail);
    }

    /**
     * Adds grouping keys: expressions, {@link Sql#rollup}, {@link Sql#cube}, {@link Sql#groupingSets}. Of an expression
     * with values in it group by its label: to a database, two parameters are two things, even if they have one value.
     */
    public Select<R> groupBy(GroupingElement... keys) {
        Grouping grouped = new Grouping(Clauses.plus(grouping.keys(), List.of(keys)), grouping.having());
        return new Select<>(with, head, from, where, grouped, tail);
    }

    /** Adds a condition on groups; several are joined by AND. */
    public Select<R> having(Predicate condition) {
        Grouping filtered = new Grouping(grouping.keys(), Clauses.plus(grouping.having(), List.of(condition)));
        return new Select<>(with, head, from, where, filtered, tail);
    }

    /** Adds keys of order. */
    public Select<R> orderBy(Ordering... orderings) {
        return new Select<>(with, head, from, where, grouping, tail.orderBy(List.of(orderings)));
    }

    /** At most this many rows: LIMIT, FETCH FIRST or TOP, as the database has it. */
    public Select<R> limit(long rows) {
        return withLimit(tail.limit().rows(rows));
    }

    /** At most this many of a hundred rows, rounded up: {@code fetch first ? percent rows only}. Not on every database. */
    public Select<R> limitPercent(int ofHundred) {
        return withLimit(tail.limit().percent(ofHundred));
    }

    /** With {@link #limit} and {@link #orderBy}: also the rows that are equal in order to the last. */
    public Select<R> withTies() {
        return withLimit(tail.limit().ties());
    }

    /** Without the first {@code rows} rows. */
    public Select<R> offset(long rows) {
        return withLimit(tail.limit().offset(rows));
    }

    /** {@code for update}. */
    public Select<R> forUpdate() {
        return lock(Lock.forUpdate());
    }

    /** Locks the rows until the end of the transaction. */
    public Select<R> lock(Lock lock) {
        return new Select<>(with, head, from, where, grouping, tail.lock(lock));
    }

    /** The same rows, each read as what {@code mapper} makes of it. */
    public <S> Select<S> map(Function<? super R, ? extends S> mapper) {
        return selecting(head.selection().map(mapper));
    }

    /**
     * The same rows, each read into a record whose components are what is selected, in order. Types are checked here: an
     * error names the component that does not fit.
     */
    public <S extends Record> Select<S> into(Class<S> type) {
        return selecting(RecordSelection.of(type, head.selection()));
    }

    @Override
    public Selection<R> selection() {
        return head.selection();
    }

    @Override
    public <S> Select<S> readAs(Selection<S> other) {
        return selecting(SameColumns.of(selection(), other));
    }

    /** All that stands in FROM, joins included. */
    public List<Source<?>> sources() {
        return from.all(head.selection());
    }

    /** The common table expressions before it. */
    public List<Cte<?>> ctes() {
        return with.ctes();
    }

    /** The joins, in order. */
    public List<Join> joins() {
        return from.joins();
    }

    /** The conditions of WHERE, all of which hold. */
    public List<Predicate> conditions() {
        return where;
    }

    /** The keys of ORDER BY. */
    public List<Ordering> orderings() {
        return tail.order();
    }

    /** Whether equal rows are one. */
    public boolean isDistinct() {
        return head.distinct().keys() != null;
    }

    /** Whether rows stand for groups of rows. */
    public boolean isGrouped() {
        return !grouping.keys().isEmpty() || !grouping.having().isEmpty();
    }

    /** Whether its rows are locked. */
    public boolean isLocking() {
        return tail.lock() != null;
    }

    /** Whether two queries joined by a set operation need parentheses around this one. */
    boolean isOrderedOrLimited() {
        return !tail.isNothing() || !with.isNothing();
    }

    Select<R> withBefore(With outer) {
        return new Select<>(new With(Clauses.plus(outer.ctes(), with.ctes())), head, from, where, grouping, tail);
    }

    /** The same rows with more columns, of constants, at the end of each. */
    Select<Row> plus(List<Expression<?>> columns) {
        List<Selection<?>> all = new ArrayList<>(head.selection().columns());
        all.addAll(columns);
        return selecting(Row.of(all));
    }

    boolean hasWith() {
        return !with.isNothing();
    }

    @Override
    public void render(SqlWriter out) {
        out.node(with);
        Labels labels = Labels.of(head.selection());
        head.render(labels, out);
        from.render(head.selection(), out);
        Clauses.where(where, " where ", out);
        grouping.render(labels, out);
        tail.render(labels, out);
    }

    /** The same rows, of which something else is selected. What FROM has to be said if nothing selected tells. */
    public <S> Select<S> selecting(Selection<S> selection) {
        return new Select<>(with, new Head<>(selection, head.distinct()), from, where, grouping, tail);
    }

    /** How many rows it returns at most, and skips. */
    public Limit limited() {
        return tail.limit();
    }

    private Select<R> withLimit(Limit limit) {
        return new Select<>(with, head, from, where, grouping, tail.limit(limit));
    }

    private Select<R> joined(Join.Kind kind, Source<?> source, @Nullable Predicate on) {
        return joined(List.of(new Join(kind, source, on)));
    }

    private Select<R> joined(List<Join> more) {
        return new Select<>(with, head, from.join(more), where, grouping, tail);
    }

    private Predicate inferred(Source<?> source) {
        return InferredJoin.on(from.before(head.selection(), source), source);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
