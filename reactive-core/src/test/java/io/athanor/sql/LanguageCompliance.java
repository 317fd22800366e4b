package io.athanor.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.UnsupportedByDialectException;
import io.athanor.dialect.Dialect;
import io.athanor.dialect.Feature;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every database has to answer, run on real data. The parts extend this; a database's test implements them all. What
 * a dialect says it cannot do has to be refused by name.
 */
interface LanguageCompliance {
    ShopDatabase database();

    Dialect dialect();

    @BeforeEach
    default void reset() {
        database().reset();
    }

    /** How many digits the database gives a quotient at least. */
    default int digitsOfQuotients() {
        return 16;
    }

    /** The query's rows, in order. */
    default void assertRows(Query<?> query, @Nullable Object... expected) {
        assertThat(comparable(database().rows(query)))
                .as(query.toString())
                .isEqualTo(comparable(Arrays.asList(expected)));
    }

    /** Decimals are equal whatever their scale. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(LanguageCompliance::comparable).collect(Collectors.toList());
        }
        return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }

    /** The query's rows, in order, or a refusal that names {@code feature}. */
    default void assertRows(Feature feature, Query<?> query, @Nullable Object... expected) {
        if (dialect().supports(feature)) {
            assertRows(query, expected);
        } else {
            assertRefused(feature, () -> database().rows(query));
        }
    }

    /** The number of rows changed. */
    default void assertChanges(long expected, Statement statement) {
        assertThat(database().execute(statement)).as(statement.toString()).isEqualTo(expected);
    }

    /** The number of rows changed, or a refusal that names {@code feature}. */
    default boolean changes(Feature feature, long expected, Statement statement) {
        if (dialect().supports(feature)) {
            assertChanges(expected, statement);
            return true;
        }
        assertRefused(feature, () -> database().execute(statement));
        return false;
    }

    private void assertRefused(Feature feature, ThrowingCallable work) {
        assertThatExceptionOfType(UnsupportedByDialectException.class)
                .isThrownBy(work)
                .satisfies(refused -> assertThat(refused.feature()).isEqualTo(feature.words()));
    }

    /** A row of several values, as {@code select(a, b)} has it, to compare with. */
    static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /** The query with its rows as lists of values. */
    static Query<List<@Nullable Object>> lists(Select<Row> query) {
        return query.map(LanguageCompliance::values);
    }

    /** What a change returns with its rows as lists of values. */
    static Query<List<@Nullable Object>> lists(Returning<Row> query) {
        return query.map(LanguageCompliance::values);
    }

    /** The row's values. */
    static List<@Nullable Object> values(Row row) {
        @Nullable Object[] values = new Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        return Arrays.asList(values);
    }
}
