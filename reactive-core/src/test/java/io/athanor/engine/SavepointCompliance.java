package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.UniqueViolationException;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a savepoint undoes, and that it undoes nothing else. */
@Timeout(60)
abstract class SavepointCompliance extends ItemsOnEngine {
    SavepointCompliance(TestDatabase database) {
        super(database);
    }

    @Test
    void shouldUndoItsWorkAndKeepTheRest() {
        run(engine.transaction(tx -> tx.execute(insert(1))
                .then(tx.savepoint(inner ->
                                inner.execute(insert(2)).then(Mono.<Long>error(new IllegalStateException("no"))))
                        .onErrorReturn(0L))
                .then(tx.savepoint(inner -> inner.execute(insert(3))))
                .then(tx.execute(insert(4)))));

        assertThat(committed()).containsExactly(1, 3, 4);
    }

    @Test
    void shouldKeepWhatComesAfterASavepointThatWasCancelled() {
        for (int i = 0; i < 20; i++) {
            int id = 10 * i;
            Duration limit = Duration.ofMillis(5 + i);
            run(engine.transaction(
                    tx -> tx.savepoint(inner -> inner.execute(insert(id)).then(inner.one(slow(5_000))))
                            .timeout(limit, Mono.just(0))
                            .then(tx.execute(insert(id + 1)))));
        }

        assertThat(committed())
                .isEqualTo(IntStream.range(0, 20).mapToObj(i -> 10 * i + 1).toList());
    }

    @Test
    void shouldKeepWhatWaitsForASavepointThatIsCancelled() {
        run(engine.transaction(tx -> Mono.zip(
                tx.savepoint(inner -> inner.execute(insert(1)).then(inner.one(slow(5_000))))
                        .timeout(Duration.ofMillis(50), Mono.just(0)),
                tx.execute(insert(2)),
                tx.savepoint(inner -> inner.execute(insert(3))))));

        assertThat(committed()).containsExactly(2, 3);
    }

    @Test
    void shouldUndoNestedOnesThatWereCancelledTogether() {
        run(engine.transaction(tx -> tx.execute(insert(1))
                .then(tx.savepoint(
                                outer -> outer.execute(insert(2)).then(outer.savepoint(inner -> inner.execute(insert(3))
                                        .then(inner.one(slow(5_000))))))
                        .timeout(Duration.ofMillis(100), Mono.just(0)))
                .then(tx.execute(insert(4)))));

        assertThat(committed()).containsExactly(1, 4);
    }

    @Test
    void shouldNestDeeply() {
        run(engine.transaction(tx -> nested(tx, 1, 60)));

        assertThat(committed()).isEqualTo(IntStream.rangeClosed(1, 60).boxed().toList());
    }

    private static Mono<Long> nested(Transaction tx, int depth, int deepest) {
        Mono<Long> here = tx.execute(insert(depth));
        return depth == deepest ? here : here.then(tx.savepoint(inner -> nested(inner, depth + 1, deepest)));
    }

    @Test
    void shouldTakeConcurrentOnesInTurn() {
        List<Integer> order = new ArrayList<>();
        run(engine.transaction(tx -> Flux.range(1, 30)
                .flatMap(
                        id -> tx.savepoint(inner -> inner.execute(insert(2 * id))
                                        .doOnNext(done -> order.add(2 * id))
                                        .then(inner.execute(insert(2 * id + 1)))
                                        .doOnNext(done -> order.add(2 * id + 1))
                                        .flatMap(done -> id % 2 == 0
                                                ? Mono.just(done)
                                                : Mono.<Long>error(new IllegalStateException("odd"))))
                                .onErrorReturn(0L),
                        30)
                .count()));

        assertThat(order).isEqualTo(IntStream.rangeClosed(2, 61).boxed().toList());
        assertThat(committed()).hasSize(30).allMatch(id -> id / 2 % 2 == 0);
    }

    @Test
    void shouldFailInsideTheRowsOfAStreamWithoutHurtingIt() {
        insertRange(1, 3000);

        Long rows = run(engine.transaction(tx -> tx.stream(ids())
                .concatMap(id -> tx.savepoint(inner -> inner.execute(insert(id % 3 == 0 ? id : 10_000 + id)))
                        .onErrorReturn(UniqueViolationException.class, 0L))
                .count()));

        assertThat(rows).isEqualTo(3000);
        assertThat(committed()).hasSize(5000);
    }

    @Test
    void shouldTakeTheRowsOfAStreamInWindows() {
        insertRange(1, 2000);

        Long windows = run(engine.transaction(tx -> tx.stream(ids())
                .window(100)
                .concatMap(window -> tx.savepoint(inner -> window.concatMap(id -> inner.execute(insert(10_000 + id)))
                        .count()))
                .count()));

        assertThat(windows).isEqualTo(20);
        assertThat(committed()).hasSize(4000);
    }

    @Test
    void shouldStreamManyAndUndoThemWhenCancelled() {
        insertRange(1, 1000);

        StepVerifier.create(engine.transaction(tx -> tx.savepointMany(
                                inner -> inner.stream(ids()).delayUntil(id -> inner.execute(insert(10_000 + id))))
                        .take(5)
                        .count()
                        .flatMap(count -> tx.execute(insert(5000)).thenReturn(count))))
                .expectNext(5L)
                .verifyComplete();

        assertThat(committed()).hasSize(1001).contains(5000);
    }
}
