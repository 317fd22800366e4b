package io.athanor.engine;

import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.sql.Change;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Query;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/** One table, one engine on it with room for two connections, and at the end of each test a pool at rest. */
abstract class ItemsOnEngine {
    static final Duration SOON = Duration.ofSeconds(20);
    static final Items ITEMS = new Items();

    final TestDatabase database;
    Engine engine;

    ItemsOnEngine(TestDatabase database) {
        this.database = database;
        this.engine = Engine.of(database.url());
    }

    static final class Items extends Table {
        final NumberColumn<Integer> id = column("id", INTEGER, primaryKey());
        final TextColumn name = column("name", varchar(40));

        Items() {
            super("items");
        }
    }

    @BeforeEach
    void createItems() {
        database.execute(
                "drop table if exists \"items\"",
                "create table \"items\" (\"id\" integer constraint \"pk_items\" primary key, \"name\" varchar(40))");
        engine = Engine.builder(database.url()).poolSize(2).maxOverflow(0).build();
    }

    @AfterEach
    void comeToRest() {
        assertAtRest(engine);
        engine.close().block(SOON);
    }

    static void assertAtRest(Engine engine) {
        await(() -> isAtRest(engine));
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static boolean isAtRest(Engine engine) {
        return engine.poolMetrics().acquired() == 0 && engine.poolMetrics().pending() == 0;
    }

    static Change insert(int id) {
        return insertInto(ITEMS).values(ITEMS.id.to(id), ITEMS.name.to("n" + id));
    }

    static Query<Integer> ids() {
        return select(ITEMS.id).orderBy(ITEMS.id.asc());
    }

    /** A statement that takes about so long, and one that takes for ever. */
    Query<Integer> slow(int millis) {
        String sql =
                switch (database.name()) {
                    case "PostgreSQL" -> "select 1 from pg_sleep(" + millis / 1000.0 + ")";
                    case "SQLite" -> "select count(*) from " + database.numbers(1, millis * 3000L) + " where i < 0";
                    default ->
                        "select cast(count(*) as int) from system_range(1, 1000000) a, system_range(1, "
                                + Math.max(1, millis / 20) + ") b where mod(a.x * b.x, 7) = 8";
                };
        return sql(sql).rows(column("n", INTEGER));
    }

    void insertRange(int from, int to) {
        database.execute("insert into \"items\" select i, 'n' || i from " + database.numbers(from, to));
    }

    boolean isPostgres() {
        return database.name().equals("PostgreSQL");
    }

    /** What a new connection sees. */
    List<Integer> committed() {
        return database.column("select \"id\" from \"items\" order by 1").stream()
                .map(id -> (Integer) id)
                .toList();
    }

    static <T> T run(Mono<T> work) {
        T result = work.block(SOON);
        if (result == null) {
            throw new AssertionError("nothing came");
        }
        return result;
    }
}
