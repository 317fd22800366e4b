package io.athanor.sql;

import static io.athanor.sql.LanguageCompliance.lists;
import static io.athanor.sql.LanguageCompliance.row;
import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.STOCK;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.cte;
import static io.athanor.sql.Sql.max;
import static io.athanor.sql.Sql.recursiveCte;
import static io.athanor.sql.Sql.scalar;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.selectFrom;
import static io.athanor.sql.Sql.sum;
import static io.athanor.sql.Sql.tableFunction;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.values;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.array;

import io.athanor.dialect.Feature;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several sources: joins, derived tables, common table expressions, values, functions and set operations. */
interface JoinCompliance extends LanguageCompliance {
    @Test
    default void shouldJoin() {
        Select<Row> pairs = select(USERS.name, ORDERS.id).from(USERS);
        Ordering[] order = {USERS.id.asc(), ORDERS.id.asc()};

        assertRows(lists(pairs.join(ORDERS).orderBy(order)), row("Ann", 1L), row("Ann", 2L), row("Bob", 3L));
        assertRows(
                lists(pairs.leftJoin(ORDERS).orderBy(order)),
                row("Ann", 1L),
                row("Ann", 2L),
                row("Bob", 3L),
                row("Cid", null),
                row("Dora", null));
        assertRows(
                lists(pairs.rightJoin(ORDERS, ORDERS.userId.eq(USERS.id).and(USERS.id.eq(2L)))
                        .orderBy(ORDERS.id.asc())),
                row(null, 1L),
                row(null, 2L),
                row("Bob", 3L));
        assertRows(select(count()).from(USERS).crossJoin(ORDERS), 12L);
        assertRows(
                Feature.FULL_JOIN,
                lists(pairs.fullJoin(ORDERS, ORDERS.userId.eq(USERS.id).and(USERS.id.eq(2L)))
                        .orderBy(USERS.id.asc().nullsLast(), ORDERS.id.asc())),
                row("Ann", null),
                row("Bob", 3L),
                row("Cid", null),
                row("Dora", null),
                row(null, 1L),
                row(null, 2L));
    }

    @Test
    default void shouldJoinATableWithItself() {
        Shop.Users boss = USERS.as("boss");
        Source<Row> top = new Shop.Users("top");

        assertRows(
                lists(select(USERS.name, boss.name, top.get(USERS.name))
                        .from(USERS)
                        .join(boss, boss.id.eq(USERS.managerId))
                        .leftJoin(top, top.get(USERS.id).eq(boss.managerId))
                        .orderBy(USERS.id.asc())),
                row("Bob", "Ann", null),
                row("Cid", "Ann", null),
                row("Dora", "Bob", "Ann"));
    }

    @Test
    default void shouldJoinWhatStandsBeforeTheComma() {
        assertRows(select(count()).from(USERS, STOCK).join(ORDERS, ORDERS.userId.eq(USERS.id)), 6L);
        assertRows(select(count()).from(USERS, ORDERS).where(ORDERS.userId.eq(USERS.id)), 3L);
    }

    @Test
    default void shouldSelectFromQueries() {
        Label.Num<BigDecimal> total = sum(ORDERS.amount).as("total");
        Source<Row> totals = select(ORDERS.userId, total).groupBy(ORDERS.userId).as("totals");

        assertRows(
                lists(select(USERS.name, totals.get(total))
                        .from(USERS)
                        .join(totals, totals.get(ORDERS.userId).eq(USERS.id))
                        .orderBy(totals.get(total).desc())),
                row("Ann", new BigDecimal("30.50")),
                row("Bob", new BigDecimal("5.25")));
        assertRows(select(count()).from(select(USERS).limit(3).as("some")), 3L);
        assertRows(select(max(totals.get(total))).from(totals), new BigDecimal("30.50"));
    }

    @Test
    default void shouldTakeTheValueOfAQuery() {
        Expression<Long> orders = scalar(select(count()).from(ORDERS).where(ORDERS.userId.eq(USERS.id)));

        assertRows(
                lists(select(USERS.name, orders.as("orders"))
                        .orderBy(orders.desc(), USERS.id.asc())
                        .limit(2)),
                row("Ann", 2L),
                row("Bob", 1L));
        assertRows(select(USERS.name).where(orders.eq(1L)), "Bob");
        assertRows(select(scalar(select(ORDERS.amount).where(ORDERS.id.eq(0L)))), (Object) null);
    }

    @Test
    default void shouldJoinLaterally() {
        Source<Row> last = select(ORDERS.id, ORDERS.amount)
                .where(ORDERS.userId.eq(USERS.id))
                .orderBy(ORDERS.id.desc())
                .limit(1)
                .asLateral("last");

        assertRows(
                Feature.LATERAL,
                lists(select(USERS.name, last.get(ORDERS.id))
                        .from(USERS)
                        .leftJoin(last, and())
                        .orderBy(USERS.id.asc())),
                row("Ann", 2L),
                row("Bob", 3L),
                row("Cid", null),
                row("Dora", null));
    }

    @Test
    default void shouldSelectFromValues() {
        NumberExpression<Long> id = column("id", BIGINT);
        TextExpression word = column("word", TEXT);
        List<List<Object>> rows = new ArrayList<>(List.of(List.of(1L, "x")));
        rows.add(Arrays.asList(2L, null));
        ValuesSource words = values("words", List.of(id, word), rows);

        assertRows(lists(selectFrom(words).orderBy(words.get(id).asc())), row(1L, "x"), row(2L, null));
        assertRows(
                lists(select(USERS.name, words.get(word))
                        .from(USERS)
                        .join(words, words.get(id).eq(USERS.id))
                        .orderBy(USERS.id.asc())),
                row("Ann", "x"),
                row("Bob", null));
        assertRows(
                select(words.get(word).concat("!"))
                        .from(words)
                        .limit(1)
                        .orderBy(words.get(id).asc()),
                "x!");
    }

    @Test
    default void shouldSelectFromFunctions() {
        NumberExpression<Long> n = column("n", BIGINT);
        TableFunction<Long> series = tableFunction("generate_series", "s", n, value(2L), value(4L));
        TableFunction<Integer> list =
                tableFunction("unnest", "l", column("i", INTEGER), value(List.of(7, 8), array(INTEGER)));

        assertRows(
                Feature.TABLE_FUNCTIONS,
                select(series.get(n).times(2L))
                        .from(series)
                        .orderBy(series.get(n).asc()),
                4L,
                6L,
                8L);
        assertRows(
                Feature.TABLE_FUNCTIONS,
                select(list.column()).from(list).orderBy(list.column().desc()),
                8,
                7);
        Expression<String> letter = column("letter", TEXT);
        RowsFunction both = tableFunction(
                "unnest",
                "b",
                List.of(n, letter),
                value(List.of(5L, 6L), array(BIGINT)),
                value(List.of("x", "y"), array(TEXT)));
        assertRows(
                Feature.TABLE_FUNCTIONS,
                lists(select(both.get(letter), both.get(n))
                        .from(both)
                        .orderBy(both.get(n).desc())),
                row("y", 6L),
                row("x", 5L));
        assertRows(
                Feature.TABLE_FUNCTIONS,
                select(USERS.name)
                        .from(USERS)
                        .join(series, series.column().eq(USERS.id))
                        .orderBy(USERS.id.asc()),
                "Bob",
                "Cid",
                "Dora");
    }

    @Test
    default void shouldUniteQueries() {
        Select<Long> ids = select(USERS.id);
        Select<Long> buyers = select(ORDERS.userId);

        assertRows(buyers.union(ids.where(USERS.id.eq(4L))).orderBy(ORDERS.userId.asc()), 1L, 2L, 4L);
        assertRows(buyers.unionAll(ids.where(USERS.id.eq(1L))).orderBy(ORDERS.userId.asc()), 1L, 1L, 1L, 2L);
        assertRows(ids.intersect(buyers).orderBy(USERS.id.asc()), 1L, 2L);
        assertRows(ids.except(buyers).orderBy(USERS.id.desc()), 4L, 3L);
        assertRows(ids.except(buyers.union(ids.where(USERS.id.eq(4L)))), 3L);
        assertRows(ids.except(buyers).union(ids.where(USERS.id.eq(1L))).orderBy(USERS.id.asc()), 1L, 3L, 4L);
        assertRows(ids.union(buyers).intersect(ids.where(USERS.id.gt(3L))), 4L);
        assertRows(
                ids.orderBy(USERS.id.desc())
                        .limit(1)
                        .unionAll(buyers.orderBy(ORDERS.id.asc()).limit(1))
                        .orderBy(USERS.id.asc()),
                1L,
                4L);
        assertRows(ids.union(buyers).orderBy(USERS.id.asc()).limit(1).offset(1), 2L);
        assertRows(Feature.SET_OPERATION_ALL, buyers.exceptAll(ids).orderBy(ORDERS.userId.asc()), 1L);
        assertRows(
                Feature.SET_OPERATION_ALL,
                buyers.intersectAll(buyers.where(ORDERS.id.lt(3L))).orderBy(ORDERS.userId.asc()),
                1L,
                1L);
    }

    @Test
    default void shouldUniteValues() {
        Label.Num<Integer> number = value(1).as("number");

        assertRows(select(number).unionAll(select(value(2))).orderBy(number.desc()), 2, 1);
        assertRows(
                select(count()).from(select(number).unionAll(select(value(2))).as("both")), 2L);
        assertRows(select(sum(select(number).as("one").get(number))), 1L);
    }

    @Test
    default void shouldNameQueries() {
        Label.Num<Long> number = count().as("number");
        Cte<Row> counts = cte("counts", select(ORDERS.userId, number).groupBy(ORDERS.userId));
        Source<Row> others = counts.as("others");

        assertRows(
                lists(select(USERS.name, counts.get(number))
                        .with(counts)
                        .from(USERS)
                        .join(counts, counts.get(ORDERS.userId).eq(USERS.id))
                        .orderBy(USERS.id.asc())),
                row("Ann", 2L),
                row("Bob", 1L));
        assertRows(
                select(count())
                        .with(counts)
                        .from(counts)
                        .join(others, others.get(number).lt(counts.get(number))),
                1L);
        Cte<Row> big = cte(
                "big",
                select(counts.get(ORDERS.userId), counts.get(number))
                        .where(counts.get(number).gt(1L)));
        assertRows(select(big.get(number)).with(counts, big).from(big), 2L);
        assertRows(
                select(USERS.name)
                        .where(USERS.id.in(
                                select(big.get(ORDERS.userId)).with(counts, big).from(big))),
                "Ann");
        assertRows(
                Feature.MATERIALIZED_CTE,
                select(count()).with(counts.materialized()).from(counts),
                2L);
        assertRows(
                Feature.MATERIALIZED_CTE,
                select(count()).with(counts.notMaterialized()).from(counts),
                2L);
        assertRows(
                Feature.NESTED_WITH,
                select(counts.get(number))
                        .with(counts)
                        .from(counts)
                        .union(select(value(9L)))
                        .orderBy(number.asc()),
                1L,
                2L,
                9L);
        assertRows(
                select(counts.get(number))
                        .from(counts)
                        .union(select(value(9L)))
                        .with(counts)
                        .orderBy(number.asc()),
                1L,
                2L,
                9L);
    }

    @Test
    default void shouldRecur() {
        Label.Num<Integer> n = value(1).as("n");
        Cte<Integer> numbers =
                recursiveCte("counted", select(n), self -> select(self.get(n).plus(1))
                        .where(self.get(n).lt(5)));
        Label.Num<Long> id = USERS.id.as("id");
        Label.Num<Integer> depth = value(0).as("depth");
        Cte<Row> tree = recursiveCte("tree", select(id, depth).where(USERS.managerId.isNull()), self -> select(
                        USERS.id, self.get(depth).plus(1))
                .from(USERS)
                .join(self, self.get(id).eq(USERS.managerId)));

        assertRows(select(sum(numbers.get(n))).with(numbers).from(numbers), 15L);
        assertRows(
                lists(select(tree.get(id), tree.get(depth))
                        .with(tree)
                        .from(tree)
                        .orderBy(tree.get(id).asc())),
                row(1L, 0),
                row(2L, 1),
                row(3L, 1),
                row(4L, 2));
    }
}
