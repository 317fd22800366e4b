package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The few things every test does with a connection. */
final class Sql {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Computes for minutes unless stopped, and returns one row. */
    static final String ENDLESS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000000000) SELECT count(*) FROM n";

    private Sql() {}

    static SqliteConnection open(ConnectionFactory factory) {
        return (SqliteConnection) await(Mono.from(factory.create()));
    }

    static <T> T await(Mono<T> mono) {
        T value = mono.block(PATIENCE);
        if (value == null) {
            throw new AssertionError("no value");
        }
        return value;
    }

    static void awaitEnd(Publisher<?> publisher) {
        Flux.from(publisher).then().block(PATIENCE);
    }

    static <T> List<T> awaitAll(Publisher<T> publisher) {
        return await(Flux.from(publisher).collectList());
    }

    /** Runs a script and reads all its results. */
    static Mono<Long> run(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .reduce(0L, Long::sum);
    }

    static void awaitRun(Connection connection, String sql) {
        awaitEnd(run(connection, sql));
    }

    /** The first column of all rows. */
    static <T> Flux<T> select(Connection connection, String sql, Class<T> type) {
        return rows(connection.createStatement(sql).execute(), type);
    }

    static <T> Flux<T> rows(Publisher<? extends Result> results, Class<T> type) {
        return Flux.from(results).concatMap(result -> result.map(row -> row.get(0, type)));
    }

    /** Numbers from 1 to {@code last}, made row by row. */
    static String numbers(long last) {
        return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + last + ") SELECT i FROM n";
    }

    static <T> T with(ConnectionFactory factory, Function<SqliteConnection, T> work) {
        SqliteConnection connection = open(factory);
        try {
            return work.apply(connection);
        } finally {
            awaitEnd(connection.close());
        }
    }
}
