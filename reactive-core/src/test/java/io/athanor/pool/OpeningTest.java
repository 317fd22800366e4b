package io.athanor.pool;

import static io.athanor.pool.Pools.acquire;
import static io.athanor.pool.Pools.assertCounts;
import static io.athanor.pool.Pools.await;
import static io.athanor.pool.Pools.pool;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.ConnectFailedException;
import io.athanor.testing.RecordingConnectionFactory;
import io.athanor.testing.TestDatabase;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class OpeningTest {
    private static final TestDatabase DATABASE = TestDatabase.h2();

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final RecordingConnectionFactory recording = DATABASE.recordingConnectionFactory();
    private final GatedConnections gated = new GatedConnections(recording);

    @BeforeEach
    void stopTime() {
        VirtualTimeScheduler.getOrSet(time);
    }

    @AfterEach
    void letTimeRun() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void shouldGiveUpADatabaseThatDoesNotAnswerAndCloseWhatComesLate() {
        Sinks.Empty<Void> gate = Sinks.empty();
        gated.gate("create", gate.asMono());
        ConnectionPool pool = pool(
                gated,
                PoolOptions.builder()
                        .poolTimeout(Duration.ofMillis(1))
                        .poolSize(1)
                        .maxOverflow(0));

        StepVerifier.create(pool.acquire())
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(30)))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ConnectFailedException.class)
                        .hasMessageContaining("30000 ms")
                        .hasMessageContaining("poolConnectTimeout"))
                .verify(Pools.LIMIT);
        assertCounts(pool, 0, 0);
        gate.tryEmitEmpty();

        assertThat(recording.opened()).isEqualTo(1);
        recording.assertAllClosed();
        gated.open("create");
        await(acquire(pool).release());
    }

    @Test
    void shouldNotCountOpeningAsWaiting() {
        Sinks.Empty<Void> gate = Sinks.empty();
        gated.gate("create", gate.asMono());
        ConnectionPool pool = pool(gated, PoolOptions.builder().poolTimeout(Duration.ofMillis(1)));

        StepVerifier.create(pool.acquire())
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(29)))
                .then(gate::tryEmitEmpty)
                .expectNextCount(1)
                .expectComplete()
                .verify(Pools.LIMIT);
    }

    @Test
    void shouldPassTheDriversErrorOnAndOpenAgainForTheNext() {
        IllegalStateException refused = new IllegalStateException("connection refused");
        gated.gate("create", Mono.error(refused));
        ConnectionPool pool = pool(gated, PoolOptions.builder().poolSize(1).maxOverflow(0));

        StepVerifier.create(pool.acquire())
                .expectErrorSatisfies(error -> assertThat(error).isSameAs(refused))
                .verify(Pools.LIMIT);

        assertCounts(pool, 0, 0);
        gated.open("create");
        await(acquire(pool).release());
    }

    @Test
    void shouldServeOthersWhoWaitedForAConnectionThatCouldNotBeOpened() {
        Sinks.Empty<Void> gate = Sinks.empty();
        gated.gate("create", gate.asMono());
        ConnectionPool pool = pool(gated, PoolOptions.builder().poolSize(1).maxOverflow(0));

        StepVerifier.create(pool.acquire()
                        .onErrorResume(error -> Mono.empty())
                        .then(Mono.just("first"))
                        .mergeWith(pool.acquire()
                                .flatMap(PooledConnection::release)
                                .thenReturn("second")))
                .then(() -> gated.open("create"))
                .then(() -> gate.tryEmitError(new IllegalStateException("connection refused")))
                .expectNext("first", "second")
                .expectComplete()
                .verify(Pools.LIMIT);
    }

    @Test
    void shouldReportADriverThatGivesNothing() {
        ConnectionFactory empty = new ConnectionFactory() {
            @Override
            public Publisher<io.r2dbc.spi.Connection> create() {
                return Mono.empty();
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return DATABASE.connectionFactory().getMetadata();
            }
        };

        StepVerifier.create(pool(empty, PoolOptions.builder()).acquire())
                .expectError(ConnectFailedException.class)
                .verify(Pools.LIMIT);
    }

    @Test
    void shouldRunTheHookOnceOnEachNewConnection() {
        List<String> hooked = new ArrayList<>();
        ConnectionHooks hooks = ConnectionHooks.NONE.withOnConnect(connection ->
                Mono.fromRunnable(() -> hooked.add(connection.getMetadata().getDatabaseProductName())));
        ConnectionPool pool = ConnectionPool.of(recording, PoolOptions.defaults(), hooks);

        await(acquire(pool).release());
        await(acquire(pool).release());

        assertThat(hooked).containsExactly("H2");
    }

    @Test
    void shouldCloseANewConnectionWhoseHookFails() {
        IllegalStateException failure = new IllegalStateException("no such role");
        ConnectionPool pool = ConnectionPool.of(
                recording, PoolOptions.defaults(), ConnectionHooks.NONE.withOnConnect(c -> Mono.error(failure)));

        StepVerifier.create(pool.acquire())
                .expectErrorSatisfies(error -> assertThat(error).isSameAs(failure))
                .verify(Pools.LIMIT);

        assertThat(recording.opened()).isEqualTo(1);
        recording.assertAllClosed();
        assertCounts(pool, 0, 0);
    }

    @Test
    void shouldCloseANewConnectionWhoseHookNeverEnds() {
        Sinks.Empty<Void> gate = Sinks.empty();
        ConnectionPool pool = ConnectionPool.of(
                recording, PoolOptions.defaults(), ConnectionHooks.NONE.withOnConnect(c -> gate.asMono()));

        StepVerifier.create(pool.acquire())
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(30)))
                .expectError(ConnectFailedException.class)
                .verify(Pools.LIMIT);
        gate.tryEmitEmpty();

        recording.assertAllClosed();
    }
}
