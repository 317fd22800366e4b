package io.athanor.sql;

import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.STOCK;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.all;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.any;
import static io.athanor.sql.Sql.anyOf;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.condition;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.max;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.notExists;
import static io.athanor.sql.Sql.number;
import static io.athanor.sql.Sql.operator;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.rollup;
import static io.athanor.sql.Sql.rowNumber;
import static io.athanor.sql.Sql.scalar;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.selectFrom;
import static io.athanor.sql.Sql.tableFunction;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.values;
import static io.athanor.sql.Sql.window;
import static io.athanor.sql.SqlAssert.H2;
import static io.athanor.sql.SqlAssert.POSTGRESQL;
import static io.athanor.sql.SqlAssert.assertSql;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.array;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectSqlTest {
    private static final Select<String> NAMES = select(USERS.name);
    private static final Shop.Users BOSS = USERS.as("boss");

    @Test
    void shouldTakeClausesInAnyOrder() {
        assertSql(NAMES.limit(3)
                        .orderBy(USERS.name.asc())
                        .having(count().gt(1L))
                        .where(USERS.age.ge(18))
                        .groupBy(USERS.name)
                        .where(condition(USERS.active))
                        .from(USERS))
                .is("select users.name from users where users.age >= ? and users.active group by users.name"
                        + " having count(*) > ? order by users.name fetch first ? rows only")
                .on(POSTGRESQL)
                .is("select users.name from users where users.age >= $1 and users.active group by users.name"
                        + " having count(*) > $2 order by users.name limit $3")
                .binds(18, 1L, 3L);
    }

    @Test
    void shouldNotChangeTheStatementItIsMadeFrom() {
        Select<String> adults = NAMES.where(USERS.age.ge(18));

        assertSql(NAMES).is("select users.name from users");
        assertSql(adults).is("select users.name from users where users.age >= ?");
    }

    @Test
    void shouldSelectFromTheOneSourceOfWhatIsSelected() {
        assertSql(select(USERS))
                .is("select users.id, users.name, users.age, users.active, users.manager_id from users");
        assertSql(select(count(), max(USERS.age))).is("select count(*), max(users.age) from users");
        assertSql(select(value(1))).is("select ?");
        assertSql(select(scalar(select(USERS.age)))).is("select (select users.age from users)");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> assertSql(select(USERS.name, ORDERS.id)).is(""))
                .withMessage("say from(...): what is selected names [users, orders]");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> select(count()).join(ORDERS))
                .withMessageStartingWith("say from(...)");
    }

    @Test
    void shouldPutParenthesesWherePrecedenceNeedsThem() {
        NumberExpression<Integer> age = USERS.age;

        assertSql(age.plus(1).times(2)).is("(users.age + ?) * ?");
        assertSql(age.times(2).plus(1)).is("users.age * ? + ?");
        assertSql(age.minus(age.minus(1))).is("users.age - (users.age - ?)");
        assertSql(age.minus(age).minus(1)).is("users.age - users.age - ?");
        assertSql(age.dividedBy(age.times(age))).is("users.age / (users.age * users.age)");
        assertSql(age.plus(1).negate()).is("-(users.age + ?)");
        assertSql(age.negate().negate()).is("-(-users.age)");
        assertSql(number(literal(-1, INTEGER)).negate()).is("-(-1)");
        assertSql(age.minus(number(literal(-1, INTEGER)))).is("users.age - -1");
        assertSql(age.eq(1).eq(age.eq(2))).is("(users.age = ?) = (users.age = ?)");
        assertSql(age.plus(1).eq(2).isNull()).is("(users.age + ? = ?) is null");
        assertSql(age.eq(1).or(age.eq(2)).and(age.eq(3))).is("(users.age = ? or users.age = ?) and users.age = ?");
        assertSql(age.eq(1).and(age.eq(2)).or(age.eq(3))).is("users.age = ? and users.age = ? or users.age = ?");
        assertSql(not(age.eq(1).or(age.eq(2)))).is("not (users.age = ? or users.age = ?)");
        assertSql(not(not(age.eq(1)))).is("not not users.age = ?");
        assertSql(not(age.eq(1)).and(age.eq(2))).is("not users.age = ? and users.age = ?");
        assertSql(not(age.eq(1)).eq(age.eq(2))).is("(not users.age = ?) = (users.age = ?)");
        assertSql(USERS.name.concat("a").eq(USERS.name.concat("b"))).is("users.name || ? = users.name || ?");
        assertSql(USERS.name.concat("a").concat(USERS.name.concat("b"))).is("users.name || ? || users.name || ?");
        assertSql(age.cast(TEXT).concat(age.plus(1).cast(TEXT)))
                .is("cast(users.age as character large object) || cast(users.age + ? as character large object)");
        assertSql(age.plus(1).as("x").times(2)).is("(users.age + ?) * ?");
        assertSql(age.plus(1).between(age.minus(1), age)).is("users.age + ? between users.age - ? and users.age");
        assertSql(age.eq(1).in(true)).is("(users.age = ?) in (?)");
        assertSql(operator("{0} <-> {1}", INTEGER, age.eq(1), age.plus(2))).is("users.age = ? <-> users.age + ?");
    }

    @Test
    void shouldKnowAllAndNothing() {
        assertSql(and()).is("1 = 1");
        assertSql(or()).is("1 = 0");
        assertSql(and(and(), or(USERS.age.eq(1)))).is("users.age = ?");
        assertSql(NAMES.where(and()).where(or())).is("select users.name from users where 1 = 1 and 1 = 0");
        assertSql(NAMES.where(USERS.age.eq(1).or(USERS.age.eq(2))).where(USERS.id.eq(3L)))
                .is("select users.name from users where (users.age = ? or users.age = ?) and users.id = ?");
    }

    @Test
    void shouldLookInLists() {
        assertSql(NAMES.where(USERS.id.in(1L, 2L)))
                .is("select users.name from users where users.id in (?, ?)")
                .on(H2)
                .is("select users.name from users where users.id in ($1, $2)")
                .binds(1L, 2L)
                .on(POSTGRESQL)
                .is("select users.name from users where users.id = any ($1)")
                .binds((Object) new Long[] {1L, 2L});
        assertSql(USERS.id.notIn(1L)).is("users.id not in (?)").on(POSTGRESQL).is("users.id <> all ($1)");
        assertSql(USERS.id.in(List.of())).is("1 = 0").on(POSTGRESQL).is("1 = 0");
        assertSql(USERS.id.notIn(List.of())).is("1 = 1").on(POSTGRESQL).is("1 = 1");
    }

    @Test
    void shouldCompareTuples() {
        Tuple key = tuple(USERS.id, USERS.name);

        assertSql(key.in(List.of(List.of(1L, "a"), List.of(2L, "b"))))
                .is("(users.id, users.name) in ((?, ?), (?, ?))")
                .on(POSTGRESQL)
                .is("(users.id, users.name) in (select * from unnest($1, cast($2 as varchar[])))");
        assertSql(key.notIn(select(ORDERS.id, USERS.name).from(USERS, ORDERS)))
                .is("(users.id, users.name) not in (select orders.id, users.name from users, orders)");
        assertSql(key.in(List.of())).is("1 = 0");
        assertSql(key.notIn(List.of())).is("1 = 1");
        assertSql(key.ne(tuple(value(1L), value("a")))).is("(users.id, users.name) <> (?, ?)");
    }

    @Test
    void shouldAskQueries() {
        Select<Long> buyers = select(ORDERS.userId).where(ORDERS.userId.eq(USERS.id));

        assertSql(USERS.id.in(buyers))
                .is("users.id in (select orders.user_id from orders where orders.user_id = users.id)");
        assertSql(exists(buyers)).is("exists (select orders.user_id from orders where orders.user_id = users.id)");
        assertSql(notExists(select(ORDERS.id))).is("not exists (select orders.id from orders)");
        assertSql(USERS.id.eq(any(select(ORDERS.userId)))).is("users.id = any (select orders.user_id from orders)");
        assertSql(USERS.id.gt(all(select(ORDERS.userId)))).is("users.id > all (select orders.user_id from orders)");
        assertSql(USERS.id.eq(anyOf(value(List.of(1L), array(BIGINT)), BIGINT)))
                .is("users.id = any (?)")
                .on(H2)
                .is("users.id = any (cast(array[cast($1 as bigint)] as bigint array))");
    }

    @Test
    void shouldJoin() {
        Predicate on = BOSS.id.eq(USERS.managerId);
        Select<String> names = NAMES.from(USERS);

        assertSql(names.join(BOSS, on))
                .is("select users.name from users join users boss on boss.id = users.manager_id");
        assertSql(names.leftJoin(BOSS, on))
                .is("select users.name from users left join users boss on boss.id = users.manager_id");
        assertSql(names.rightJoin(BOSS, on))
                .is("select users.name from users right join users boss on boss.id = users.manager_id");
        assertSql(names.fullJoin(BOSS, on))
                .is("select users.name from users full join users boss on boss.id = users.manager_id")
                .on(H2)
                .refuses("FULL JOIN");
        assertSql(names.crossJoin(BOSS)).is("select users.name from users cross join users boss");
        assertSql(names.from(USERS, BOSS).join(ORDERS, ORDERS.userId.eq(BOSS.id)))
                .is("select users.name from users cross join users boss join orders on orders.user_id = boss.id");
    }

    @Test
    void shouldInferTheConditionOfAJoin() {
        assertSql(NAMES.from(USERS).join(ORDERS))
                .is("select users.name from users join orders on orders.user_id = users.id");
        assertSql(select(ORDERS.id).leftJoin(USERS))
                .is("select orders.id from orders left join users on orders.user_id = users.id");
        assertSql(select(BOSS.name).fullJoin(ORDERS))
                .is("select boss.name from users boss full join orders on orders.user_id = boss.id");
        assertSql(NAMES.from(USERS).rightJoin(ORDERS.as("o")))
                .is("select users.name from users right join orders o on o.user_id = users.id");
    }

    @Test
    void shouldExplainAJoinItCannotInfer() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NAMES.from(USERS).join(STOCK))
                .withMessage("no foreign key leads from stock to [users] or back; say on");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NAMES.from(USERS).join(BOSS))
                .withMessage("several foreign keys connect boss with [users]; say which by on:"
                        + " [users.manager_id = boss.id, boss.manager_id = users.id]");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NAMES.from(USERS).join(select(ORDERS.userId).as("o")))
                .withMessageStartingWith("no foreign key leads from o to [users]");
    }

    @Test
    void shouldSelectFromQueries() {
        Label.Num<Integer> older = USERS.age.plus(1).as("older");
        Source<Row> sub = select(USERS.id, older).as("sub");

        assertSql(select(sub.get(older), sub.get(USERS.id)).where(sub.get(older).gt(5)))
                .is("select sub.older, sub.id from (select users.id, users.age + ? as older from users) sub"
                        + " where sub.older > ?");
        assertSql(NAMES.from(USERS).crossJoin(select(ORDERS.id).limit(1).asLateral("o")))
                .is("select users.name from users cross join lateral"
                        + " (select orders.id from orders fetch first ? rows only) o")
                .on(H2)
                .refuses("LATERAL");
    }

    @Test
    void shouldSelectFromValuesAndFunctions() {
        NumberExpression<Integer> n = column("n", INTEGER);
        ValuesSource values = values("v", List.of(n), List.of(List.of(1), List.of(2)));
        TableFunction<Integer> series = tableFunction("generate_series", "s", n, value(1), value(3));

        assertSql(selectFrom(values))
                .is("select v.n from (values (cast(? as integer)), (cast(? as integer))) v (n)")
                .on(POSTGRESQL)
                .is("select v.n from unnest($1) v (n)");
        assertSql(select(series.column()).from(series)).is("select s.n from generate_series(?, ?) s (n)");
        assertSql(selectFrom(tableFunction("pairs", "p", List.of(n, column("Word", TEXT)), USERS.name)))
                .is("select p.n, p.\"Word\" from pairs(users.name) p (n, \"Word\")");
    }

    @Test
    void shouldNameTheColumnsOfValuesAlikeIfATableHasThem() {
        ValuesSource values = values("v", List.of(USERS.id), List.of(List.of(1L)));

        assertSql(select(values.get(USERS.id)).from(values)).is("select v.id from (values (cast(? as bigint))) v (id)");
    }

    @Test
    void shouldOrder() {
        assertSql(NAMES.orderBy(USERS.age.desc().nullsLast(), USERS.name.asc().nullsFirst())
                        .orderBy(USERS.id.desc()))
                .is("select users.name from users order by users.age desc nulls last, users.name nulls first,"
                        + " users.id desc");
    }

    @Test
    void shouldLimit() {
        assertSql(NAMES.limit(2).offset(4))
                .is("select users.name from users offset ? rows fetch first ? rows only")
                .on(POSTGRESQL)
                .is("select users.name from users limit $1 offset $2")
                .binds(2L, 4L)
                .on(H2)
                .is("select users.name from users offset $1 rows fetch first $2 rows only")
                .binds(4L, 2L);
        assertSql(NAMES.orderBy(USERS.age.asc()).limit(2).withTies())
                .is("select users.name from users order by users.age fetch first ? rows with ties")
                .on(POSTGRESQL)
                .is("select users.name from users order by users.age fetch first $1 rows with ties");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NAMES.limit(-1))
                .withMessage("limit and offset are not negative");
    }

    @Test
    void shouldLimitByPercent() {
        assertSql(NAMES.limitPercent(10).offset(1))
                .is("select users.name from users offset ? rows fetch first ? percent rows only")
                .on(H2)
                .is("select users.name from users offset $1 rows fetch first $2 percent rows only")
                .binds(1L, 10)
                .on(POSTGRESQL)
                .refuses("FETCH FIRST … PERCENT");
        assertSql(NAMES.limitPercent(10).limit(3)).is("select users.name from users fetch first ? rows only");
        assertSql(NAMES.limit(3).limitPercent(10).withTies())
                .is("select users.name from users fetch first ? percent rows with ties");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NAMES.limitPercent(101))
                .withMessage("limitPercent is from 0 to 100, not 101");
    }

    @Test
    void shouldTakeASample() {
        assertSql(NAMES.from(USERS.sample(TableSample.Method.BERNOULLI, 12.5).repeatable(7)))
                .is("select users.name from users tablesample bernoulli (?) repeatable (?)")
                .on(POSTGRESQL)
                .binds(12.5, 7L)
                .on(H2)
                .refuses("TABLESAMPLE");
        assertSql(select(BOSS.name).from(BOSS.sample(TableSample.Method.SYSTEM, 1)))
                .is("select boss.name from users boss tablesample system (?)");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> USERS.sample(TableSample.Method.SYSTEM, Double.NaN))
                .withMessage("a sample of users is from 0 to 100 percent, not NaN");
    }

    @Test
    void shouldCoerceAndTryToCast() {
        assertSql(select(USERS.name.tryCast(INTEGER).plus(1)))
                .is("select try_cast(users.name as integer) + ? from users")
                .on(POSTGRESQL)
                .refuses("TRY_CAST")
                .on(H2)
                .refuses("TRY_CAST");
        assertSql(select(USERS.age.plus(1).typeCoerce(BIGINT).times(2L))).is("select (users.age + ?) * ? from users");
        assertSql(select(USERS.age.typeCoerce(TEXT).upper())).is("select upper(users.age) from users");
    }

    @Test
    void shouldKeepDistinctRows() {
        assertSql(NAMES.distinct()).is("select distinct users.name from users");
        assertSql(NAMES.distinctOn(USERS.age)).is("select distinct on (users.age) users.name from users");
    }

    @Test
    void shouldLock() {
        assertSql(NAMES.forUpdate()).is("select users.name from users for update");
        assertSql(NAMES.limit(1).lock(Lock.forUpdate().skipLocked()))
                .on(POSTGRESQL)
                .is("select users.name from users limit $1 for update skip locked");
        assertSql(NAMES.lock(Lock.forShare().of(USERS).noWait()))
                .is("select users.name from users for share of users nowait")
                .on(H2)
                .refuses("locks other than FOR UPDATE");
        assertSql(NAMES.lock(Lock.forNoKeyUpdate())).is("select users.name from users for no key update");
        assertSql(NAMES.lock(Lock.forKeyShare())).is("select users.name from users for key share");
    }

    @Test
    void shouldNameALabelInOrderAndGroupOnly() {
        Label.Num<Integer> older = USERS.age.plus(1).as("older");

        assertSql(select(older)
                        .where(older.gt(3))
                        .groupBy(older)
                        .having(older.lt(9))
                        .orderBy(older.desc()))
                .is("select users.age + ? as older from users where users.age + ? > ? group by older"
                        + " having users.age + ? < ? order by older desc");
        assertSql(select(older).orderBy(older.times(2).asc()))
                .is("select users.age + ? as older from users order by (users.age + ?) * ?");
        assertSql(select(rowNumber().over(window().orderBy(older.asc()))).from(USERS))
                .is("select row_number() over (order by users.age + ?) from users");
        assertSql(select(count()).from(USERS).groupBy(rollup(older)))
                .is("select count(*) from users group by rollup (users.age + ?)");
        assertSql(select(older, count()).from(USERS).groupBy(rollup(older)))
                .is("select users.age + ? as older, count(*) from users group by rollup (older)");
        assertSql(NAMES.orderBy(older.desc().nullsLast()))
                .is("select users.name from users order by users.age + ? desc nulls last");
        assertSql(NAMES.distinctOn(older).groupBy(older))
                .is("select distinct on (users.age + ?) users.name from users group by users.age + ?");
        assertSql(select(older).union(select(older)).orderBy(older.asc()))
                .is("select users.age + ? as older from users union select users.age + ? as older from users"
                        + " order by older");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NAMES.union(NAMES).orderBy(older.asc()))
                .withMessage(
                        "a set operation is ordered by what its first query selects, which is [name], not by older");
    }

    @Test
    void shouldSelectSomethingElse() {
        assertSql(select(USERS).where(USERS.age.gt(1)).selecting(count()).from(USERS))
                .is("select count(*) from users where users.age > ?");
    }
}
