package io.athanor.examples.tour;

import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;

import io.athanor.compile.Ddl;
import io.athanor.compile.SqlText;
import io.athanor.dialect.Dialect;
import io.athanor.dialect.H2Dialect;
import io.athanor.dialect.PostgresDialect;
import io.athanor.dialect.SqliteDialect;
import io.athanor.dialect.StandardDialect;
import io.athanor.engine.Engine;
import io.athanor.examples.tpch.Changes;
import io.athanor.examples.tpch.LineItems;
import io.athanor.examples.tpch.Tpch;
import io.athanor.examples.tpch.TpchData;
import io.athanor.sql.Select;
import io.trino.tpch.TpchEntity;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;

/** The stations of the tour, in order. The programs of users do not block; this one waits to print in order. */
final class Stations {
    private final Engine engine;
    private final double scale;
    private final PrintStream out;

    Stations(Engine engine, double scale, PrintStream out) {
        this.engine = engine;
        this.scale = scale;
        this.out = out;
    }

    /** Creates the schema anew, in the order of its foreign keys. */
    void create() {
        title("The schema of TPC-H on " + engine.dialect());
        List<String> statements = Ddl.statements(Tpch.SCHEMA.createAll(), engine.dialect());
        out.println(statements.get(0));
        out.println("… and " + (statements.size() - 1) + " statements more");
        engine.drop(Tpch.SCHEMA).then(engine.create(Tpch.SCHEMA)).block();
    }

    /** Loads all tables from publishers, as sets, each table in a transaction. */
    void load() {
        title("Loading " + TpchData.rowsAt(scale) + " rows");
        try (ProgressBar bar = Progress.bar("rows", TpchData.rowsAt(scale))) {
            for (TpchData.Load<?> load : TpchData.loads()) {
                bar.setExtraMessage(load.name());
                load(load, bar);
            }
            bar.setExtraMessage("done");
        }
    }

    private <E extends TpchEntity> void load(TpchData.Load<E> load, ProgressBar bar) {
        engine.execute(load.insert(), load.rows(scale).doOnNext(row -> bar.step()))
                .block();
    }

    /** Runs queries written in the expression language, each row read into a record. */
    void query() {
        for (Map.Entry<String, Select<? extends Record>> query : Queries.all().entrySet()) {
            long start = System.nanoTime();
            List<? extends Record> rows =
                    engine.stream(query.getValue()).collectList().block();
            title(query.getKey() + " (" + (System.nanoTime() - start) / 1_000_000 + " ms)");
            out.println(Tables.of(rows == null ? List.of() : rows));
        }
    }

    /** Streams every line item back, as many at a time as are asked for. */
    void stream() {
        long expected = engine.one(select(count()).from(Tpch.LINE_ITEM_TABLE))
                .blockOptional()
                .orElse(0L);
        title("Streaming " + expected + " line items back, 1,000 at a time");
        Memory memory = new Memory(expected, out);
        long start = System.nanoTime();
        long read = engine.stream(LineItems.ALL)
                .limitRate(1_000)
                .doOnNext(item -> memory.row())
                .count()
                .blockOptional()
                .orElse(0L);
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf("%,d rows in %.2f s (%,.0f rows/s)%n", read, seconds, read / seconds);
    }

    /** Changes rows in a transaction, and takes one change back at a savepoint. */
    void change() {
        title("A transaction with a savepoint");
        engine.transaction(transaction -> Changes.run(transaction, out::println))
                .block();
        out.println("after the commit: " + engine.one(Changes.COUNT_URGENT).block() + " urgent orders");
    }

    /** The same statement in the SQL of each dialect. */
    void spell() {
        title("One statement, each dialect's SQL");
        for (Dialect dialect :
                List.of(new PostgresDialect(), new H2Dialect(), new SqliteDialect(), new StandardDialect())) {
            out.println(dialect + ":");
            out.println("  " + SqlText.of(Changes.UPSERT_REGION, dialect));
            out.println("  " + SqlText.of(Changes.FIRST_ORDERS, dialect));
        }
    }

    private void title(String text) {
        out.println();
        out.println("== " + text);
    }
}
