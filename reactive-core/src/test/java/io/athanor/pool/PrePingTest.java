package io.athanor.pool;

import static io.athanor.pool.Pools.acquire;
import static io.athanor.pool.Pools.await;
import static io.athanor.pool.Pools.release;
import static io.athanor.pool.Pools.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.ConnectionLostException;
import io.athanor.testing.RecordingConnectionFactory;
import io.athanor.testing.RestartablePostgres;
import io.athanor.testing.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class PrePingTest {
    private static final TestDatabase POSTGRES = TestDatabase.postgres();
    private static final TestDatabase H2 = TestDatabase.h2();

    private final SettableClock clock = new SettableClock();

    @Test
    void shouldHideARestartOfTheServer() {
        try (RestartablePostgres postgres = RestartablePostgres.start()) {
            RecordingConnectionFactory recording = new RecordingConnectionFactory(postgres.connectionFactory());
            ConnectionPool pool = pinging(recording);
            release(acquire(pool, 5));

            postgres.restart();
            clock.advance(Duration.ofMinutes(1));

            for (int i = 0; i < 5; i++) {
                PooledConnection connection = acquire(pool);
                assertThat(value(connection, "select 1")).isEqualTo("1");
                await(connection.release());
            }
            assertThat(recording.opened()).isEqualTo(6);
            recording.assertOpen(1);
            await(pool.close());
        }
    }

    @Test
    void shouldReplaceAKilledBackendAndAllThatAreAsOld() {
        RecordingConnectionFactory recording = POSTGRES.recordingConnectionFactory();
        ConnectionPool pool = pinging(recording);
        PooledConnection first = acquire(pool);
        PooledConnection second = acquire(pool);
        String backend = value(second, "select pg_backend_pid()");
        await(first.release());
        await(second.release());

        POSTGRES.execute("select pg_terminate_backend(" + backend + ")");
        clock.advance(Duration.ofSeconds(1));

        assertThat(value(acquire(pool), "select 1")).isEqualTo("1");
        assertThat(recording.opened()).isEqualTo(3);
        recording.assertOpen(1);
        await(pool.close());
    }

    @Test
    void shouldReplaceAConnectionThatTheDriverKnowsToBeClosedWithoutAnyPing() {
        RecordingConnectionFactory recording = POSTGRES.recordingConnectionFactory();
        ConnectionPool pool = new ConnectionPool(recording, PoolOptions.defaults(), ConnectionHooks.NONE, clock);
        PooledConnection connection = acquire(pool);
        String backend = value(connection, "select pg_backend_pid()");
        Connection driver = connection.unwrap();
        await(connection.release());

        POSTGRES.execute("select pg_terminate_backend(" + backend + ")");
        Pools.eventually(() -> Boolean.FALSE.equals(
                Mono.from(driver.validate(ValidationDepth.LOCAL)).block()));

        assertThat(value(acquire(pool), "select 1")).isEqualTo("1");
        assertThat(recording.opened()).isEqualTo(2);
        await(pool.close());
    }

    @Test
    void shouldNotPingAConnectionThatWasJustUsed() {
        GatedConnections gated = new GatedConnections(POSTGRES.connectionFactory());
        ConnectionPool pool = pinging(gated);
        PooledConnection connection = acquire(pool);
        String backend = value(connection, "select pg_backend_pid()");
        await(connection.release());

        clock.advance(Duration.ofMillis(999));
        PooledConnection next = acquire(pool);
        String statements = "select query from pg_stat_activity where pid = " + backend;

        assertThat(POSTGRES.column(statements)).containsExactly("select pg_backend_pid()");
        await(next.release());
        clock.advance(Duration.ofSeconds(1));
        acquire(pool);
        assertThat(POSTGRES.column(statements)).containsExactly("SELECT 1");
        await(pool.close());
    }

    @Test
    void shouldGiveUpAfterThreeConnectionsThatDoNotAnswer() {
        GatedConnections gated = new GatedConnections(H2.connectionFactory());
        ConnectionPool pool = new ConnectionPool(
                gated, PoolOptions.builder().poolSize(1).maxOverflow(0).build(), ConnectionHooks.NONE, clock);
        PooledConnection held = acquire(pool);
        gated.gate("validate", Mono.error(new IllegalStateException("on purpose")));

        StepVerifier.Step<PooledConnection> unlucky = StepVerifier.create(pool.acquire());
        List<PooledConnection> others = new ArrayList<>(List.of(held));
        for (int i = 0; i < 3; i++) {
            int last = i;
            // Another caller waits behind the unlucky one, and gets the new connection in place of the dead one.
            unlucky = unlucky.then(() -> pool.acquire().subscribe(others::add))
                    .then(() -> await(others.get(last).release()));
        }

        unlucky.expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ConnectionLostException.class)
                        .hasMessageContaining("3 connections in a row"))
                .verify(Pools.LIMIT);
        Pools.assertCounts(pool, 1, 0);
    }

    @Test
    void shouldTakeAPingWithoutAnAnswerForADeadConnection() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try {
            RecordingConnectionFactory recording = H2.recordingConnectionFactory();
            GatedConnections gated = new GatedConnections(recording);
            ConnectionPool pool = pinging(gated);
            release(acquire(pool, 2));
            clock.advance(Duration.ofMinutes(1));
            gated.gate("validate", Mono.never());

            StepVerifier.create(pool.acquire())
                    .then(() -> time.advanceTimeBy(Duration.ofSeconds(5)))
                    .expectNextCount(1)
                    .expectComplete()
                    .verify(Pools.LIMIT);

            assertThat(recording.opened()).isEqualTo(3);
            recording.assertOpen(1);
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    private ConnectionPool pinging(ConnectionFactory factory) {
        return new ConnectionPool(factory, options(), ConnectionHooks.NONE, clock);
    }

    private static PoolOptions options() {
        return PoolOptions.builder().poolPrePing(true).build();
    }
}
