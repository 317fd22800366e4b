package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.compile.BoundStatement;
import io.athanor.testing.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A database with 20,000 numbers and an empty table to write to, and lanes on it. */
record LaneFixture(TestDatabase database, ConnectionFactory factory, DriverSupport driver, StreamOptions options) {
    static final int ROWS = 20_000;
    static final Duration SOON = Duration.ofSeconds(20);
    static final Function<Readable, Integer> ID = row -> {
        Integer id = row.get(0, Integer.class);
        if (id == null) {
            throw new IllegalStateException("no id");
        }
        return id;
    };

    static final Function<Readable, String> TEXT = row -> String.valueOf(row.get(0));

    static LaneFixture h2() {
        return create(TestDatabase.h2(), StreamOptions.DEFAULTS);
    }

    static LaneFixture sqlite() {
        return create(TestDatabase.sqlite(), StreamOptions.DEFAULTS);
    }

    static LaneFixture postgres() {
        return create(TestDatabase.postgres(), StreamOptions.DEFAULTS);
    }

    /** PostgreSQL as if nothing were known about its driver. */
    static LaneFixture spilling(StreamOptions options) {
        LaneFixture postgres = postgres();
        return new LaneFixture(
                postgres.database, postgres.database.connectionFactory(), new StandardDriver("x", "x"), options);
    }

    private static LaneFixture create(TestDatabase database, StreamOptions options) {
        database.execute(
                "create table numbers (id int primary key, name varchar(100))",
                "insert into numbers select i, 'n' || i from " + database.numbers(1, ROWS),
                "create table written (id int)");
        DriverSupport driver = Drivers.present().forFactory(database.connectionFactory());
        ConnectionFactory factory = driver.prepare(driver.adopt(database.connectionFactory()), null);
        return new LaneFixture(database, factory, driver, options);
    }

    static BoundStatement ids(int upTo) {
        return BoundStatement.of("select id from numbers where id <= $1 order by id", upTo);
    }

    /** Rows of which one in the middle is an error; SQLite divides by zero, but has no absolute value of its least number. */
    BoundStatement failing() {
        String number =
                database.name().equals("SQLite") ? "abs(iif(id = 500, -9223372036854775808, id))" : "1000 / (500 - id)";
        return BoundStatement.of("select " + number + " from numbers where id <= $1 order by id", 1000);
    }

    Flux<Integer> stream(Lane lane, int rows) {
        return lane.stream(ids(rows), ID, Effect.READS);
    }

    Mono<Integer> load(Lane lane, int id) {
        return lane.rows(BoundStatement.of("select id from numbers where id = $1", id), ID, Effect.READS)
                .last();
    }

    @Override
    public String toString() {
        return database + " with " + driver.product();
    }

    void onLane(Consumer<Lane> work) {
        Connection connection = Mono.from(factory.create()).block(SOON);
        if (connection == null) {
            throw new IllegalStateException("no connection");
        }
        try {
            work.accept(new Lane(driver.attach(connection), options));
        } finally {
            Mono.from(connection.close()).block(SOON);
        }
    }

    void inTransaction(Consumer<Lane> work) {
        onLane(lane -> {
            lane.begin(TransactionOptions.defaults()).block(SOON);
            work.accept(lane);
            lane.rollback().block(SOON);
        });
    }

    void assertUsable(Lane lane) {
        assertThat(load(lane, 7).block(SOON)).isEqualTo(7);
    }
}
