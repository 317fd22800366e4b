package io.athanor.engine;

import static io.athanor.engine.Library.AUTHORS;
import static io.athanor.engine.Library.METADATA;
import static io.athanor.engine.Library.book;
import static io.athanor.sql.Sql.select;

import io.athanor.DatabaseException;
import io.athanor.sql.Query;
import io.athanor.sql.Select;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A piece of work that can be left.
 *
 * @param possible how many books there may be afterwards
 */
record LeavingCase(String name, List<Integer> possible, BiFunction<Engine, Trouble, Publisher<?>> work) {
    /** What goes wrong in the work itself, and in the mappers of its queries. */
    record Trouble(Mono<Object> failure, BooleanSupplier mapperFails) {
        /** The work, or its failure if that comes first. */
        Flux<Object> until(Flux<?> work) {
            Sinks.Empty<Void> done = Sinks.empty();
            return Flux.merge(failure.takeUntilOther(done.asMono()), work.doOnComplete(done::tryEmitEmpty));
        }

        <R> Query<R> mapped(Select<R> query) {
            return query.map(row -> {
                if (mapperFails.getAsBoolean()) {
                    throw new IllegalStateException("mapper");
                }
                return row;
            });
        }
    }

    static List<LeavingCase> all() {
        return List.of(
                new LeavingCase("stream", List.of(0), (engine, trouble) -> engine.stream(authors(trouble))),
                new LeavingCase("stream bit by bit", List.of(0), (engine, trouble) -> engine.stream(authors(trouble))
                        .limitRate(7)),
                new LeavingCase("one", List.of(0), (engine, trouble) -> engine.one(author(trouble))),
                new LeavingCase("execute", List.of(0, 1), (engine, trouble) -> engine.execute(book(1, 1))),
                new LeavingCase("execute in vain", List.of(0), (engine, trouble) -> engine.execute(book(0, 1))),
                new LeavingCase("define", List.of(0), (engine, trouble) -> engine.execute(METADATA.createSchemas())
                        .then(engine.create(METADATA))),
                new LeavingCase(
                        "transaction", List.of(0, 2), (engine, trouble) -> engine.transaction(tx -> both(tx, trouble))),
                new LeavingCase("retrying", List.of(0, 2), (engine, trouble) -> engine.retrying(RetryPolicy.defaults())
                        .transaction(tx -> both(tx, trouble))),
                new LeavingCase(
                        "transaction in vain",
                        List.of(0),
                        (engine, trouble) ->
                                engine.transaction(tx -> both(tx, trouble).then(tx.execute(book(0, 1))))),
                new LeavingCase(
                        "transactionMany",
                        List.of(0, 2),
                        (engine, trouble) -> engine.transactionMany(tx -> trouble.until(tx.stream(authors(trouble))
                                .limitRate(7)
                                .concatMap(id -> id <= 2 ? tx.execute(book(id, id)) : Mono.just(id))))),
                new LeavingCase(
                        "savepoint",
                        List.of(0, 3),
                        (engine, trouble) -> engine.transaction(
                                tx -> tx.execute(book(3, 1)).then(tx.savepoint(inner -> both(inner, trouble))))),
                new LeavingCase(
                        "savepoint that may fail",
                        List.of(0, 1, 3),
                        (engine, trouble) -> engine.transaction(tx -> tx.execute(book(3, 1))
                                .then(tx.savepoint(inner -> both(inner, trouble))
                                        .onErrorResume(IllegalStateException.class, error -> Mono.just(1L))))),
                new LeavingCase(
                        "savepoint in vain",
                        List.of(0, 1),
                        (engine, trouble) -> engine.transaction(tx -> tx.execute(book(3, 1))
                                .then(tx.savepoint(inner -> both(inner, trouble).then(inner.execute(book(0, 1)))))
                                .onErrorResume(DatabaseException.class, error -> Mono.just(1L)))),
                new LeavingCase(
                        "savepointMany",
                        List.of(0, 2),
                        (engine, trouble) -> engine.transactionMany(tx -> tx.stream(authors(trouble))
                                .limitRate(7)
                                .concatMap(id -> tx.savepointMany(inner -> trouble.until(inner.stream(author(trouble))
                                        .concatMap(one -> id <= 2 ? inner.execute(book(id, id)) : Mono.just(id)))))
                                .take(5))));
    }

    private static Mono<Object> both(Transaction tx, Trouble trouble) {
        return trouble.until(tx.execute(book(1, 1))
                        .then(tx.one(author(trouble)))
                        .then(tx.execute(book(2, 1)))
                        .flux())
                .last();
    }

    private static Query<Long> authors(Trouble trouble) {
        return trouble.mapped(select(AUTHORS.id).orderBy(AUTHORS.id.asc()));
    }

    private static Query<Long> author(Trouble trouble) {
        return trouble.mapped(select(AUTHORS.id).where(AUTHORS.id.eq(1L)));
    }
}
