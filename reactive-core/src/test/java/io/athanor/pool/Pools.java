package io.athanor.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the tests of the pool do over and over, on the test's own thread. */
final class Pools {
    static final Duration LIMIT = Duration.ofSeconds(30);

    private Pools() {}

    static ConnectionPool pool(ConnectionFactory factory, PoolOptions.Builder options) {
        return ConnectionPool.of(factory, options.build(), ConnectionHooks.NONE);
    }

    static PooledConnection acquire(ConnectionPool pool) {
        return pool.acquire().blockOptional(LIMIT).orElseThrow();
    }

    static List<PooledConnection> acquire(ConnectionPool pool, int connections) {
        return new ArrayList<>(
                IntStream.range(0, connections).mapToObj(i -> acquire(pool)).toList());
    }

    static void await(Mono<Void> work) {
        work.block(LIMIT);
    }

    /** Asks again and again until it is so: for what other threads finish on their own. */
    static void eventually(BooleanSupplier condition) {
        Mono.fromSupplier(condition::getAsBoolean)
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(Integer.MAX_VALUE, tries -> tries.delayElements(Duration.ofMillis(5)))
                .block(LIMIT);
    }

    static void release(List<PooledConnection> connections) {
        connections.forEach(connection -> await(connection.release()));
    }

    static void use(ConnectionPool pool) {
        await(acquire(pool).release());
    }

    static void execute(Connection connection, String sql) {
        Flux.from(connection.createStatement(sql).execute())
                .flatMap(Result::getRowsUpdated)
                .blockLast(LIMIT);
    }

    static String value(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .flatMap(result -> result.map((row, metadata) -> String.valueOf(row.get(0))))
                .next()
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    /** The driver's connection, to see whether two loans are of the same one. */
    static Object identity(PooledConnection connection) {
        return connection.physical();
    }

    static void assertCounts(ConnectionPool pool, int acquired, int idle) {
        PoolMetrics metrics = pool.metrics();
        assertThat(metrics.acquired()).as("acquired").isEqualTo(acquired);
        assertThat(metrics.idle()).as("idle").isEqualTo(idle);
        assertThat(metrics.allocated()).as("allocated").isEqualTo(acquired + idle);
        assertThat(metrics.pending()).as("pending").isZero();
    }
}
