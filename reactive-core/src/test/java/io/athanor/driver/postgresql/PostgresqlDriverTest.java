package io.athanor.driver.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.DriverSupport;
import io.athanor.engine.Isolation;
import io.athanor.engine.TransactionOptions;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

class PostgresqlDriverTest {
    private static final ConnectionFactoryOptions PLAIN =
            ConnectionFactoryOptions.parse("r2dbc:postgresql://scott:tiger@localhost/db");

    private final PostgresqlDriver driver = new PostgresqlDriver();

    @Test
    void shouldBeginWithNothingButBegin() {
        assertThat(PostgresqlDriverConnection.beginText(TransactionOptions.defaults()))
                .isEqualTo("BEGIN");
    }

    @Test
    void shouldBeginWithAllOptionsInOneText() {
        TransactionOptions options = TransactionOptions.defaults()
                .isolation(Isolation.SERIALIZABLE)
                .readOnly()
                .deferrable()
                .statementTimeout(Duration.ofSeconds(5))
                .lockTimeout(Duration.ofMillis(100));

        assertThat(PostgresqlDriverConnection.beginText(options))
                .isEqualTo("BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE"
                        + "; SET LOCAL statement_timeout = 5000; SET LOCAL lock_timeout = 100");
    }

    @Test
    void shouldTuneWhatTheOptionsLeaveOpen() {
        DriverSupport.Tuned tuned = driver.tune(PLAIN);

        ConnectionFactoryOptions options = tuned.options();
        assertThat(options.getValue(PostgresqlConnectionFactoryProvider.FORCE_BINARY))
                .isEqualTo(true);
        assertThat(options.getValue(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE))
                .isEqualTo(true);
        assertThat(options.getValue(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES))
                .isEqualTo(256);
        LoopResources loops = (LoopResources) options.getValue(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES);
        assertThat(loops).isNotNull();
        tuned.release().block(Duration.ofSeconds(10));
        assertThat(loops.isDisposed()).isTrue();
    }

    @Test
    void shouldLeaveTheUsersOptionsAlone() {
        LoopResources loops = LoopResources.create("mine");
        ConnectionFactoryOptions given = PLAIN.mutate()
                .option(PostgresqlConnectionFactoryProvider.FORCE_BINARY, false)
                .option(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES, 0)
                .option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, loops)
                .build();

        DriverSupport.Tuned tuned = driver.tune(given);

        ConnectionFactoryOptions options = tuned.options();
        assertThat(options.getValue(PostgresqlConnectionFactoryProvider.FORCE_BINARY))
                .isEqualTo(false);
        assertThat(options.getValue(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES))
                .isEqualTo(0);
        assertThat(options.getValue(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES))
                .isSameAs(loops);
        Mono<Void> release = tuned.release();
        release.block(Duration.ofSeconds(10));
        assertThat(loops.isDisposed()).isFalse();
        loops.dispose();
    }
}
