package io.athanor.sql;

import static io.athanor.sql.LanguageCompliance.lists;
import static io.athanor.sql.LanguageCompliance.row;
import static io.athanor.sql.Shop.NUMBERS;
import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.abs;
import static io.athanor.sql.Sql.all;
import static io.athanor.sql.Sql.allOf;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.any;
import static io.athanor.sql.Sql.anyOf;
import static io.athanor.sql.Sql.avg;
import static io.athanor.sql.Sql.caseWhen;
import static io.athanor.sql.Sql.ceiling;
import static io.athanor.sql.Sql.choose;
import static io.athanor.sql.Sql.coalesce;
import static io.athanor.sql.Sql.concat;
import static io.athanor.sql.Sql.condition;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.extract;
import static io.athanor.sql.Sql.floor;
import static io.athanor.sql.Sql.greatest;
import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.max;
import static io.athanor.sql.Sql.min;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.notExists;
import static io.athanor.sql.Sql.nullIf;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.number;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.selectFrom;
import static io.athanor.sql.Sql.sign;
import static io.athanor.sql.Sql.sum;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.Sql.value;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.BOOLEAN;
import static io.athanor.types.Types.DATE;
import static io.athanor.types.Types.DECIMAL;
import static io.athanor.types.Types.DOUBLE;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.SMALLINT;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.athanor.dialect.Feature;
import io.athanor.types.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conditions, clauses and expressions of one SELECT. */
interface QueryCompliance extends LanguageCompliance {
    @Test
    default void shouldFindByLists() {
        Select<String> names = select(USERS.name).orderBy(USERS.id.asc());

        assertRows(names.where(USERS.id.in(1L, 3L, 9L)), "Ann", "Cid");
        assertRows(names.where(USERS.id.in(List.of())));
        assertRows(names.where(USERS.id.notIn(List.of())), "Ann", "Bob", "Cid", "Dora");
        assertRows(names.where(USERS.age.notIn(41, 17)), "Dora");
        assertRows(names.where(USERS.managerId.plus(1L).in(2L, 3L)), "Bob", "Cid", "Dora");
        assertRows(names.where(USERS.managerId.in(List.of()).not().and(USERS.id.eq(1L))), "Ann");
    }

    @Test
    default void shouldFindByQueries() {
        Select<Long> buyers = select(ORDERS.userId).where(ORDERS.amount.gt(new BigDecimal("6")));
        Select<String> names = select(USERS.name).orderBy(USERS.id.asc());

        assertRows(names.where(USERS.id.in(buyers)), "Ann");
        assertRows(names.where(USERS.id.notIn(buyers)), "Bob", "Cid", "Dora");
        assertRows(Feature.QUANTIFIED_COMPARISON, names.where(USERS.id.eq(any(buyers))), "Ann");
        assertRows(Feature.QUANTIFIED_COMPARISON, names.where(USERS.id.gt(all(buyers))), "Bob", "Cid", "Dora");
        assertRows(
                Feature.QUANTIFIED_COMPARISON,
                names.where(USERS.id.gt(all(buyers.where(and(ORDERS.id.eq(0L)))))),
                "Ann",
                "Bob",
                "Cid",
                "Dora");
        assertRows(names.where(exists(select(ORDERS.id).where(ORDERS.userId.eq(USERS.id)))), "Ann", "Bob");
        assertRows(names.where(notExists(select(ORDERS.id).where(ORDERS.userId.eq(USERS.id)))), "Cid", "Dora");
    }

    @Test
    default void shouldFindByTuples() {
        Select<String> names = select(USERS.name).orderBy(USERS.id.asc());
        Tuple key = tuple(USERS.id, USERS.name);

        assertRows(names.where(key.in(List.of(List.of(1L, "Ann"), List.of(2L, "Cid")))), "Ann");
        assertRows(names.where(key.notIn(List.of(List.of(1L, "Ann"), List.of(2L, "Bob")))), "Cid", "Dora");
        assertRows(names.where(key.in(List.of())));
        assertRows(names.where(key.notIn(List.of())), "Ann", "Bob", "Cid", "Dora");
        assertRows(names.where(key.in(select(USERS.id, USERS.name).where(USERS.age.lt(18)))), "Bob");
        assertRows(names.where(key.notIn(select(USERS.id, USERS.name).where(USERS.age.lt(18)))), "Ann", "Cid", "Dora");
        assertRows(names.where(key.eq(tuple(value(2L), value("Bob")))), "Bob");
        assertRows(names.where(key.ne(tuple(value(2L), value("Bob")))), "Ann", "Cid", "Dora");
        assertRows(names.where(key.gt(tuple(value(2L), value("Bob")))), "Cid", "Dora");
        assertRows(names.where(key.le(tuple(value(2L), value("Bob")))), "Ann", "Bob");
        assertRows(names.where(key.lt(tuple(value(2L), value("Bob")))), "Ann");
        assertRows(names.where(key.ge(tuple(value(4L), value("A")))), "Dora");
    }

    @Test
    default void shouldTreatUnknownAsSqlDoes() {
        Select<String> names = select(USERS.name).orderBy(USERS.id.asc());
        Predicate adult = USERS.age.ge(18);

        assertRows(names.where(adult), "Ann", "Dora");
        assertRows(names.where(not(adult)), "Bob");
        assertRows(names.where(adult.isNull()), "Cid");
        assertRows(names.where(adult.isTrue().not()), "Bob", "Cid");
        assertRows(names.where(adult.isFalse()), "Bob");
        assertRows(names.where(USERS.age.isDistinctFrom(41)), "Bob", "Cid", "Dora");
        assertRows(names.where(USERS.age.isNotDistinctFrom((Integer) null)), "Cid");
        assertRows(names.where(USERS.managerId.isDistinctFrom(USERS.id)), "Ann", "Bob", "Cid", "Dora");
        assertRows(names.where(adult.eq(condition(USERS.active))), "Ann", "Bob", "Dora");
    }

    @Test
    default void shouldTakeBooleansAsConditions() {
        Select<String> names = select(USERS.name).orderBy(USERS.id.asc());

        assertRows(names.where(condition(USERS.active)), "Ann", "Cid", "Dora");
        assertRows(names.where(condition(USERS.active).not()), "Bob");
        assertRows(names.where(value(true)).limit(1), "Ann");
        assertRows(names.where(value(false)));
        assertRows(names.where(and()).limit(1), "Ann");
        assertRows(names.where(or()));
        assertRows(names.where(not(and())));
        assertRows(names.where(or(USERS.id.eq(1L), and(USERS.id.eq(2L), or()))), "Ann");
        assertRows(
                select(USERS.age.gt(18), condition(USERS.active).not())
                        .where(USERS.id.eq(1L))
                        .map(r -> r.get(0)),
                true);
    }

    @Test
    default void shouldMatchTextLiterally() {
        Select<Boolean> found = select(value("50%_\\!x").contains("%_\\!"));

        assertRows(found, true);
        assertRows(select(value("50%").startsWith("5_")), false);
        assertRows(select(value("50%").endsWith("%")), true);
        assertRows(select(value("AbC").containsIgnoreCase("bc")), true);
        assertRows(select(value("AbC").startsWithIgnoreCase("aB")), true);
        assertRows(select(value("AbC").endsWithIgnoreCase("ab")), false);
        assertRows(select(value("AbC").notIlike("a%")), false);
        assertRows(select(value("AbC").ilike(value("a%"))), true);
        assertRows(select(value("a%c").like("a\\%c")), true);
        assertRows(select(value("abc").like("a\\%c")), false);
        assertRows(select(value("abc").notLike(value("b%"))), true);
    }

    @Test
    default void shouldCalculateWithNothingButValues() {
        assertRows(select(value(1)), 1);
        assertRows(select(value(1).plus(2)), 3);
        assertRows(select(value(7L).dividedBy(-2L)), -3L);
        assertRows(select(value(2.5).times(2.0)), 5.0);
        assertRows(select(coalesce(value(1), 2)), 1);
        assertRows(select(coalesce(value((String) null, TEXT), value("b"))), "b");
        assertRows(select(nullIf(value(1), 1)), (Object) null);
        assertRows(select(nullIf(value(1), value(2))), 1);
        assertRows(select(greatest(value(1), value(2))), 2);
        assertRows(select(value("a").concat("b").concat(value("c"))), "abc");
        assertRows(select(concat(value("a"), nullOf(TEXT))), (Object) null);
        assertRows(select(abs(value(-1)).plus(value(1))), 2);
        assertRows(select(value(5).negate().negate()), 5);
        assertRows(select(number(literal(-5, INTEGER)).negate()), 5);
        assertRows(select(value(10).minus(number(literal(-5, INTEGER)))), 15);
        assertRows(select(value(1).eq(value(1))), true);
        assertRows(select(value(1).between(value(1), value(2))), true);
        assertRows(select(caseWhen(value(true), 1).orElse(2)), 1);
        assertRows(select(caseWhen(value(false), "x").orElse("y")), "y");
        assertRows(select(value(1).in(1, 2)), true);
        assertRows(select(value(12).bitAnd(10).bitOr(1)), 9);
        assertRows(select(value(3L).shiftLeft(2).shiftRight(1)), 6L);
        assertRows(select(value(-7).mod(3)), -1);
        assertRows(select(value(LocalDate.of(2024, 2, 29))), LocalDate.of(2024, 2, 29));
        assertRows(select(value((Integer) null, INTEGER)), (Object) null);
    }

    @Test
    default void shouldGiveNumbersTheirType() {
        assertRows(
                lists(select(
                        sum(NUMBERS.small),
                        sum(NUMBERS.whole),
                        sum(NUMBERS.large),
                        sum(NUMBERS.exact),
                        sum(NUMBERS.rough))),
                row(9L, -4L, new BigDecimal("90"), new BigDecimal("4.625"), 7.75));
        assertRows(
                lists(select(
                                NUMBERS.small.plus(value((short) 1, SMALLINT)),
                                NUMBERS.small.times(NUMBERS.small),
                                NUMBERS.small.negate(),
                                NUMBERS.whole.dividedBy(2),
                                NUMBERS.large.dividedBy(3L),
                                NUMBERS.rough.dividedBy(2.0))
                        .where(NUMBERS.small.eq((short) 7))),
                row((short) 8, (short) 49, (short) -7, -3, 23L, 3.75));
        assertRows(
                lists(select(
                                floor(NUMBERS.whole),
                                ceiling(NUMBERS.rough),
                                floor(NUMBERS.exact),
                                abs(NUMBERS.large),
                                sign(NUMBERS.exact))
                        .where(NUMBERS.small.eq((short) 2))),
                row(3, 1.0, new BigDecimal("-3"), 20L, -1));
        assertRows(
                lists(select(
                                NUMBERS.small.bitAnd((short) 3),
                                NUMBERS.whole.bitOr(8),
                                NUMBERS.large.bitXor(1L),
                                NUMBERS.large.shiftRight(1),
                                NUMBERS.large.bitNot())
                        .where(NUMBERS.small.eq((short) 2))),
                row((short) 2, 11, 21L, 10L, -21L));
        assertRows(
                lists(select(min(NUMBERS.small), max(NUMBERS.rough), min(NUMBERS.exact))),
                row((short) 2, 7.5, new BigDecimal("-2.500")));
    }

    @Test
    default void shouldDivideDecimalsToManyDigits() {
        List<BigDecimal> thirds = database()
                .rows(select(NUMBERS.exact.dividedBy(new BigDecimal("3"))).where(NUMBERS.small.eq((short) 2)));

        assertThat(thirds.get(0))
                .isCloseTo(new BigDecimal("-0.83333333333333333333"), within(new BigDecimal("0.000000000000001")));
        assertThat(thirds.get(0).precision()).isBetween(digitsOfQuotients(), 50);
        assertThat(database()
                        .rows(select(avg(NUMBERS.whole), avg(NUMBERS.rough), avg(NUMBERS.exact)))
                        .get(0)
                        .get(avg(NUMBERS.whole)))
                .isEqualByComparingTo("-2");
    }

    @Test
    default void shouldTakePartsOfDatesAndTimes() {
        Select<Row> parts = select(
                        extract(Functions.Field.YEAR, ORDERS.placedAt),
                        extract(Functions.Field.QUARTER, ORDERS.placedAt),
                        extract(Functions.Field.MONTH, ORDERS.placedAt),
                        extract(Functions.Field.WEEK, ORDERS.placedAt),
                        extract(Functions.Field.DAY, ORDERS.placedAt),
                        extract(Functions.Field.DAY_OF_WEEK, ORDERS.placedAt),
                        extract(Functions.Field.DAY_OF_YEAR, ORDERS.placedAt),
                        extract(Functions.Field.HOUR, ORDERS.placedAt),
                        extract(Functions.Field.MINUTE, ORDERS.placedAt),
                        extract(Functions.Field.SECOND, ORDERS.placedAt))
                .orderBy(ORDERS.id.asc());

        assertRows(
                lists(parts),
                row(2024, 1, 1, 1, 1, 1, 1, 10, 11, 12),
                row(2024, 1, 2, 9, 29, 4, 60, 0, 0, 0),
                row(2024, 4, 12, 1, 30, 1, 365, 23, 59, 59));
        assertRows(select(extract(Functions.Field.DAY_OF_WEEK, value(LocalDate.of(2024, 1, 7)))), 7);
    }

    @Test
    default void shouldCast() {
        assertRows(
                lists(select(
                                USERS.age.cast(BIGINT),
                                USERS.age.cast(TEXT),
                                USERS.name.length().cast(DOUBLE),
                                value("12").cast(INTEGER).plus(1),
                                ORDERS.placedAt.cast(DATE),
                                value("2024-01-02").cast(DATE),
                                value(1).cast(DECIMAL))
                        .from(USERS)
                        .join(ORDERS)
                        .where(ORDERS.id.eq(1L))),
                row(41L, "41", 3.0, 13, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 2), new BigDecimal("1")));
        assertRows(select(value("true").cast(BOOLEAN)), true);
    }

    @Test
    default void shouldTryToCast() {
        assertRows(
                Feature.TRY_CAST,
                select(coalesce(USERS.name.tryCast(INTEGER), 0)).where(USERS.id.eq(1L)),
                0);
    }

    @Test
    default void shouldTakeAValueAsAnotherType() {
        SqlType<Age> ages = INTEGER.map(Age.class, Age::new, Age::years);
        Select<Age> anns = select(USERS.age.typeCoerce(ages)).where(USERS.id.eq(1L));

        assertRows(anns, new Age(41));
        assertRows(anns.where(USERS.age.typeCoerce(ages).eq(new Age(41))), new Age(41));
        assertRows(select(USERS.id.plus(1L).typeCoerce(BIGINT).times(2L)).where(USERS.id.eq(1L)), 4L);
    }

    /** A type of the user's own. */
    record Age(int years) {}

    @Test
    default void shouldChooseByCase() {
        assertRows(
                select(caseWhen(USERS.age.lt(18), "minor")
                                .when(USERS.age.lt(65), "adult")
                                .orElse("?"))
                        .orderBy(USERS.id.asc()),
                "adult",
                "minor",
                "?",
                "?");
        assertRows(
                select(caseWhen(condition(USERS.active), USERS.age).when(USERS.id.eq(2L), 0))
                        .orderBy(USERS.id.asc()),
                41,
                0,
                null,
                65);
        assertRows(
                select(caseWhen(condition(USERS.active), ORDERS.placedAt).orElse(LocalDateTime.of(2000, 1, 1, 0, 0)))
                        .from(USERS)
                        .join(ORDERS)
                        .orderBy(ORDERS.id.desc())
                        .limit(1),
                LocalDateTime.of(2000, 1, 1, 0, 0));
        assertRows(select(sum(caseWhen(condition(USERS.active), 1).orElse(0))).from(USERS), 3L);
    }

    @Test
    default void shouldChooseByTheValueOfOneExpression() {
        assertRows(
                select(choose(USERS.name).when("Ann", 1).when("Bob", USERS.age).orElse(-1))
                        .orderBy(USERS.id.asc()),
                1,
                17,
                -1,
                -1);
        assertRows(
                select(choose(USERS.id).when(1L, "one").when(2L, USERS.name)).orderBy(USERS.id.asc()),
                "one",
                "Bob",
                null,
                null);
        assertRows(
                select(choose(USERS.active).when(true, USERS.id.gt(1L)).orElse(false))
                        .where(USERS.id.eq(1L)),
                false);
        assertRows(select(choose(value(5).plus(1)).when(6, value(1.5))), 1.5);
    }

    @Test
    default void shouldCompareWithArrays() {
        Expression<List<Long>> ids = value(List.of(1L, 4L), array(BIGINT));

        assertRows(
                Feature.QUANTIFIED_COMPARISON,
                select(USERS.name).where(USERS.id.eq(anyOf(ids, BIGINT))).orderBy(USERS.id.asc()),
                "Ann",
                "Dora");
        assertRows(
                Feature.QUANTIFIED_COMPARISON,
                select(USERS.name).where(USERS.id.ne(allOf(ids, BIGINT))).orderBy(USERS.id.asc()),
                "Bob",
                "Cid");
    }

    @Test
    default void shouldReadWholeTables() {
        Row ann = database().rows(select(USERS).where(USERS.id.eq(1L))).get(0);
        Shop.Users boss = USERS.as("boss");
        Row pair = database()
                .rows(select(USERS, boss)
                        .from(USERS)
                        .join(boss, boss.id.eq(USERS.managerId))
                        .where(USERS.id.eq(4L)))
                .get(0);

        assertThat(ann.get(USERS.name)).isEqualTo("Ann");
        assertThat(ann.get(USERS.managerId)).isNull();
        assertThat(pair.get(USERS.name)).isEqualTo("Dora");
        assertThat(pair.get(boss.name)).isEqualTo("Bob");
        assertRows(selectFrom(USERS).selecting(count()), 4L);
    }
}
