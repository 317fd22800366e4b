package io.athanor.types.compliance;

import static io.athanor.sql.Sql.avg;
import static io.athanor.sql.Sql.caseWhen;
import static io.athanor.sql.Sql.coalesce;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.greatest;
import static io.athanor.sql.Sql.max;
import static io.athanor.sql.Sql.nullIf;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sum;
import static io.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.DataException;
import io.athanor.sql.Expression;
import io.athanor.sql.Label;
import io.athanor.sql.NumberExpression;
import io.athanor.sql.Sql;
import io.athanor.types.NumberType;
import io.athanor.types.Types;
import io.r2dbc.spi.R2dbcException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is calculated has the Java type that the expression says, whatever type the database gave it. */
interface ResultTypeCompliance {
    /** Where the tests run. */
    TypeDatabase database();

    /** A column of two numbers, to calculate with. */
    private <N extends Number> Numbers<N> numbers(NumberType<N> type, N first, N second) {
        TypeTable<N> table = database().create(type).insert(List.of(first, second));
        return new Numbers<>(table, table.table().column("v", type));
    }

    record Numbers<N extends Number>(TypeTable<N> table, NumberExpression<N> column) {
        <R> @Nullable R of(Expression<R> aggregate) {
            return table.database().one(select(aggregate).from(table.table()));
        }

        <R> @Nullable R first(Expression<R> expression) {
            return table.database()
                    .one(select(expression).from(table.table()).where(table.id().eq(0)));
        }
    }

    @Test
    default void shouldSumIntegersAsBigint() {
        Numbers<Short> small = numbers(Types.SMALLINT, Short.MAX_VALUE, Short.MAX_VALUE);
        Numbers<Integer> integers = numbers(Types.INTEGER, Integer.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(small.of(sum(small.table.table().column("v", Types.SMALLINT))))
                .isEqualTo(65_534L);
        assertThat(integers.of(sum(integers.table.table().column("v", Types.INTEGER))))
                .isEqualTo(4_294_967_294L);
        assertThat(integers.of(count())).isEqualTo(2L);
    }

    @Test
    default void shouldSumBigintsAsDecimal() {
        Numbers<Long> longs = numbers(Types.BIGINT, Long.MAX_VALUE, Long.MAX_VALUE);

        assertThat(longs.of(sum(longs.table.table().column("v", Types.BIGINT))))
                .isEqualByComparingTo("18446744073709551614");
    }

    @Test
    default void shouldSumFractionsAsTheirOwnType() {
        Numbers<BigDecimal> decimals = numbers(Types.decimal(5, 2), new BigDecimal("999.99"), new BigDecimal("0.02"));
        Numbers<Float> reals = numbers(Types.REAL, 0.5f, 0.25f);
        Numbers<Double> doubles = numbers(Types.DOUBLE, 0.5, 0.25);

        assertThat(decimals.of(sum(decimals.column))).isEqualByComparingTo("1000.01");
        assertThat(reals.of(sum(reals.column))).isEqualTo(0.75f);
        assertThat(doubles.of(sum(doubles.column))).isEqualTo(0.75);
    }

    @Test
    default void shouldAverageAsDecimal() {
        assertThat(average(Types.SMALLINT, (short) 1, (short) 2)).isEqualByComparingTo("1.5");
        assertThat(average(Types.INTEGER, 1, 2)).isEqualByComparingTo("1.5");
        assertThat(average(Types.BIGINT, 1L, 2L)).isEqualByComparingTo("1.5");
        assertThat(average(Types.decimal(5, 2), BigDecimal.ONE, BigDecimal.TEN)).isEqualByComparingTo("5.5");
        assertThat(average(Types.REAL, 1f, 2f)).isEqualByComparingTo("1.5");
        assertThat(average(Types.DOUBLE, 1d, 2d)).isEqualByComparingTo("1.5");
    }

    private <N extends Number> @Nullable BigDecimal average(NumberType<N> type, N first, N second) {
        Numbers<N> numbers = numbers(type, first, second);
        return numbers.of(avg(numbers.column));
    }

    @Test
    default void shouldCalculateInTheTypeOfTheOperands() {
        assertCalculates(
                numbers(Types.SMALLINT, (short) -7, (short) 0), (short) 2, (short) -5, (short) -14, (short) -3, (short)
                        7);
        assertCalculates(numbers(Types.INTEGER, -7, 0), 2, -5, -14, -3, 7);
        assertCalculates(numbers(Types.BIGINT, -7L, 0L), 2L, -5L, -14L, -3L, 7L);
        assertCalculates(numbers(Types.REAL, -7f, 0f), 2f, -5f, -14f, -3.5f, 7f);
        assertCalculates(numbers(Types.DOUBLE, -7d, 0d), 2d, -5d, -14d, -3.5d, 7d);
    }

    private static <N extends Number> void assertCalculates(
            Numbers<N> numbers, N two, N plus, N times, N divided, N absolute) {
        NumberExpression<N> column = numbers.column();

        assertThat(numbers.first(column.plus(two))).isEqualTo(plus);
        assertThat(numbers.first(column.times(two))).isEqualTo(times);
        assertThat(numbers.first(column.dividedBy(two))).isEqualTo(divided);
        assertThat(numbers.first(column.abs())).isEqualTo(absolute);
        assertThat(numbers.first(column.negate())).isEqualTo(absolute);
    }

    @Test
    default void shouldKeepAllDigitsOfDecimals() {
        Numbers<BigDecimal> numbers = numbers(Types.decimal(5, 2), new BigDecimal("0.10"), new BigDecimal("999.99"));
        NumberExpression<BigDecimal> column = numbers.column;

        assertThat(numbers.first(column.plus(new BigDecimal("0.005")))).isEqualByComparingTo("0.105");
        assertThat(numbers.first(column.minus(new BigDecimal("1000000")))).isEqualByComparingTo("-999999.9");
        assertThat(numbers.first(column.times(new BigDecimal("0.001")))).isEqualByComparingTo("0.0001");
        assertThat(numbers.first(column.dividedBy(new BigDecimal("3"))))
                .isBetween(new BigDecimal("0.03333"), new BigDecimal("0.03334"));
        assertThat(numbers.first(column.mod(new BigDecimal("0.03")))).isEqualByComparingTo("0.01");
        assertThat(numbers.first(coalesce(nullIf(column, new BigDecimal("0.1")), new BigDecimal("1.005"))))
                .isEqualByComparingTo("1.005");
        assertThat(numbers.first(greatest(column, value(new BigDecimal("0.1001")))))
                .isEqualByComparingTo("0.1001");
        assertThat(numbers.first(caseWhen(column.gt(BigDecimal.ONE), column).orElse(new BigDecimal("7.12345"))))
                .isEqualByComparingTo("7.12345");
    }

    @Test
    default void shouldKeepTextChosenBesideAShortColumn() {
        TypeTable<String> table = database().create(Types.varchar(3)).insert(Arrays.asList("abc", null));

        assertThat(database()
                        .rows(select(coalesce(table.value(), "longer"))
                                .from(table.table())
                                .orderBy(table.id().asc())))
                .containsExactly("abc", "longer");
    }

    @Test
    default void shouldFailOnOverflow() {
        Numbers<Integer> integers = numbers(Types.INTEGER, Integer.MAX_VALUE, 0);

        assertThatThrownBy(() -> integers.first(integers.column.plus(1)))
                .isInstanceOfAny(R2dbcException.class, DataException.class);
        assertThatThrownBy(() -> integers.first(integers.column.dividedBy(0))).isInstanceOf(R2dbcException.class);
    }

    /** What {@code é} is in upper case. */
    default String upperCaseOfAnAccent() {
        return "É";
    }

    @Test
    default void shouldCalculateWithNothingButParameters() {
        assertThat(database().one(select(value(1).plus(2)))).isEqualTo(3);
        assertThat(database().one(select(value(3L).times(4L)))).isEqualTo(12L);
        assertThat(database().one(select(value(1).eq(2)))).isFalse();
        assertThat(database().one(select(value(new BigDecimal("1.5")).plus(new BigDecimal("0.25")))))
                .isEqualByComparingTo("1.75");
        assertThat(database().one(select(value("a").concat("b")))).isEqualTo("ab");
        assertThat(database().one(select(caseWhen(value(true), "minor").orElse("senior"))))
                .isEqualTo("minor");
        assertThat(database().one(select(Sql.upper(value("é"))))).isEqualTo(upperCaseOfAnAccent());
    }

    @Test
    default void shouldKnowTheTypesOfSelectedParametersInDerivedTablesAndUnions() {
        Label.Num<Integer> one = value(1).as("x");

        assertThat(database().rows(select(value(1)).unionAll(select(value(2))))).containsExactlyInAnyOrder(1, 2);
        var derived = select(one, value("a").as("y")).as("d");
        assertThat(database()
                        .rows(select(derived.get(one))
                                .from(derived)
                                .where(derived.get(one).eq(1))))
                .containsExactly(1);
    }

    @Test
    default void shouldReadConditionsAsBooleans() {
        TypeTable<Boolean> table = database().create(Types.BOOLEAN).insert(Arrays.asList(true, false, null));

        assertThat(database()
                        .rows(select(table.value().isNull())
                                .from(table.table())
                                .orderBy(table.id().asc())))
                .containsExactly(false, false, true);
        assertThat(database()
                        .rows(select(table.value().eq(true))
                                .from(table.table())
                                .orderBy(table.id().asc())))
                .containsExactly(true, false, null);
    }

    @Test
    default void shouldAggregateOverWindows() {
        Numbers<Integer> numbers = numbers(Types.INTEGER, 3, 5);
        Expression<Long> total =
                sum(numbers.table.table().column("v", Types.INTEGER)).over(Sql.window());

        assertThat(numbers.first(total)).isEqualTo(3L);
        assertThat(numbers.of(max(numbers.column))).isEqualTo(5);
    }
}
