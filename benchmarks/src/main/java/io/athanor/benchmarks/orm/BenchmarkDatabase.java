package io.athanor.benchmarks.orm;

import static io.athanor.sql.Sql.sql;

import io.athanor.engine.Engine;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The PostgreSQL that is measured, and what is in it before. */
final class BenchmarkDatabase {
    static final long AUTHORS = 2_000;

    private BenchmarkDatabase() {}

    /** Its URL as R2DBC writes it. */
    static String url() {
        String url = System.getenv("ATHANOR_BENCHMARK_URL");
        if (url == null) {
            throw new IllegalStateException(
                    "set ATHANOR_BENCHMARK_URL, such as r2dbc:postgresql://user:password@localhost/benchmark");
        }
        return url;
    }

    /** Makes all tables anew, and fills those that are read: 2,000 authors, 20,000 books, 60,000 tags of them. */
    static Mono<Void> prepare(Engine engine) {
        return engine.drop(OrmWork.MODEL.metaData())
                .then(engine.create(OrmWork.MODEL.metaData()))
                .thenMany(Flux.just(
                        "insert into author (id, name) select i, 'author-' || i from generate_series(1, 2000) i",
                        "insert into book (id, author_id, title, published, price)"
                                + " select i, 1 + (i - 1) / 10, 'title-' || i, 1980 + i % 45, (i % 5000) / 100.0"
                                + " from generate_series(1, 20000) i",
                        "insert into tag (id, name) select i, 'tag-' || i from generate_series(1, 100) i",
                        "insert into book_tag (book_id, tag_id) select b, 1 + (b * 7 + k * 13) % 100"
                                + " from generate_series(1, 20000) b, generate_series(1, 3) k",
                        "analyze"))
                .concatMap(text -> engine.execute(sql(text)))
                .then();
    }

    /** Takes away what a unit of work left. */
    static Mono<Void> clear(Engine engine) {
        return engine.execute(sql("truncate child, parent")).then();
    }
}
