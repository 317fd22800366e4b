package io.athanor.engine;

import static io.athanor.engine.Library.AUTHORS;
import static io.athanor.engine.Library.BOOKS;
import static io.athanor.engine.Library.author;
import static io.athanor.engine.Library.book;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.DatabaseException;
import io.athanor.pool.PoolOptions;
import io.athanor.sql.Query;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Random work, of which ten thousand pieces are cancelled, run out of time or fail, by many at once on a pool of three:
 * nothing is half done, and all comes to rest.
 */
abstract class EngineStressCompliance extends LibraryCase {
    private static final int LEAVINGS = 10_000;
    private static final int AT_ONCE = 12;
    /** For machines too slow to come to ten thousand. */
    private static final Duration BUDGET = Duration.ofSeconds(20);

    private static final Query<Long> KNOWN = select(AUTHORS.id).where(AUTHORS.id.le(100L));

    private final AtomicLong ids = new AtomicLong(1_000);
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final Queue<Throwable> wrong = new ConcurrentLinkedQueue<>();

    EngineStressCompliance(TestDatabase database) {
        super(database);
    }

    @Test
    @Timeout(120)
    void shouldLeaveNothingHalfDone() {
        Engine pooled = threeConnections();
        run(pooled.transaction(tx -> Flux.range(1, 100)
                .concatMap(id -> tx.execute(author(id, "n" + id, id)))
                .then()));
        long until = System.nanoTime() + BUDGET.toNanos();

        Flux.range(0, Integer.MAX_VALUE)
                .takeWhile(seed -> left.get() < LEAVINGS && System.nanoTime() < until)
                .flatMap(seed -> leaving(pooled, new Random(seed)).subscribeOn(Schedulers.parallel()), AT_ONCE)
                .then()
                .block(BUDGET.multipliedBy(2));
        run(allConnections(pooled));
        assertThat(pooled.poolMetrics().acquired()).isZero();
        run(pooled.close());

        assertThat(wrong).isEmpty();
        assertThat(finished).hasPositiveValue();
        assertThat(left).hasPositiveValue();
        assertWhole(list(engine.stream(select(BOOKS.id).orderBy(BOOKS.id.asc()))));
    }

    /** Who waits for one of them in vain is told who has them, while there is still somebody to tell. */
    private Engine threeConnections() {
        return Engine.builder(connections)
                .pool(PoolOptions.builder()
                        .poolSize(3)
                        .maxOverflow(0)
                        .poolTimeout(SOON.dividedBy(2))
                        .leakDetectionThreshold(SOON.dividedBy(4))
                        .build())
                .build();
    }

    /** Has all three at once: whatever was left has then come to its end. */
    private static Mono<Void> allConnections(Engine pooled) {
        Sinks.Empty<Void> all = Sinks.empty();
        AtomicInteger held = new AtomicInteger();
        return Flux.range(0, 3)
                .flatMap(i -> pooled.transaction(TransactionOptions.defaults().readOnly(), tx -> tx.one(
                                select(AUTHORS.id).where(AUTHORS.id.eq(1L)))
                        .flatMap(one -> {
                            if (held.incrementAndGet() == 3) {
                                all.tryEmitEmpty();
                            }
                            return all.asMono();
                        })))
                .then();
    }

    private static void assertWhole(List<Long> books) {
        assertThat(books).isNotEmpty();
        for (int i = 0; i < books.size(); i += 2) {
            assertThat(books.get(i) % 2).isZero();
            assertThat(books).element(i + 1).isEqualTo(books.get(i) + 1);
        }
    }

    private Mono<Void> leaving(Engine pooled, Random random) {
        Flux<?> work = work(pooled, random)
                .doOnCancel(left::incrementAndGet)
                .doOnError(error -> left.incrementAndGet())
                .doOnComplete(finished::incrementAndGet);
        Flux<?> cut =
                switch (random.nextInt(4)) {
                    case 0 ->
                        work.timeout(Mono.delay(Duration.ofNanos(1 + random.nextInt(3_000_000))), row -> Mono.never());
                    case 1 -> work.take(Duration.ofNanos(1 + random.nextInt(3_000_000)));
                    default -> work;
                };
        return cut.then().onErrorResume(this::judge);
    }

    private Mono<Void> judge(Throwable error) {
        boolean isExpected = error instanceof TimeoutException
                || error instanceof IllegalArgumentException
                || error instanceof DatabaseException;
        if (!isExpected) {
            wrong.add(error);
        }
        return Mono.empty();
    }

    /** Books come in pairs of ids, an even one and the next, and only together. */
    private Flux<?> work(Engine pooled, Random random) {
        long id = ids.getAndAdd(2);
        long known = 1L + random.nextInt(100);
        return switch (random.nextInt(8)) {
            case 0 -> pooled.stream(KNOWN).limitRate(16);
            case 1 -> pooled.one(select(AUTHORS.id).where(AUTHORS.id.eq(known))).flux();
            case 2 -> pooled.execute(author(id, "m" + id, 1)).flux();
            case 3 -> pooled.transaction(tx -> pair(tx, id, known)).flux();
            case 4 ->
                pooled.transaction(tx -> pair(tx, id, known).then(Mono.error(new IllegalArgumentException())))
                        .flux();
            case 5 ->
                pooled.transaction(tx ->
                                tx.savepoint(inner -> pair(inner, id, known)).then(pair(tx, id, known)))
                        .flux();
            case 6 ->
                pooled.transaction(tx -> Mono.when(
                                tx.execute(book(id, known)),
                                tx.savepoint(inner -> inner.execute(book(id, known)))
                                        .onErrorComplete(),
                                tx.execute(book(id + 1, known))))
                        .flux();
            default ->
                pooled.transactionMany(tx -> tx.stream(KNOWN)
                        .limitRate(16)
                        .concatMap(row -> row == known ? tx.savepoint(inner -> pair(inner, id, row)) : Mono.just(row)));
        };
    }

    private static Mono<Long> pair(Transaction tx, long id, long author) {
        return Mono.zip(tx.execute(book(id, author)), tx.execute(book(id + 1, author)), Long::sum);
    }
}
