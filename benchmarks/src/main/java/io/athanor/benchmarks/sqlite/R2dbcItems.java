package io.athanor.benchmarks.sqlite;

import io.athanor.r2dbc.sqlite.SqliteConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The same work through the driver. */
final class R2dbcItems implements AutoCloseable {
    private final Connection connection;

    R2dbcItems(ItemFile file) {
        this.connection = require(SqliteConnectionFactory.of(file.url()).create());
    }

    Mono<String> name(long id) {
        return Flux.from(connection
                        .createStatement("SELECT name FROM item WHERE id = ?")
                        .bind(0, id)
                        .execute())
                .concatMap(result -> result.map(row -> Objects.requireNonNull(row.get(0, String.class))), 0)
                .next();
    }

    double stream() {
        return require(Flux.from(connection
                        .createStatement("SELECT id, name, price FROM item")
                        .execute())
                .concatMap(result -> result.map(R2dbcItems::sum))
                .reduce(0.0, Double::sum));
    }

    private static double sum(Readable row) {
        Long id = row.get(0, Long.class);
        String name = row.get(1, String.class);
        Double price = row.get(2, Double.class);
        return (id == null ? 0 : id) + (name == null ? 0 : name.length()) + (price == null ? 0 : price);
    }

    /** All rows as sets of values of one statement. */
    long insert(int rows) {
        Statement insert = connection.createStatement(ItemFile.INSERT);
        for (int i = 0; i < rows; i++) {
            if (i > 0) {
                insert.add();
            }
            bind(insert, i);
        }
        return inTransaction(Flux.from(insert.execute()));
    }

    /** Every row a statement of its own. */
    long insertOneByOne(int rows) {
        return inTransaction(Flux.range(0, rows).concatMap(i -> bind(connection.createStatement(ItemFile.INSERT), i)
                .execute()));
    }

    private static Statement bind(Statement insert, int i) {
        return insert.bind(0, (long) i).bind(1, "item").bind(2, i * 0.25);
    }

    private long inTransaction(Flux<? extends Result> results) {
        Mono<Long> inserted = results.concatMap(Result::getRowsUpdated).reduce(0L, Long::sum);
        return require(Mono.from(connection.beginTransaction())
                .then(inserted)
                .flatMap(count -> Mono.from(connection.rollbackTransaction()).thenReturn(count)));
    }

    static <T> T require(Mono<T> mono) {
        return Objects.requireNonNull(mono.block());
    }

    @Override
    public void close() {
        Mono.from(connection.close()).block();
    }
}
