package io.athanor.sql;

import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operator's value is the same on every database. */
interface OperatorCompliance extends LanguageCompliance {
    static List<OperatorExample> operators() {
        return OperatorExamples.all();
    }

    @ParameterizedTest
    @MethodSource("io.athanor.sql.OperatorCompliance#operators")
    default void shouldGiveTheSameValue(OperatorExample example) {
        boolean grouping = example.operator().equals(Operators.GROUPING);
        Select<?> query = select(example.expression()).from(USERS);
        if (grouping) {
            query = query.groupBy(USERS.active);
        } else if (!(example.expression() instanceof Aggregate<?> || example.expression() instanceof Over<?>)) {
            query = query.where(USERS.id.eq(1L));
        } else if (example.expression() instanceof Over<?>) {
            query = query.orderBy(USERS.id.asc());
        }
        if (example.needs() != null && !dialect().supports(example.needs())) {
            assertRows(example.needs(), query);
            return;
        }

        Object value = database().rows(query).get(0);

        if (example.value() instanceof BigDecimal expected) {
            assertThat((BigDecimal) value).isEqualByComparingTo(expected);
        } else {
            assertThat(value).isEqualTo(example.value());
        }
    }
}
