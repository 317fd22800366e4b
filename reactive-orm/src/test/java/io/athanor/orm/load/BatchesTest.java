package io.athanor.orm.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class BatchesTest {
    private final Batches batches = new Batches();
    private final List<Collection<Integer>> sent = new CopyOnWriteArrayList<>();
    private final List<TestPublisher<Void>> running = new CopyOnWriteArrayList<>();

    private Mono<Void> read(Collection<Integer> keys) {
        sent.add(List.copyOf(keys));
        TestPublisher<Void> statement = TestPublisher.create();
        running.add(statement);
        return statement.mono();
    }

    private Mono<Void> ask(int key) {
        return batches.add("kind", key, this::read);
    }

    @Test
    void shouldSendWhoComesAloneAtOnce() {
        StepVerifier.create(ask(1)).then(() -> running.get(0).complete()).verifyComplete();

        assertThat(sent).containsExactly(List.of(1));
    }

    @Test
    void shouldSendTogetherWhoComesMeanwhile() {
        StepVerifier.create(Flux.merge(ask(1), ask(2), ask(3), ask(2)))
                .then(() -> running.get(0).complete())
                .then(() -> running.get(1).complete())
                .verifyComplete();

        assertThat(sent).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void shouldNotMixKinds() {
        Mono<Void> other = batches.add("other", 9, this::read);
        StepVerifier.create(Flux.merge(ask(1), other))
                .then(() -> running.forEach(TestPublisher::complete))
                .verifyComplete();

        assertThat(sent).containsExactly(List.of(1), List.of(9));
    }

    @Test
    void shouldSendWhatWaitsBeforeAWrite() {
        Disposable all = Flux.merge(ask(1), ask(2)).subscribe();
        batches.send();
        Disposable later = ask(3).subscribe();

        assertThat(sent).containsExactly(List.of(1), List.of(2));
        running.get(0).complete();
        assertThat(sent).hasSize(2);
        running.get(1).complete();
        assertThat(sent).element(2).isEqualTo(List.of(3));
        all.dispose();
        later.dispose();
    }

    @Test
    void shouldFailEveryWaiterOfABatchAndGoOn() {
        AtomicInteger failures = new AtomicInteger();
        Flux.merge(ask(1).onErrorResume(error -> counted(failures)), ask(2), ask(3))
                .subscribe();
        running.get(0).error(new IllegalStateException("no"));

        assertThat(failures).hasValue(1);
        assertThat(sent).containsExactly(List.of(1), List.of(2, 3));
    }

    private static Mono<Void> counted(AtomicInteger counter) {
        counter.incrementAndGet();
        return Mono.empty();
    }

    @Test
    void shouldCancelTheStatementWithItsLastWaiter() {
        Disposable first = ask(1).subscribe();
        Disposable second = ask(2).subscribe();
        Disposable third = ask(3).subscribe();
        second.dispose();
        running.get(0).assertWasNotCancelled();
        first.dispose();
        running.get(0).assertWasCancelled();

        assertThat(sent).containsExactly(List.of(1), List.of(3));
        third.dispose();
        running.get(1).assertWasCancelled();
    }

    @Test
    void shouldNotDeepenTheStackWithWhatIsReadAtOnce() {
        Mono<Long> all = Flux.range(0, 100_000)
                .flatMap(key ->
                        batches.add("kind", key, keys -> Mono.<Void>empty()).thenReturn(key))
                .count();

        StepVerifier.create(all).expectNext(100_000L).expectComplete().verify(Duration.ofSeconds(20));
    }

    @Test
    void shouldFailIfReadingFailsToStart() {
        Function<Collection<Integer>, Mono<Void>> broken = keys -> {
            throw new IllegalStateException("broken");
        };

        StepVerifier.create(batches.add("kind", 1, broken)).verifyErrorMessage("broken");
        StepVerifier.create(batches.add("kind", 1, keys -> Mono.empty())).verifyComplete();
    }

    /** Threads ask, cancel and send at once: everybody who stays is answered, and nobody is answered twice. */
    @Test
    void shouldAnswerEveryWaiterWhateverOthersDo() throws InterruptedException {
        Random random = new Random(7);
        for (int run = 0; run < 300; run++) {
            Batches some = new Batches();
            int calls = 40;
            CountDownLatch over = new CountDownLatch(calls);
            List<Disposable> cancelled = new ArrayList<>();
            Sinks.Empty<Void> start = Sinks.empty();
            for (int call = 0; call < calls; call++) {
                int key = random.nextInt(10);
                boolean isSlow = random.nextBoolean();
                Disposable waiter = start.asMono()
                        .publishOn(Schedulers.parallel())
                        .then(some.add(
                                key % 2,
                                key,
                                keys -> isSlow
                                        ? Mono.<Void>empty().subscribeOn(Schedulers.parallel())
                                        : Mono.<Void>empty()))
                        .doFinally(signal -> over.countDown())
                        .subscribe();
                if (random.nextInt(4) == 0) {
                    cancelled.add(waiter);
                }
            }
            start.tryEmitEmpty();
            cancelled.forEach(Disposable::dispose);
            some.send();

            assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
