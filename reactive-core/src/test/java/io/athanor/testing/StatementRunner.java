package io.athanor.testing;

import io.athanor.compile.BoundStatement;
import io.athanor.compile.RowDecoder;
import io.athanor.compile.StatementCompiler;
import io.athanor.dialect.Dialect;
import io.athanor.sql.Query;
import io.athanor.sql.Statement;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Runs statements on a bare driver, blocking: for tests of what is compiled, below the engine. H2 works on the calling
 * thread, so all runs on one that may block.
 */
public final class StatementRunner {
    private final ConnectionFactory factory;
    private final StatementCompiler compiler;

    public StatementRunner(ConnectionFactory factory, Dialect dialect) {
        this.factory = factory;
        this.compiler = new StatementCompiler(dialect, StatementCompiler.DEFAULT_CACHE_SIZE);
    }

    /** All on one connection, which is kept: for tables that stay as they are, since PostgreSQL's driver keeps plans. */
    public static StatementRunner onOneConnection(ConnectionFactory factory, Dialect dialect) {
        ConnectionPoolConfiguration one = ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .maxSize(1)
                .build();
        return new StatementRunner(new ConnectionPool(one), dialect);
    }

    /** All rows; a row that is one NULL is null. */
    public <R> List<R> rows(Query<R> query) {
        RowDecoder<R> decoder = RowDecoder.of(query.selection(), compiler.dialect());
        List<R> rows = new ArrayList<>();
        on(connection -> results(connection, compiler.compile(query))
                        .concatMap(result -> result.map(row -> Optional.ofNullable(decoder.decode(row)))))
                .forEach(row -> rows.add(row.orElse(null)));
        return rows;
    }

    /** The number of rows changed. */
    public long execute(Statement statement) {
        return on(connection -> results(connection, compiler.compile(statement)).concatMap(Result::getRowsUpdated))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** SQL as it is. */
    public void run(String sql) {
        on(connection -> results(connection, BoundStatement.of(sql)).concatMap(Result::getRowsUpdated));
    }

    private <T> List<T> on(Function<Connection, Flux<T>> work) {
        List<T> all = Flux.usingWhen(factory.create(), work, Connection::close)
                .collectList()
                .subscribeOn(Schedulers.boundedElastic())
                .block();
        return all == null ? List.of() : all;
    }

    private static Flux<? extends Result> results(Connection connection, BoundStatement bound) {
        io.r2dbc.spi.Statement statement = connection.createStatement(bound.sql());
        for (int i = 0; i < bound.values().size(); i++) {
            statement.bind(i, bound.values().get(i));
        }
        return Mono.just(statement).flatMapMany(io.r2dbc.spi.Statement::execute);
    }
}
