package io.athanor.benchmarks.orm;

import static io.athanor.sql.Sql.sql;

import io.athanor.engine.Engine;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The PostgreSQL that is measured, and what is in it before. */
final class BenchmarkDatabase {
    static final long AUTHORS = 2_000;
    static final long ITEMS = 20_000;

    private BenchmarkDatabase() {}

    /** Makes all tables anew, and fills those that are read: 2,000 authors, 20,000 books, 60,000 tags of them; 20,000 items. */
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
                        "insert into item (id, name, category, quantity, price, available, created, note)"
                                + " select i, 'item-' || i, 'category-' || i % 20, i % 1000, (i % 5000) / 100.0, i % 3 = 0,"
                                + " timestamptz '2024-01-01' + i * interval '1 second',"
                                + " case when i % 4 = 0 then 'note of ' || i end from generate_series(1, 20000) i",
                        "analyze"))
                .concatMap(text -> engine.execute(sql(text)))
                .then();
    }

    /** Takes away what a unit of work left. */
    static Mono<Void> clear(Engine engine) {
        return engine.execute(sql("truncate child, parent")).then();
    }
}
