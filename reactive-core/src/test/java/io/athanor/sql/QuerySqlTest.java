package io.athanor.sql;

import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.STOCK;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.arrayAgg;
import static io.athanor.sql.Sql.caseWhen;
import static io.athanor.sql.Sql.choose;
import static io.athanor.sql.Sql.condition;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.cte;
import static io.athanor.sql.Sql.cube;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.extract;
import static io.athanor.sql.Sql.groupingSets;
import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.lower;
import static io.athanor.sql.Sql.operator;
import static io.athanor.sql.Sql.partitionBy;
import static io.athanor.sql.Sql.recursiveCte;
import static io.athanor.sql.Sql.recursiveDistinctCte;
import static io.athanor.sql.Sql.rollup;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.stringAgg;
import static io.athanor.sql.Sql.sum;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.window;
import static io.athanor.sql.SqlAssert.H2;
import static io.athanor.sql.SqlAssert.POSTGRESQL;
import static io.athanor.sql.SqlAssert.assertSql;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.INTERVAL;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.decimal;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Set operations, common table expressions, groupings, windows, case, cast and extract. */
class QuerySqlTest {
    private static final Select<Long> IDS = select(USERS.id);
    private static final Select<Long> BUYERS = select(ORDERS.userId);
    private static final String USER_IDS = "select users.id from users";
    private static final String BUYER_IDS = "select orders.user_id from orders";

    @Test
    void shouldUniteQueries() {
        assertSql(IDS.union(BUYERS)).is(USER_IDS + " union " + BUYER_IDS);
        assertSql(IDS.unionAll(BUYERS).unionAll(IDS))
                .is(USER_IDS + " union all " + BUYER_IDS + " union all " + USER_IDS);
        assertSql(IDS.union(BUYERS).unionAll(IDS))
                .is("(" + USER_IDS + " union " + BUYER_IDS + ") union all " + USER_IDS);
        assertSql(IDS.union(BUYERS.intersect(IDS)))
                .is(USER_IDS + " union (" + BUYER_IDS + " intersect " + USER_IDS + ")");
        assertSql(IDS.except(BUYERS.except(IDS))).is(USER_IDS + " except (" + BUYER_IDS + " except " + USER_IDS + ")");
        assertSql(IDS.exceptAll(BUYERS))
                .is(USER_IDS + " except all " + BUYER_IDS)
                .on(H2)
                .refuses("INTERSECT ALL and EXCEPT ALL");
        assertSql(IDS.intersectAll(BUYERS)).is(USER_IDS + " intersect all " + BUYER_IDS);
    }

    @Test
    void shouldOrderAndLimitUnitedQueries() {
        assertSql(IDS.limit(1)
                        .union(BUYERS.orderBy(ORDERS.id.asc()))
                        .orderBy(USERS.id.desc())
                        .limit(3)
                        .offset(1))
                .is("(" + USER_IDS + " fetch first ? rows only) union (" + BUYER_IDS + " order by orders.id)"
                        + " order by id desc offset ? rows fetch first ? rows only")
                .on(POSTGRESQL)
                .is("(" + USER_IDS + " limit $1) union (" + BUYER_IDS
                        + " order by orders.id) order by id desc limit $2 offset $3")
                .binds(1L, 3L, 1L);
        Label.Num<Long> key = USERS.id.as("key");
        assertSql(select(key).union(BUYERS).orderBy(key.asc()))
                .is("select users.id as key from users union " + BUYER_IDS + " order by key");
    }

    @Test
    void shouldRefuseToUniteQueriesOfDifferentWidth() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> IDS.union(select(USERS)))
                .withMessage("both sides of union select as many columns; 1 stand before it and 5 behind");
    }

    @Test
    void shouldNameQueries() {
        Cte<Long> buyers = cte("buyers", BUYERS);
        Source<Long> others = buyers.as("others");

        assertSql(IDS.with(buyers)
                        .from(USERS)
                        .join(buyers, buyers.get(ORDERS.userId).eq(USERS.id)))
                .is("with buyers (user_id) as (" + BUYER_IDS
                        + ") select users.id from users join buyers on buyers.user_id = users.id");
        assertSql(select(others.get(ORDERS.userId)).with(buyers))
                .is("with buyers (user_id) as (" + BUYER_IDS + ") select others.user_id from buyers others");
        assertSql(select(count())
                        .with(buyers.materialized(), cte("ids", IDS).notMaterialized())
                        .from(buyers))
                .is("with buyers (user_id) as materialized (" + BUYER_IDS + "), ids (id) as not materialized ("
                        + USER_IDS + ")" + " select count(*) from buyers")
                .on(H2)
                .refuses("AS MATERIALIZED");
        assertSql(select(buyers.get(ORDERS.userId)).with(buyers).from(buyers).union(IDS))
                .is("(with buyers (user_id) as (" + BUYER_IDS + ") select buyers.user_id from buyers) union "
                        + USER_IDS)
                .on(H2)
                .refuses("WITH inside UNION, INTERSECT or EXCEPT");
    }

    @Test
    void shouldRecur() {
        Label.Num<Integer> n = value(1).as("n");
        Cte<Integer> numbers =
                recursiveCte("counted", select(n), self -> select(self.get(n).plus(1))
                        .where(self.get(n).lt(5)));

        assertSql(select(numbers.get(n)).with(numbers).from(numbers))
                .is(
                        "with recursive counted (n) as (select ? as n union all select counted.n + ? from counted where counted.n < ?)"
                                + " select counted.n from counted")
                .on(H2)
                .is(
                        "with recursive counted (n) as (select cast($1 as integer) as n union all"
                                + " select counted.n + cast($2 as integer) from counted where counted.n < $3) select counted.n from counted");
    }

    @Test
    void shouldRecurToWhatWasNotFoundYet() {
        Label.Num<Integer> n = value(1).as("n");
        Cte<Integer> numbers = recursiveDistinctCte(
                "counted", select(n), self -> select(self.get(n).plus(1))
                        .where(self.get(n).lt(5)));

        assertSql(select(numbers.get(n)).with(numbers).from(numbers))
                .is(
                        "with recursive counted (n) as (select ? as n union select counted.n + ? from counted where counted.n < ?)"
                                + " select counted.n from counted")
                .on(H2)
                .refuses("UNION in a recursive common table expression");
    }

    @Test
    void shouldChangeInsideOfQueries() {
        Cte<Long> gone = cte("gone", deleteFrom(ORDERS).where(ORDERS.id.eq(1L)).returning(ORDERS.id));

        assertSql(select(count()).with(gone).from(gone))
                .on(POSTGRESQL)
                .is(
                        "with gone (id) as (delete from orders where orders.id = $1 returning orders.id) select count(*) from gone")
                .on(H2)
                .refuses("INSERT, UPDATE or DELETE in WITH");
    }

    @Test
    void shouldGroup() {
        Select<Long> counts = select(count()).from(USERS);

        assertSql(counts.groupBy(USERS.age, lower(USERS.name)))
                .is("select count(*) from users group by users.age, lower(users.name)");
        assertSql(counts.groupBy(rollup(USERS.age, USERS.name)))
                .is("select count(*) from users group by rollup (users.age, users.name)")
                .on(H2)
                .refuses("ROLLUP, CUBE and GROUPING SETS");
        assertSql(counts.groupBy(USERS.id, cube(USERS.age, USERS.name)))
                .is("select count(*) from users group by users.id, cube (users.age, users.name)");
        assertSql(counts.groupBy(groupingSets(List.of(USERS.age, USERS.name), List.of(USERS.age), List.of())))
                .is("select count(*) from users group by grouping sets ((users.age, users.name), (users.age), ())");
    }

    @Test
    void shouldAggregate() {
        assertSql(count(USERS.age).distinct().filter(USERS.age.gt(1)).filter(USERS.age.lt(9)))
                .is("count(distinct users.age) filter (where users.age > ? and users.age < ?)");
        assertSql(arrayAgg(USERS.age).distinct().orderBy(USERS.age.desc()))
                .is("array_agg(distinct users.age order by users.age desc)");
        assertSql(stringAgg(USERS.name, "'").distinct())
                .is("listagg(distinct users.name, '''')")
                .on(POSTGRESQL)
                .is("string_agg(distinct users.name, '''')");
    }

    @Test
    void shouldLookThroughWindows() {
        Window window = partitionBy(USERS.active).orderBy(USERS.age.desc().nullsLast());

        assertSql(sum(USERS.age).filter(USERS.age.gt(1)).over(window))
                .is(
                        "sum(users.age) filter (where users.age > ?) over (partition by users.active order by users.age desc nulls last)");
        assertSql(count().over(window())).is("count(*) over ()");
        assertSql(count().over(window.rows(Bound.unboundedPreceding(), Bound.following(2))))
                .is(
                        "count(*) over (partition by users.active order by users.age desc nulls last rows between unbounded preceding and 2 following)");
        assertSql(count().over(window().groups(Bound.preceding(1), Bound.currentRow())
                        .exclude(Window.Frame.Exclusion.TIES)))
                .is("count(*) over (groups between 1 preceding and current row exclude ties)");
        assertSql(count().over(window().range(
                                Bound.preceding(literal(Duration.ofDays(1), INTERVAL)), Bound.unboundedFollowing())))
                .is(
                        "count(*) over (range between interval '86400.000000000' second preceding and unbounded following)");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Bound.preceding(-1))
                .withMessage("a frame's distance is not negative; say following for preceding");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> window().exclude(Window.Frame.Exclusion.GROUP))
                .withMessageStartingWith("say rows, range or groups first");
    }

    @Test
    void shouldChooseByCase() {
        assertSql(caseWhen(USERS.age.lt(18), "minor")
                        .when(USERS.age.lt(65), USERS.name)
                        .orElse("senior"))
                .is("case when users.age < ? then ? when users.age < ? then users.name else ? end")
                .on(H2)
                .is(
                        "case when users.age < $1 then cast($2 as character large object) when users.age < $3 then users.name else cast($4 as character large object) end");
        assertSql(caseWhen(condition(USERS.active), ORDERS.placedAt))
                .is("case when users.active then orders.placed_at end");
    }

    @Test
    void shouldChooseByTheValueOfOneExpression() {
        assertSql(choose(USERS.age).when(18, "just").when(65, USERS.name).orElse("?"))
                .is("case users.age when ? then ? when ? then users.name else ? end")
                .on(POSTGRESQL)
                .is("case users.age when $1 then $2 when $3 then users.name else $4 end");
        assertSql(choose(USERS.name).when("Ann", 1).when("Bob", USERS.age).plus(1))
                .is("case users.name when ? then ? when ? then users.age end + ?");
        assertSql(choose(USERS.age.plus(1)).when(2, ORDERS.placedAt).orElse(ORDERS.placedAt))
                .is("case users.age + ? when ? then orders.placed_at else orders.placed_at end");
    }

    @Test
    void shouldCastAndExtract() {
        assertSql(USERS.name.cast(INTEGER).plus(1)).is("cast(users.name as integer) + ?");
        assertSql(USERS.age.cast(decimal(5, 2)))
                .is("cast(users.age as decimal(5, 2))")
                .on(POSTGRESQL)
                .is("cast(users.age as numeric(5, 2))");
        assertSql(USERS.age.cast(TEXT)).on(POSTGRESQL).is("cast(users.age as text)");
        assertSql(extract(Functions.Field.YEAR, ORDERS.placedAt))
                .is("cast(extract(year from orders.placed_at) as integer)");
        assertSql(extract(Functions.Field.SECOND, ORDERS.placedAt))
                .is("cast(floor(extract(second from orders.placed_at)) as integer)");
        assertSql(extract(Functions.Field.WEEK, ORDERS.placedAt))
                .on(H2)
                .is("cast(extract(iso_week from orders.placed_at) as integer)");
        assertSql(USERS.name.collate("de_DE").eq("a"))
                .is("users.name collate \"de_DE\" = ?")
                .on(H2)
                .refuses("COLLATE in an expression");
    }

    @Test
    void shouldSelectFromAReadyMadeName() {
        assertSql(select(STOCK.sku)
                        .orderBy(operator("{0} <-> {1}", INTEGER, STOCK.quantity, value(1))
                                .asc()))
                .is("select stock.sku from stock order by stock.quantity <-> ?");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> operator("{0} <-> {1}", INTEGER, STOCK.quantity))
                .withMessage("\"{0} <-> {1}\" names 2 arguments, given are 1");
    }
}
