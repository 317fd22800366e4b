package io.athanor.benchmarks.core;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TIMESTAMP_WITH_TIME_ZONE;
import static io.athanor.types.Types.decimal;
import static io.athanor.types.Types.varchar;

import io.athanor.engine.Engine;
import io.athanor.schema.MetaData;
import io.athanor.sql.Column;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Select;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A table of five columns, and its rows read by an engine and by the driver. */
final class Rows {
    static final int COUNT = 100_000;
    private static final int CONNECTIONS = 8;
    private static final String COLUMNS = "select id, quantity, name, created, price from benchmark_row";
    private static final Named ROW = new Named();
    private static final Select<Read> ALL = select(ROW.id, ROW.quantity, ROW.name, ROW.created, ROW.price)
            .into(Read.class)
            .from(ROW);

    private final Engine engine;
    private final ConnectionPool pool;

    Rows(String url) {
        engine = Engine.builder(url).poolSize(CONNECTIONS).maxOverflow(0).build();
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(url))
                .initialSize(CONNECTIONS)
                .maxSize(CONNECTIONS)
                .build());
        MetaData table = MetaData.of(ROW);
        engine.drop(table)
                .then(engine.create(table))
                .then(engine.execute(sql("insert into benchmark_row (id, quantity, name, created, price)"
                        + " select i, i % 1000, 'name-' || i, timestamptz '2024-01-01' + i * interval '1 second',"
                        + " (i % 5000) / 100.0 from generate_series(1, " + COUNT + ") i")))
                .then(engine.execute(sql("analyze benchmark_row")))
                .block();
    }

    void close() {
        pool.disposeLater().then(engine.close()).block();
    }

    /** A row. */
    record Read(long id, int quantity, String name, Instant created, BigDecimal price) {}

    Mono<Read> one(long key) {
        return engine.one(ALL.where(ROW.id.eq(key)));
    }

    Flux<Read> all() {
        return engine.stream(ALL);
    }

    Mono<Read> oneByDriver(long key) {
        return Mono.usingWhen(
                pool.create(),
                connection -> Flux.from(connection
                                .createStatement(COLUMNS + " where id = $1")
                                .bind(0, key)
                                .execute())
                        .flatMap(result -> result.map(Rows::read))
                        .single(),
                connection -> connection.close());
    }

    Flux<Read> allByDriver() {
        return Flux.usingWhen(
                pool.create(),
                connection -> Flux.from(connection.createStatement(COLUMNS).execute())
                        .flatMap(result -> result.map(Rows::read)),
                connection -> connection.close());
    }

    private static Read read(Readable row) {
        return new Read(
                get(row, 0, Long.class),
                get(row, 1, Integer.class),
                get(row, 2, String.class),
                get(row, 3, OffsetDateTime.class).toInstant(),
                get(row, 4, BigDecimal.class));
    }

    private static <T> T get(Readable row, int index, Class<T> type) {
        return Objects.requireNonNull(row.get(index, type));
    }

    private static final class Named extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey());
        final NumberColumn<Integer> quantity = column("quantity", INTEGER, notNull());
        final TextColumn name = column("name", varchar(50), notNull());
        final Column<Instant> created = column("created", TIMESTAMP_WITH_TIME_ZONE, notNull());
        final NumberColumn<BigDecimal> price = column("price", decimal(12, 2), notNull());

        Named() {
            super("benchmark_row");
        }
    }
}
