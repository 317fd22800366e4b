package io.athanor.sql;

import static io.athanor.sql.LanguageCompliance.lists;
import static io.athanor.sql.LanguageCompliance.row;
import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.aggregate;
import static io.athanor.sql.Sql.arrayAgg;
import static io.athanor.sql.Sql.condition;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.cube;
import static io.athanor.sql.Sql.denseRank;
import static io.athanor.sql.Sql.function;
import static io.athanor.sql.Sql.grouping;
import static io.athanor.sql.Sql.groupingSets;
import static io.athanor.sql.Sql.lag;
import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.max;
import static io.athanor.sql.Sql.operator;
import static io.athanor.sql.Sql.partitionBy;
import static io.athanor.sql.Sql.rank;
import static io.athanor.sql.Sql.rollup;
import static io.athanor.sql.Sql.rowNumber;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.stringAgg;
import static io.athanor.sql.Sql.sum;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.window;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.BOOLEAN;
import static io.athanor.types.Types.DOUBLE;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.INTERVAL;
import static io.athanor.types.Types.TEXT;

import io.athanor.dialect.Feature;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Aggregates, groupings and windows. */
interface GroupCompliance extends LanguageCompliance {
    @Test
    default void shouldAggregateSomeRows() {
        assertRows(
                lists(select(
                                count().filter(condition(USERS.active)),
                                count(USERS.active).distinct(),
                                sum(USERS.age).filter(USERS.age.gt(18)).distinct(),
                                stringAgg(USERS.name, "+")
                                        .orderBy(USERS.name.desc())
                                        .filter(USERS.id.le(2L)))
                        .from(USERS)),
                row(3L, 2L, 106L, "Bob+Ann"));
        assertRows(
                Feature.ARRAYS,
                select(arrayAgg(USERS.active).distinct().filter(USERS.id.le(2L)).orderBy(USERS.active.asc()))
                        .from(USERS),
                List.of(false, true));
        assertRows(lists(select(sum(USERS.age), count(), max(USERS.name)).where(USERS.id.lt(0L))), row(null, 0L, null));
        assertRows(
                select(count().filter(USERS.age.gt(20)).filter(USERS.age.lt(50)))
                        .from(USERS),
                1L);
    }

    @Test
    default void shouldCallAggregatesOfTheDatabase() {
        assertRows(select(aggregate("variance", DOUBLE, USERS.age.cast(DOUBLE))).from(USERS), 576.0);
        assertRows(select(function("ltrim", TEXT, USERS.name, value("A"))).where(USERS.id.eq(1L)), "nn");
        assertRows(select(function("ln", DOUBLE, value(1.0)).plus(1.0)), 1.0);
        assertRows(
                select(operator("{0} % {1}", Precedence.PRODUCT, BIGINT, USERS.id, value(2L)))
                        .where(USERS.id.eq(3L)),
                1L);
        assertRows(
                select(condition(operator("{0} = {1}", BOOLEAN, USERS.id.plus(1L), value(4L))))
                        .where(USERS.id.eq(3L)),
                true);
    }

    @Test
    default void shouldGroup() {
        Label<Boolean> old = USERS.age.gt(40).as("old");

        assertRows(
                lists(select(ORDERS.userId, sum(ORDERS.amount))
                        .groupBy(ORDERS.userId)
                        .having(count().gt(1L))
                        .having(sum(ORDERS.amount).lt(new BigDecimal("100")))),
                row(1L, new BigDecimal("30.50")));
        assertRows(
                lists(select(USERS.active, old, count())
                        .from(USERS)
                        .groupBy(USERS.active, old)
                        .orderBy(USERS.active.asc(), count().desc())
                        .limit(2)),
                row(false, false, 1L),
                row(true, true, 2L));
    }

    @Test
    default void shouldGroupBySeveralSets() {
        Select<Row> counts = select(ORDERS.userId, ORDERS.status, count(), grouping(ORDERS.status));
        Ordering[] order = {ORDERS.userId.asc().nullsLast(), ORDERS.status.asc().nullsLast()};

        assertRows(
                Feature.GROUPING_SETS,
                lists(counts.groupBy(rollup(ORDERS.userId, ORDERS.status)).orderBy(order)),
                row(1L, Shop.Status.OPEN, 1L, 0),
                row(1L, Shop.Status.PAID, 1L, 0),
                row(1L, null, 2L, 1),
                row(2L, Shop.Status.PAID, 1L, 0),
                row(2L, null, 1L, 1),
                row(null, null, 3L, 1));
        assertRows(
                Feature.GROUPING_SETS,
                select(count())
                        .from(ORDERS)
                        .groupBy(cube(ORDERS.userId, ORDERS.status))
                        .orderBy(count().desc())
                        .limit(2),
                3L,
                2L);
        assertRows(
                Feature.GROUPING_SETS,
                lists(counts.groupBy(groupingSets(List.of(ORDERS.status), List.of()))
                        .selecting(select(ORDERS.status, count()).selection())
                        .orderBy(ORDERS.status.asc().nullsLast())),
                row(Shop.Status.OPEN, 1L),
                row(Shop.Status.PAID, 2L),
                row(null, 3L));
    }

    @Test
    default void shouldLookThroughWindows() {
        Window byId = window().orderBy(USERS.id.asc());
        Ordering order = USERS.id.asc();

        assertRows(
                lists(select(
                                rank().over(window().orderBy(USERS.active.asc())),
                                denseRank().over(window().orderBy(USERS.active.asc())),
                                rowNumber().over(partitionBy(USERS.active).orderBy(USERS.id.desc())),
                                count().over(partitionBy(USERS.active)),
                                count().over(window()))
                        .from(USERS)
                        .orderBy(order)),
                row(2L, 2L, 3L, 3L, 4L),
                row(1L, 1L, 1L, 1L, 4L),
                row(2L, 2L, 2L, 3L, 4L),
                row(2L, 2L, 1L, 3L, 4L));
        assertRows(
                select(sum(USERS.id.cast(INTEGER))
                                .filter(condition(USERS.active))
                                .over(byId))
                        .from(USERS)
                        .orderBy(order),
                1L,
                1L,
                4L,
                8L);
        assertRows(select(lag(USERS.name, 2).over(byId)).from(USERS).orderBy(order), null, null, "Ann", "Bob");
    }

    @Test
    default void shouldFrameWindows() {
        Window byId = window().orderBy(USERS.id.asc());
        Aggregate.Num<Long> number = count();
        Ordering order = USERS.id.asc();

        assertRows(
                select(number.over(byId.rows(Bound.preceding(1), Bound.following(1))))
                        .from(USERS)
                        .orderBy(order),
                2L,
                3L,
                3L,
                2L);
        assertRows(
                select(number.over(byId.rows(Bound.unboundedPreceding(), Bound.currentRow())))
                        .from(USERS)
                        .orderBy(order),
                1L,
                2L,
                3L,
                4L);
        assertRows(
                select(number.over(byId.range(Bound.preceding(2), Bound.currentRow())))
                        .from(USERS)
                        .orderBy(order),
                1L,
                2L,
                3L,
                3L);
        assertRows(
                select(number.over(window().orderBy(USERS.active.asc()).groups(Bound.currentRow(), Bound.following(1))))
                        .from(USERS)
                        .orderBy(order),
                3L,
                4L,
                3L,
                3L);
        assertRows(
                select(number.over(byId.rows(Bound.unboundedPreceding(), Bound.unboundedFollowing())
                                .exclude(Window.Frame.Exclusion.CURRENT_ROW)))
                        .from(USERS)
                        .orderBy(order),
                3L,
                3L,
                3L,
                3L);
        assertRows(
                Feature.INTERVAL_FRAMES,
                select(count().over(window().orderBy(ORDERS.placedAt.asc())
                                .range(Bound.preceding(literal(Duration.ofDays(60), INTERVAL)), Bound.currentRow())))
                        .from(ORDERS)
                        .orderBy(ORDERS.id.asc()),
                1L,
                2L,
                1L);
    }
}
