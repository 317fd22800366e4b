package io.athanor.sql;

import static io.athanor.sql.LanguageCompliance.lists;
import static io.athanor.sql.LanguageCompliance.row;
import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.all;
import static io.athanor.sql.Sql.caseWhen;
import static io.athanor.sql.Sql.coalesce;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.left;
import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.lower;
import static io.athanor.sql.Sql.number;
import static io.athanor.sql.Sql.select;
import static io.athanor.types.Types.INTEGER;

import io.athanor.dialect.Feature;
import org.junit.jupiter.api.Test;

/** Order, pages, distinct rows and locks of one SELECT. */
interface OrderCompliance extends LanguageCompliance {
    @Test
    default void shouldOrder() {
        Select<String> names = select(USERS.name);

        assertRows(names.orderBy(USERS.age.asc().nullsFirst(), USERS.id.asc()), "Cid", "Bob", "Ann", "Dora");
        assertRows(names.orderBy(USERS.age.desc().nullsLast()), "Dora", "Ann", "Bob", "Cid");
        assertRows(names.orderBy(USERS.active.desc(), lower(USERS.name).desc()), "Dora", "Cid", "Ann", "Bob");
        assertRows(
                names.orderBy(caseWhen(USERS.id.eq(3L), 0).orElse(1).asc(), USERS.id.desc()),
                "Cid",
                "Dora",
                "Bob",
                "Ann");
    }

    @Test
    default void shouldOrderAndGroupByLabel() {
        Label.Text initial = left(USERS.name, 1).as("initial");
        Label.Num<Long> number = count().as("number");
        Label.Num<Integer> aged = coalesce(USERS.age, 0).plus(1).as("aged");

        assertRows(
                lists(select(initial, number)
                        .from(USERS)
                        .groupBy(initial)
                        .having(number.ge(1L))
                        .orderBy(number.desc(), initial.desc())),
                row("D", 1L),
                row("C", 1L),
                row("B", 1L),
                row("A", 1L));
        assertRows(select(aged).where(aged.gt(1)).orderBy(aged.desc()), 66, 42, 18);
        assertRows(
                select(aged)
                        .where(aged.times(2).gt(100))
                        .orderBy(aged.plus(0).asc())
                        .map(Integer::intValue),
                66);
    }

    @Test
    default void shouldWriteOutALabelThatIsNotSelected() {
        Label.Num<Integer> aged = coalesce(USERS.age, literal(0, INTEGER))
                .plus(literal(1, INTEGER))
                .as("aged");

        assertRows(select(USERS.name).orderBy(aged.desc()), "Dora", "Ann", "Bob", "Cid");
        assertRows(select(count()).from(USERS).groupBy(aged).orderBy(aged.asc()), 1L, 1L, 1L, 1L);
        assertRows(
                Feature.DISTINCT_ON,
                select(USERS.name).distinctOn(aged).orderBy(aged.asc()).limit(1),
                "Cid");
    }

    @Test
    default void shouldPage() {
        Select<Long> ids = select(USERS.id).orderBy(USERS.id.asc());

        assertRows(ids.limit(2), 1L, 2L);
        assertRows(ids.offset(3), 4L);
        assertRows(ids.limit(1).offset(1), 2L);
        assertRows(ids.limit(0));
    }

    @Test
    default void shouldPageWithTies() {
        Select<Boolean> actives = select(USERS.active).orderBy(USERS.active.desc());

        assertRows(Feature.FETCH_WITH_TIES, actives.limit(1).withTies(), true, true, true);
        assertRows(Feature.FETCH_WITH_TIES, actives.limit(1).offset(2).withTies(), true);
    }

    @Test
    default void shouldPageByPercent() {
        Select<Long> ids = select(USERS.id).orderBy(USERS.id.asc());

        assertRows(Feature.FETCH_PERCENT, ids.limitPercent(50), 1L, 2L);
        assertRows(Feature.FETCH_PERCENT, ids.limitPercent(51), 1L, 2L, 3L);
        assertRows(Feature.FETCH_PERCENT, ids.limitPercent(0));
        assertRows(Feature.FETCH_PERCENT, ids.limitPercent(100).offset(1), 2L, 3L, 4L);
        assertRows(
                Feature.FETCH_PERCENT,
                select(USERS.active)
                        .orderBy(USERS.active.desc())
                        .limitPercent(25)
                        .withTies(),
                true,
                true,
                true);
    }

    @Test
    default void shouldTakeASampleOfATable() {
        TableSample<Row> all = USERS.sample(TableSample.Method.BERNOULLI, 100);
        Shop.Users boss = USERS.as("boss");

        assertRows(Feature.TABLESAMPLE, select(count()).from(all), 4L);
        assertRows(Feature.TABLESAMPLE, select(count()).from(USERS.sample(TableSample.Method.SYSTEM, 0)), 0L);
        assertRows(
                Feature.TABLESAMPLE,
                select(boss.name)
                        .from(boss.sample(TableSample.Method.SYSTEM, 100).repeatable(7))
                        .join(USERS, USERS.managerId.eq(boss.id))
                        .orderBy(USERS.id.asc()),
                "Ann",
                "Ann",
                "Bob");
    }

    @Test
    default void shouldKeepDistinctRows() {
        assertRows(select(USERS.active).distinct().orderBy(USERS.active.asc()), false, true);
        assertRows(
                Feature.DISTINCT_ON,
                lists(select(USERS.name, USERS.id)
                        .distinctOn(USERS.active)
                        .orderBy(USERS.active.asc(), USERS.id.desc())),
                row("Bob", 2L),
                row("Dora", 4L));
    }

    @Test
    default void shouldLock() {
        Select<Long> first = select(USERS.id).where(USERS.id.eq(1L));

        assertRows(Feature.ROW_LOCKS, first.forUpdate(), 1L);
        assertRows(Feature.ROW_LOCKS, first.lock(Lock.forUpdate().noWait()), 1L);
        assertRows(
                Feature.ROW_LOCKS,
                first.orderBy(USERS.id.asc()).limit(1).lock(Lock.forUpdate().skipLocked()),
                1L);
        assertRows(
                Feature.LOCK_OF,
                first.from(USERS)
                        .join(ORDERS)
                        .orderBy(ORDERS.id.asc())
                        .lock(Lock.forUpdate().of(USERS)),
                1L,
                1L);
        assertRows(Feature.LOCK_STRENGTHS, first.lock(Lock.forShare()), 1L);
        assertRows(Feature.LOCK_STRENGTHS, first.lock(Lock.forKeyShare()), 1L);
        assertRows(Feature.LOCK_STRENGTHS, first.lock(Lock.forNoKeyUpdate().skipLocked()), 1L);
    }

    @Test
    default void shouldCollate() {
        assertRows(
                Feature.COLLATE,
                select(USERS.name).orderBy(USERS.name.collate("C").desc()).limit(1),
                "Dora");
    }
}
