package io.athanor.sql;

import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.athanor.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadAsTest {
    @Test
    void shouldReadEveryKindOfQueryByAnotherSelection() {
        Select<String> select = select(USERS.name);
        List<Query<String>> queries = List.of(
                select,
                select.union(select(USERS.name).where(USERS.age.gt(18))),
                insertInto(USERS).values(USERS.name.to("Ann")).returning(USERS.name),
                sql("select name from users").rows(USERS.name));

        for (Query<String> query : queries) {
            assertThat(RowTest.<String>read(query.readAs(shouting(query.selection())), "Ann"))
                    .isEqualTo("Ann!");
        }
    }

    @Test
    void shouldLeaveTheStatementAsItIs() {
        Select<Row> query = select(USERS.name, USERS.age.plus(1).as("next")).where(USERS.age.gt(18));

        assertThat(query.readAs(select(ORDERS.id, ORDERS.userId).selection())).hasToString(query.toString());
    }

    @Test
    void shouldRefuseAReaderOfAnotherNumberOfColumns() {
        Select<Row> query = select(USERS.name, USERS.age);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> query.readAs(USERS.name))
                .withMessage("the statement selects 2 columns and is to be read as one of 1");
    }

    @Test
    void shouldShowWhatASelectionIsMadeOf() {
        Select<Row> query = select(USERS, ORDERS.id);

        assertThat(query.selection().parts()).isEqualTo(List.of(USERS, ORDERS.id));
        assertThat(query.map(Row::size).selection().parts()).isEqualTo(List.of(query.selection()));
        assertThat(select(USERS).as("u").parts()).isEqualTo(List.of(USERS));
        assertThat(USERS.parts()).isEmpty();
    }

    private static Selection<String> shouting(Selection<String> selection) {
        return new Selection<>() {
            @Override
            public List<? extends Expression<?>> columns() {
                return selection.columns();
            }

            @Override
            public @Nullable String read(RowReader row, int first) {
                return selection.read(new Shouting(row), first);
            }
        };
    }

    /** A reader that knows more than the row. */
    private record Shouting(RowReader row) implements RowReader {
        @Override
        public <T> @Nullable T value(int index, SqlType<T> type) {
            T value = row.value(index, type);
            return value == null ? null : type.javaType().cast(value + "!");
        }
    }
}
