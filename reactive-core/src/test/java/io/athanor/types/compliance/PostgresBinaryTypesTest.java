package io.athanor.types.compliance;

import static io.athanor.sql.Sql.operator;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ResultException;
import io.athanor.driver.postgresql.PostgresqlDriver;
import io.athanor.sql.Expression;
import io.athanor.testing.TestDatabase;
import io.athanor.types.Types;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Results in binary, as the engine asks for them. */
class PostgresBinaryTypesTest extends PostgresTypes {
    PostgresBinaryTypesTest() {
        super(tuned());
    }

    @Test
    void shouldRefuseTypesThatTheDriverCannotReadInBinary() {
        Expression<String> range =
                operator("int4range({0}, {1})", Types.other("int4range", String.class), value(1), value(5));

        assertThatThrownBy(() -> database().one(select(range)))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("cast(TEXT)");
        assertThat(database().one(select(range.cast(Types.TEXT)))).isEqualTo("[1,5)");
    }

    @Test
    void shouldReadInfinityAsTheFurthestTime() {
        assertThat(database()
                        .one(select(operator(
                                "{0} + timestamp 'infinity'", Types.TIMESTAMP, value(Duration.ZERO, Types.INTERVAL)))))
                .isEqualTo(LocalDateTime.MAX);
    }

    private static ConnectionFactory tuned() {
        ConnectionFactoryOptions options =
                ConnectionFactoryOptions.parse(TestDatabase.postgres().url());
        return ConnectionFactories.get(new PostgresqlDriver().tune(options).options());
    }
}
