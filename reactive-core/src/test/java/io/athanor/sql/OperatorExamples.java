package io.athanor.sql;

import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.abs;
import static io.athanor.sql.Sql.all;
import static io.athanor.sql.Sql.arrayAgg;
import static io.athanor.sql.Sql.avg;
import static io.athanor.sql.Sql.ceiling;
import static io.athanor.sql.Sql.charLength;
import static io.athanor.sql.Sql.coalesce;
import static io.athanor.sql.Sql.condition;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.cumeDist;
import static io.athanor.sql.Sql.currentDate;
import static io.athanor.sql.Sql.denseRank;
import static io.athanor.sql.Sql.every;
import static io.athanor.sql.Sql.firstValue;
import static io.athanor.sql.Sql.floor;
import static io.athanor.sql.Sql.greatest;
import static io.athanor.sql.Sql.grouping;
import static io.athanor.sql.Sql.lag;
import static io.athanor.sql.Sql.lastValue;
import static io.athanor.sql.Sql.lead;
import static io.athanor.sql.Sql.least;
import static io.athanor.sql.Sql.left;
import static io.athanor.sql.Sql.localTimestamp;
import static io.athanor.sql.Sql.lower;
import static io.athanor.sql.Sql.max;
import static io.athanor.sql.Sql.min;
import static io.athanor.sql.Sql.mode;
import static io.athanor.sql.Sql.now;
import static io.athanor.sql.Sql.nthValue;
import static io.athanor.sql.Sql.ntile;
import static io.athanor.sql.Sql.nullIf;
import static io.athanor.sql.Sql.percentRank;
import static io.athanor.sql.Sql.percentileCont;
import static io.athanor.sql.Sql.percentileDisc;
import static io.athanor.sql.Sql.power;
import static io.athanor.sql.Sql.rank;
import static io.athanor.sql.Sql.right;
import static io.athanor.sql.Sql.round;
import static io.athanor.sql.Sql.rowNumber;
import static io.athanor.sql.Sql.sign;
import static io.athanor.sql.Sql.some;
import static io.athanor.sql.Sql.sqrt;
import static io.athanor.sql.Sql.stddev;
import static io.athanor.sql.Sql.stringAgg;
import static io.athanor.sql.Sql.sum;
import static io.athanor.sql.Sql.trim;
import static io.athanor.sql.Sql.upper;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.variance;
import static io.athanor.sql.Sql.window;
import static io.athanor.types.Types.DECIMAL;
import static io.athanor.types.Types.DOUBLE;
import static io.athanor.types.Types.INTEGER;

import io.athanor.dialect.Feature;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row for every operator and function of the language. */
final class OperatorExamples {
    private static final Window BY_ID = window().orderBy(USERS.id.asc());
    private static final NumberExpression<BigDecimal> EXACT = USERS.age.cast(DECIMAL);
    private static final NumberExpression<Double> ROUGH = USERS.age.cast(DOUBLE);
    private static final Predicate ADULT = USERS.age.ge(18);

    private OperatorExamples() {}

    static List<OperatorExample> all() {
        List<OperatorExample> all = new ArrayList<>();
        all.addAll(comparisons());
        all.addAll(numbers());
        all.addAll(texts());
        all.addAll(others());
        all.addAll(aggregates());
        all.addAll(windows());
        return all;
    }

    private static List<OperatorExample> comparisons() {
        return List.of(
                row(Operators.EQ, USERS.age.eq(41), "users.age = ?", true),
                row(Operators.NE, USERS.age.ne(41), "users.age <> ?", false),
                row(Operators.LT, USERS.age.lt(42), "users.age < ?", true),
                row(Operators.LE, USERS.age.le(41), "users.age <= ?", true),
                row(Operators.GT, USERS.age.gt(41), "users.age > ?", false),
                row(Operators.GE, USERS.age.ge(41), "users.age >= ?", true),
                row(Operators.BETWEEN, USERS.age.between(41, 50), "users.age between ? and ?", true),
                row(Operators.NOT_BETWEEN, USERS.age.notBetween(1, 5), "users.age not between ? and ?", true),
                row(
                                Operators.BETWEEN_SYMMETRIC,
                                USERS.age.betweenSymmetric(50, 41),
                                "users.age between symmetric ? and ?",
                                true)
                        .sqlite("users.age between min($1, $2) and max($3, $4)"),
                row(Operators.IS_NULL, USERS.managerId.isNull(), "users.manager_id is null", true),
                row(Operators.IS_NOT_NULL, USERS.age.isNotNull(), "users.age is not null", true),
                row(Operators.IS_TRUE, condition(USERS.active).isTrue(), "users.active is true", true),
                row(Operators.IS_FALSE, USERS.age.gt(1).isFalse(), "(users.age > ?) is false", false),
                row(
                        Operators.IS_DISTINCT,
                        USERS.managerId.isDistinctFrom(1L),
                        "users.manager_id is distinct from ?",
                        true),
                row(
                        Operators.IS_NOT_DISTINCT,
                        USERS.managerId.isNotDistinctFrom((Long) null),
                        "users.manager_id is not distinct from ?",
                        true),
                row(Operators.LIKE, USERS.name.like("A_n%"), "users.name like ?", true)
                        .sqlite("users.name glob $1"),
                row(Operators.NOT_LIKE, USERS.name.notLike("B%"), "users.name not like ?", true)
                        .sqlite("users.name not glob $1"),
                row(Operators.LIKE_ESCAPE, USERS.name.startsWith("An"), "users.name like ? escape '!'", true)
                        .sqlite("users.name glob $1"),
                row(Operators.ILIKE, USERS.name.ilike("aN%"), "lower(users.name) like lower(?)", true)
                        .postgres("users.name ilike $1")
                        .sqlite("users.name like $1 escape '\\'"),
                row(
                                Operators.ILIKE_ESCAPE,
                                USERS.name.containsIgnoreCase("NN"),
                                "lower(users.name) like lower(?) escape '!'",
                                true)
                        .postgres("users.name ilike $1 escape '!'")
                        .sqlite("users.name like $1 escape '!'"),
                row(Operators.MATCHES, USERS.name.matches("^A[nm]+$"), "users.name like_regex ?", true)
                        .postgres("users.name ~ $1")
                        .h2("regexp_like(users.name, $1)")
                        .needing(Feature.REGULAR_EXPRESSIONS),
                row(Operators.NOT, USERS.age.eq(41).not(), "not users.age = ?", false));
    }

    private static List<OperatorExample> numbers() {
        return List.of(
                row(Operators.PLUS, USERS.age.plus(1), "users.age + ?", 42).h2("users.age + cast($1 as integer)"),
                row(Operators.MINUS, USERS.age.minus(1), "users.age - ?", 40).h2("users.age - cast($1 as integer)"),
                row(Operators.TIMES, USERS.age.times(2), "users.age * ?", 82).h2("users.age * cast($1 as integer)"),
                row(Operators.DIVIDE, ROUGH.dividedBy(2.0), "cast(users.age as double precision) / ?", 20.5)
                        .h2("cast(users.age as double precision) / cast($1 as double precision)")
                        .sqlite("cast(users.age as real) / iif($1 = 0, abs(-9223372036854775808), $2)"),
                row(
                                Operators.DIVIDE_DECIMAL,
                                EXACT.dividedBy(new BigDecimal("4")),
                                "cast(users.age as decimal) / ?",
                                new BigDecimal("10.25"))
                        .postgres("cast(users.age as numeric) / $1")
                        .h2(
                                "cast(cast(users.age as decfloat) as decfloat(40)) / cast(cast($1 as decfloat) as decfloat(40))")
                        .sqlite(
                                "cast(cast(users.age as numeric) as real) / iif($1 = 0, abs(-9223372036854775808), $2)"),
                row(Operators.DIVIDE_INTEGER, USERS.age.negate().dividedBy(2), "-users.age / ?", -20)
                        .h2("-users.age / cast($1 as integer)")
                        .sqlite("-users.age / iif($1 = 0, abs(-9223372036854775808), $2)"),
                row(Operators.MOD, USERS.age.negate().mod(7), "mod(-users.age, ?)", -6)
                        .h2("mod(-users.age, cast($1 as integer))")
                        .sqlite("((-users.age) % iif($1 = 0, abs(-9223372036854775808), $2))"),
                row(Operators.NEGATE, USERS.age.negate(), "-users.age", -41),
                row(Operators.BIT_AND, USERS.age.bitAnd(12), "bitand(users.age, ?)", 8)
                        .postgres("(users.age & $1)")
                        .h2("bitand(users.age, cast($1 as integer))")
                        .sqlite("(users.age & $1)"),
                row(Operators.BIT_OR, USERS.age.bitOr(6), "bitor(users.age, ?)", 47)
                        .postgres("(users.age | $1)")
                        .h2("bitor(users.age, cast($1 as integer))")
                        .sqlite("(users.age | $1)"),
                row(Operators.BIT_XOR, USERS.age.bitXor(9), "bitxor(users.age, ?)", 32)
                        .postgres("(users.age # $1)")
                        .h2("bitxor(users.age, cast($1 as integer))")
                        .sqlite("((users.age | $1) - (users.age & $2))"),
                row(Operators.BIT_NOT, USERS.age.bitNot(), "bitnot(users.age)", -42)
                        .postgres("(~users.age)")
                        .sqlite("(~users.age)"),
                row(Operators.SHIFT_LEFT, USERS.age.shiftLeft(2), "lshift(users.age, ?)", 164)
                        .postgres("(users.age << $1)")
                        .h2("lshift(users.age, cast($1 as integer))")
                        .sqlite("(users.age << $1)"),
                row(Operators.SHIFT_RIGHT, USERS.age.negate().shiftRight(1), "rshift(-users.age, ?)", -21)
                        .postgres("((-users.age) >> $1)")
                        .h2("rshift(-users.age, cast($1 as integer))")
                        .sqlite("((-users.age) >> $1)"),
                row(Operators.ABS, abs(USERS.age.negate()), "abs(-users.age)", 41),
                row(Operators.ROUND, round(value(new BigDecimal("2.345")), 2), "round(?, ?)", new BigDecimal("2.35"))
                        .h2("round(cast($1 as decfloat), cast($2 as integer))")
                        .sqlite("(round(round($1 * pow(10, $2), 6)) / pow(10, $3))"),
                row(Operators.FLOOR, floor(value(new BigDecimal("-2.5"))), "floor(?)", new BigDecimal("-3"))
                        .h2("floor(cast($1 as decfloat))"),
                row(Operators.CEILING, ceiling(value(new BigDecimal("-2.5"))), "ceiling(?)", new BigDecimal("-2"))
                        .h2("ceiling(cast($1 as decfloat))"),
                row(Operators.POWER, power(USERS.age, 2), "power(cast(users.age as double precision), ?)", 1681.0)
                        .h2("power(cast(users.age as double precision), cast($1 as double precision))")
                        .sqlite("power(cast(users.age as real), $1)"),
                row(Operators.SQRT, sqrt(USERS.age.minus(5)), "sqrt(cast(users.age - ? as double precision))", 6.0)
                        .h2("sqrt(cast(users.age - cast($1 as integer) as double precision))")
                        .sqlite("sqrt(cast(users.age - $1 as real))"),
                row(Operators.SIGN_OF, sign(USERS.age.negate()), "cast(sign(-users.age) as integer)", -1));
    }

    private static List<OperatorExample> texts() {
        return List.of(
                row(Operators.CONCAT, USERS.name.concat("!"), "users.name || ?", "Ann!"),
                row(Operators.LOWER, lower(USERS.name), "lower(users.name)", "ann"),
                row(Operators.UPPER, upper(USERS.name), "upper(users.name)", "ANN"),
                row(Operators.TRIM, trim(value("  a b ")), "trim(?)", "a b"),
                row(Operators.CHAR_LENGTH, charLength(USERS.name), "char_length(users.name)", 3)
                        .sqlite("length(users.name)"),
                row(Operators.SUBSTRING, USERS.name.substring(1, 2), "substring(users.name from ? for ?)", "An")
                        .sqlite("substr(users.name, $1, $2)"),
                row(Operators.SUBSTRING_FROM, USERS.name.substring(2), "substring(users.name from ?)", "nn")
                        .sqlite("substr(users.name, $1)"),
                row(Operators.POSITION, USERS.name.position("n"), "position(? in users.name)", 2)
                        .h2("position(cast($1 as character large object) in users.name)")
                        .sqlite("instr(users.name, $1)"),
                row(Operators.REPLACE, USERS.name.replace("n", "mm"), "replace(users.name, ?, ?)", "Ammmm"),
                row(
                                Operators.REGEXP_REPLACE,
                                USERS.name.replaceMatches("[mn]", "x"),
                                "regexp_replace(users.name, ?, ?)",
                                "Axx")
                        .postgres("regexp_replace(users.name, $1, $2, 'g')")
                        .needing(Feature.REGULAR_EXPRESSIONS),
                row(Operators.LEFT, left(USERS.name, 2), "left(users.name, ?)", "An")
                        .sqlite("substr(users.name, 1, $1)"),
                row(Operators.RIGHT, right(USERS.name, 2), "right(users.name, ?)", "nn")
                        .sqlite("substr(users.name, -($1), $2)"));
    }

    private static List<OperatorExample> others() {
        return List.of(
                row(Operators.COALESCE, coalesce(USERS.managerId, 9L), "coalesce(users.manager_id, ?)", 9L)
                        .h2("coalesce(users.manager_id, cast($1 as bigint))"),
                row(Operators.TYPE_COERCE, USERS.age.plus(1).typeCoerce(INTEGER), "(users.age + ?)", 42)
                        .h2("(users.age + cast($1 as integer))"),
                row(Operators.NULLIF, nullIf(USERS.age, 41), "nullif(users.age, ?)", null)
                        .h2("nullif(users.age, cast($1 as integer))"),
                row(Operators.GREATEST, greatest(USERS.age, value(50)), "greatest(users.age, ?)", 50)
                        .h2("greatest(users.age, cast($1 as integer))")
                        .sqlite("max(users.age, $1)"),
                row(Operators.LEAST, least(USERS.age, value(50)), "least(users.age, ?)", 41)
                        .h2("least(users.age, cast($1 as integer))")
                        .sqlite("min(users.age, $1)"),
                row(Operators.CURRENT_DATE, currentDate().isNotNull(), "current_date is not null", true),
                row(Operators.LOCAL_TIMESTAMP, localTimestamp().isNotNull(), "localtimestamp is not null", true)
                        .sqlite("(strftime('%Y-%m-%d %H:%M:%f', 'now')) is not null"),
                row(Operators.CURRENT_TIMESTAMP, now().isNotNull(), "current_timestamp is not null", true)
                        .sqlite("(strftime('%Y-%m-%d %H:%M:%f', 'now')) is not null"));
    }

    private static List<OperatorExample> aggregates() {
        return List.of(
                row(Operators.COUNT, count(USERS.age), "count(users.age)", 3L),
                row(Operators.COUNT_ALL, count(), "count(*)", 4L),
                row(Operators.SUM_OF, sum(USERS.age), "sum(users.age)", 123L),
                row(Operators.AVG, avg(USERS.age), "avg(users.age)", new BigDecimal("41")),
                row(Operators.MIN, min(USERS.name), "min(users.name)", "Ann"),
                row(Operators.MAX, max(USERS.name), "max(users.name)", "Dora"),
                row(Operators.STDDEV, stddev(USERS.age), "stddev_samp(users.age)", 24.0)
                        .sqlite("stdev(users.age)"),
                row(Operators.VARIANCE, variance(USERS.age), "var_samp(users.age)", 576.0)
                        .sqlite("variance(users.age)"),
                row(Operators.EVERY, every(ADULT), "every(users.age >= ?)", false)
                        .sqlite("min(users.age >= $1)"),
                row(Operators.SOME, some(ADULT), "bool_or(users.age >= ?)", true)
                        .sqlite("max(users.age >= $1)"),
                row(
                                Operators.ARRAY_AGG,
                                arrayAgg(USERS.name).orderBy(USERS.id.desc()),
                                "array_agg(users.name order by users.id desc)",
                                List.of("Dora", "Cid", "Bob", "Ann"))
                        .needing(Feature.ARRAYS),
                row(
                                Operators.STRING_AGG,
                                stringAgg(USERS.name, ", ").orderBy(USERS.id.desc()),
                                "listagg(users.name, ', ') within group (order by users.id desc)",
                                "Dora, Cid, Bob, Ann")
                        .postgres("string_agg(users.name, ', ' order by users.id desc)")
                        .sqlite("string_agg(users.name, ', ' order by users.id desc)"),
                row(
                                Operators.PERCENTILE_CONT,
                                percentileCont(0.25, USERS.age.asc()),
                                "percentile_cont(?) within group (order by users.age)",
                                29.0)
                        .h2("percentile_cont(cast($1 as double precision)) within group (order by users.age)")
                        .needing(Feature.ORDERED_SET_AGGREGATES),
                row(
                                Operators.PERCENTILE_DISC,
                                percentileDisc(0.5, USERS.name),
                                "percentile_disc(?) within group (order by users.name)",
                                "Bob")
                        .h2("percentile_disc(cast($1 as double precision)) within group (order by users.name)")
                        .needing(Feature.ORDERED_SET_AGGREGATES),
                row(Operators.MODE, mode(USERS.active), "mode() within group (order by users.active)", true)
                        .needing(Feature.ORDERED_SET_AGGREGATES),
                row(Operators.GROUPING, grouping(USERS.active), "grouping(users.active)", 0)
                        .needing(Feature.GROUPING_SETS));
    }

    private static List<OperatorExample> windows() {
        return List.of(
                row(Operators.ROW_NUMBER, rowNumber().over(BY_ID), "row_number() over (order by users.id)", 1L),
                row(Operators.RANK, rank().over(BY_ID), "rank() over (order by users.id)", 1L),
                row(Operators.DENSE_RANK, denseRank().over(BY_ID), "dense_rank() over (order by users.id)", 1L),
                row(Operators.PERCENT_RANK, percentRank().over(BY_ID), "percent_rank() over (order by users.id)", 0.0),
                row(Operators.CUME_DIST, cumeDist().over(BY_ID), "cume_dist() over (order by users.id)", 0.25),
                row(Operators.NTILE, ntile(2).over(BY_ID), "ntile(2) over (order by users.id)", 1L),
                row(Operators.LAG, lag(USERS.name).over(BY_ID), "lag(users.name) over (order by users.id)", null),
                row(
                        Operators.LEAD,
                        lead(USERS.name, 2).over(BY_ID),
                        "lead(users.name, 2) over (order by users.id)",
                        "Cid"),
                row(
                        Operators.FIRST_VALUE,
                        firstValue(USERS.name).over(BY_ID),
                        "first_value(users.name) over (order by users.id)",
                        "Ann"),
                row(
                        Operators.LAST_VALUE,
                        lastValue(USERS.name).over(BY_ID),
                        "last_value(users.name) over (order by users.id)",
                        "Ann"),
                row(
                        Operators.NTH_VALUE,
                        nthValue(USERS.name, 3).over(BY_ID.rows(Bound.currentRow(), Bound.unboundedFollowing())),
                        "nth_value(users.name, 3) over (order by users.id rows between current row and unbounded following)",
                        "Cid"));
    }

    private static OperatorExample row(
            Operator operator, Expression<?> expression, String standard, @Nullable Object value) {
        return OperatorExample.of(operator, expression, standard, value);
    }
}
