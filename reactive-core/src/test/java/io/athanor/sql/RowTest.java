package io.athanor.sql;

import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.athanor.types.SqlType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowTest {
    @Test
    void shouldGiveValuesByWhatWasSelected() {
        Label.Num<BigDecimal> total = sum(ORDERS.amount).as("total");
        Row row = read(select(USERS.name, total, count()), "Ann", new BigDecimal("1.5"), 3L);

        assertThat(row.get(USERS.name)).isEqualTo("Ann");
        assertThat(row.get(total)).isEqualTo("1.5");
        assertThat(row.get(count())).isEqualTo(3L);
        assertThat(row.get(1)).isEqualTo(new BigDecimal("1.5"));
        assertThat(row.size()).isEqualTo(3);
        assertThat(row).hasToString("[Ann, 1.5, 3]");
    }

    @Test
    void shouldFindColumnsOfWholeTables() {
        Shop.Users boss = USERS.as("boss");
        Row row = read(select(USERS, boss, count()), 1L, "Ann", 41, true, null, 2L, "Bob", null, false, 1L, 9L);

        assertThat(row.get(USERS.name)).isEqualTo("Ann");
        assertThat(row.get(boss.name)).isEqualTo("Bob");
        assertThat(row.get(boss.age)).isNull();
        assertThat(row.get(boss).get(boss.id)).isEqualTo(2L);
        assertThat(row.get(count())).isEqualTo(9L);
    }

    @Test
    void shouldSayWhatWasSelectedInstead() {
        Row row = read(select(USERS.name, USERS.age), "Ann", 41);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> row.get(USERS.id))
                .withMessage("users.id was not selected; selected are [users.name, users.age]");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> row.get(USERS.as("boss").name))
                .withMessageStartingWith("boss.name was not selected");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> row.get(2))
                .withMessage("the row has 2 values, numbered from 0; there is no 2");
    }

    @Test
    void shouldBeEqualIfSelectionAndValuesAre() {
        Select<Row> query = select(USERS.name, USERS.age);

        assertThat(read(query, "Ann", 41)).isEqualTo(read(query, "Ann", 41)).hasSameHashCodeAs(read(query, "Ann", 41));
        assertThat(read(query, "Ann", 41)).isNotEqualTo(read(query, "Ann", 42));
        assertThat(read(query, "Ann", 41)).isNotEqualTo(read(select(USERS.name, USERS.as("u").age), "Ann", 41));
    }

    @Test
    void shouldReadWhatAFunctionMakesOfIt() {
        Select<String> both = select(USERS.name, USERS.age).map(row -> row.get(USERS.name) + row.get(USERS.age));
        Select<Integer> length = select(USERS.name).map(String::length);

        assertThat(RowTest.<String>read(both, "Ann", 41)).isEqualTo("Ann41");
        assertThat(RowTest.<Integer>read(length, "Ann")).isEqualTo(3);
        assertThat(RowTest.<Integer>read(length, new @Nullable Object[] {null})).isNull();
    }

    @SuppressWarnings("NullAway") // null only if all that was selected is one NULL
    static <R> R read(Query<R> query, @Nullable Object... values) {
        List<@Nullable Object> row = Arrays.asList(values);
        return query.selection()
                .read(
                        new RowReader() {
                            @Override
                            public <T> @Nullable T value(int index, SqlType<T> type) {
                                return type.decode(row.get(index));
                            }
                        },
                        0);
    }
}
