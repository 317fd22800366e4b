package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class OperationQueueTest {
    private static final int MANY = 100_000;

    private final OperationQueue queue = new OperationQueue();

    @Test
    void shouldRunOneOperationAfterTheOther() {
        TestPublisher<Integer> first = TestPublisher.create();
        TestPublisher<Integer> second = TestPublisher.create();
        List<Integer> results = new ArrayList<>();

        Disposable one = queue.flux(first, OnCancel.CANCEL).subscribe(results::add);
        Disposable two = queue.flux(second, OnCancel.CANCEL).subscribe(results::add);

        second.assertWasNotSubscribed();
        assertThat(queue.waiting()).isOne();
        first.emit(1);
        second.emit(2);
        assertThat(results).containsExactly(1, 2);
        assertThat(one.isDisposed()).isTrue();
        assertThat(two.isDisposed()).isTrue();
        assertThat(queue.idle()).isTrue();
    }

    @Test
    void shouldDoNothingBeforeSubscription() {
        TestPublisher<Integer> source = TestPublisher.create();

        Flux<Integer> unused = queue.flux(source, OnCancel.CANCEL);

        assertThat(unused).isNotNull();
        source.assertWasNotSubscribed();
        assertThat(queue.idle()).isTrue();
    }

    @Test
    void shouldPassDemandThatCameBeforeTheStart() {
        TestPublisher<Integer> first = TestPublisher.create();
        TestPublisher<Integer> second = TestPublisher.create();
        queue.flux(first, OnCancel.CANCEL).subscribe();

        StepVerifier.create(queue.flux(second, OnCancel.CANCEL), 3)
                .then(first::complete)
                .then(() -> second.assertMinRequested(3))
                .then(() -> assertThat(second.wasRequested()).isTrue())
                .then(() -> second.emit(1))
                .expectNext(1)
                .verifyComplete();
    }

    @Test
    void shouldNeverStartWhatWasCancelledWhileWaiting() {
        TestPublisher<Integer> first = TestPublisher.create();
        TestPublisher<Integer> second = TestPublisher.create();
        queue.flux(first, OnCancel.CANCEL).subscribe();

        queue.flux(second, OnCancel.FINISH).subscribe().dispose();
        first.complete();

        second.assertWasNotSubscribed();
        assertThat(queue.idle()).isTrue();
    }

    @Test
    void shouldStartTheNextAtOnceWhenAReadIsCancelled() {
        TestPublisher<Integer> first = TestPublisher.create();
        TestPublisher<Integer> second = TestPublisher.create();
        Disposable reading = queue.flux(first, OnCancel.CANCEL).subscribe();
        queue.flux(second, OnCancel.CANCEL).subscribe();

        reading.dispose();

        first.assertCancelled();
        second.assertSubscribers();
    }

    @Test
    void shouldFinishAWriteThatNobodyListensTo() {
        TestPublisher<Integer> write = TestPublisher.create();
        TestPublisher<Integer> next = TestPublisher.create();
        Disposable writing = queue.flux(write, OnCancel.FINISH).subscribe();
        queue.flux(next, OnCancel.CANCEL).subscribe();

        writing.dispose();

        write.assertNotCancelled();
        next.assertWasNotSubscribed();
        write.emit(1, 2);
        next.assertSubscribers();
    }

    @Test
    void shouldWaitForTheEndOfASourceThatSettles() {
        TestPublisher<Integer> settling =
                TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
        TestPublisher<Integer> next = TestPublisher.create();
        Disposable reading = queue.flux(settling, OnCancel.SETTLE).subscribe();
        queue.flux(next, OnCancel.CANCEL).subscribe();

        reading.dispose();

        settling.assertCancelled();
        next.assertWasNotSubscribed();
        settling.complete();
        next.assertSubscribers();
    }

    @Test
    void shouldGoOnAfterASourceThatFailsOrThrows() {
        StepVerifier.create(queue.mono(Mono.error(new IllegalStateException("failed")), OnCancel.FINISH))
                .verifyErrorMessage("failed");
        StepVerifier.create(queue.flux(
                        subscriber -> {
                            throw new IllegalArgumentException("thrown while subscribing");
                        },
                        OnCancel.CANCEL))
                .verifyErrorMessage("thrown while subscribing");

        StepVerifier.create(queue.mono(Mono.just(1), OnCancel.CANCEL))
                .expectNext(1)
                .verifyComplete();
    }

    @Test
    void shouldDeliverAResultBeforeTheNextOperationStarts() {
        List<String> events = new ArrayList<>();
        Sinks.One<Integer> gate = Sinks.one();

        queue.mono(gate.asMono(), OnCancel.CANCEL)
                .doOnTerminate(() -> events.add("first"))
                .subscribe();
        queue.mono(Mono.fromRunnable(() -> events.add("second")), OnCancel.CANCEL)
                .subscribe();
        gate.tryEmitValue(1).orThrow();

        assertThat(events).containsExactly("first", "second");
    }

    @Test
    void shouldTellWhoRunsThatSomebodyWaits() {
        AtomicInteger calls = new AtomicInteger();
        queue.onWaiting(calls::incrementAndGet);

        queue.mono(Mono.just(1), OnCancel.CANCEL).subscribe();
        assertThat(calls).hasValue(0);
        queue.mono(Mono.never(), OnCancel.CANCEL).subscribe();
        queue.mono(Mono.just(2), OnCancel.CANCEL).subscribe();

        assertThat(calls).hasValue(1);
    }

    @Test
    void shouldNotDeepenTheStackHoweverManyWait() throws InterruptedException {
        AtomicInteger ran = new AtomicInteger();
        Thread small = new Thread(
                null,
                () -> {
                    Sinks.One<Integer> gate = Sinks.one();
                    queue.mono(gate.asMono(), OnCancel.CANCEL).subscribe();
                    for (int i = 0; i < MANY; i++) {
                        queue.mono(Mono.fromSupplier(ran::incrementAndGet), OnCancel.CANCEL)
                                .subscribe();
                    }
                    gate.tryEmitValue(1).orThrow();
                },
                "small stack",
                128L << 10);
        small.start();
        small.join(Duration.ofSeconds(20).toMillis());

        assertThat(ran).hasValue(MANY);
    }

    @Test
    void shouldForgetCancelledWaitersBehindALongStream() {
        Disposable stream = queue.mono(Mono.never(), OnCancel.CANCEL).subscribe();

        for (int i = 0; i < MANY; i++) {
            queue.mono(Mono.just(i), OnCancel.CANCEL).subscribe().dispose();
        }

        assertThat(queue.waiting()).isZero();
        assertThat(queue.remembered()).isLessThan(1_000);
        stream.dispose();
        assertThat(queue.idle()).isTrue();
    }
}
