package io.athanor.engine;

import static io.athanor.engine.Library.AUTHORS;
import static io.athanor.engine.Library.METADATA;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.pool.PoolOptions;
import io.athanor.sql.Query;
import io.athanor.sql.Sql;
import io.athanor.testing.RecordingConnectionFactory;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A test on an engine with an empty library, of whose connections everything is recorded; afterwards all is at rest. */
@Timeout(60)
abstract class LibraryCase {
    static final Duration SOON = Duration.ofSeconds(20);

    final TestDatabase database;
    final RecordingConnectionFactory connections;
    final Engine engine;

    LibraryCase(TestDatabase database) {
        this.database = database;
        this.connections = database.recordingConnectionFactory();
        this.engine = Engine.builder(connections).metaData(METADATA).build();
    }

    @BeforeEach
    void create() {
        run(engine.drop(METADATA));
        run(engine.create(METADATA));
        connections.clear();
    }

    @AfterEach
    void assertAtRest() {
        assertThat(engine.poolMetrics().acquired()).as("acquired").isZero();
        connections.assertNoOpenTransaction();
        run(engine.close());
        connections.assertAllClosed();
    }

    /** Another engine on the same database, with few connections. */
    Engine small(int connectionLimit) {
        return Engine.builder(connections)
                .pool(PoolOptions.builder()
                        .poolSize(connectionLimit)
                        .maxOverflow(0)
                        .build())
                .build();
    }

    final boolean isPostgres() {
        return database.name().equals("PostgreSQL");
    }

    /** A query that takes longer than any test. */
    final Query<Long> endless() {
        String sql =
                switch (database.name()) {
                    case "PostgreSQL" -> "select cast(1 as bigint) from pg_sleep(60)";
                    case "SQLite" -> "select count(*) from " + database.numbers(1, 1_000_000_000_000L);
                    default ->
                        "select count(*) from system_range(1, 1000000) a, system_range(1, 1000000) b"
                                + " where a.x + b.x = -1";
                };
        return sql(sql).rows(Sql.column("n", BIGINT));
    }

    /** The names that are committed, in order. */
    final List<String> names() {
        return list(engine.stream(select(AUTHORS.name).orderBy(AUTHORS.name.asc())));
    }

    static void run(Publisher<?> work) {
        Flux.from(work).then().block(SOON);
    }

    static <T> List<T> list(Publisher<T> work) {
        List<T> all = Flux.from(work).collectList().block(SOON);
        return all == null ? List.of() : all;
    }
}
